import type { z } from 'zod'
import type { Actor } from '~/domain/access/actor'
import {
  canRemovePasskey,
  ensureCanRemovePasskey,
  type PasskeyInput,
  type PasskeyListItem,
  type WaysIn,
} from '~/domain/access/passkey'
import { ensureAccountWide } from '~/domain/access/account-wide'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { recordFactorRemoved } from './factor-changes.server'

const listColumns = {
  id: true,
  name: true,
  isBackedUp: true,
  createdAt: true,
  lastUsedAt: true,
} as const

/** The passkeys of the actor's account, the oldest first; none to a session that one organisation's provider vouches for. */
export async function listPasskeys(actor: Actor): Promise<PasskeyListItem[]> {
  if (!actor.isAccountWide) return []
  return db().passkey.findMany({
    where: { accountId: actor.accountId },
    orderBy: { id: 'asc' },
    select: listColumns,
  })
}

/** What the page of one passkey shows. @throws NotFound, Forbidden */
export async function getPasskey(
  actor: Actor,
  passkeyId: string,
): Promise<{ passkey: PasskeyListItem; canRemove: boolean }> {
  ensureAccountWide(actor)
  const passkey = await findOwn(db(), actor, passkeyId)
  return { passkey, canRemove: canRemovePasskey(await waysIn(db(), actor.accountId)) }
}

/** Calls a passkey something else. @throws NotFound, Forbidden */
export async function renamePasskey(
  actor: Actor,
  input: z.infer<typeof PasskeyInput> & { passkeyId: string },
): Promise<void> {
  ensureAccountWide(actor)
  await transaction(async (tx) => {
    const passkey = await findOwn(tx, actor, input.passkeyId)
    if (passkey.name === input.name) return
    await tx.passkey.update({ where: { id: passkey.id }, data: { name: input.name } })
    await recordActivity(tx, actor, {
      type: 'passkey.renamed',
      payload: { passkeyId: passkey.id, from: passkey.name, name: input.name },
    })
  })
}

/**
 * Removes a passkey: it no longer signs in, the account's other sessions end, and its owner is told
 * by mail.
 * @returns the name it had, and the renewed session's cookie
 * @throws NotFound, Forbidden, ProofNeeded, Invalid when it is the last way in.
 */
export async function removePasskey(
  actor: Actor,
  passkeyId: string,
): Promise<{ name: string; cookie: string | null }> {
  ensureAccountWide(actor)
  ensureRecentProof(actor, now())
  return transaction(async (tx) => {
    // Two removals at the same moment must not each leave the way in to the other.
    await tx.$queryRaw`select id::text from account where id = ${actor.accountId}::uuid for update`
    const passkey = await findOwn(tx, actor, passkeyId)
    ensureCanRemovePasskey(await waysIn(tx, actor.accountId))
    await tx.passkey.delete({ where: { id: passkey.id } })
    const what = `the passkey “${passkey.name}”`
    const cookie = await recordFactorRemoved(tx, actor, 'passkey', what)
    return { name: passkey.name, cookie }
  })
}

async function findOwn(tx: Transaction, actor: Actor, passkeyId: string): Promise<PasskeyListItem> {
  const passkey = isId(passkeyId)
    ? await tx.passkey.findFirst({
        where: { id: passkeyId, accountId: actor.accountId },
        select: listColumns,
      })
    : null
  if (!passkey) throw new NotFound('passkey')
  return passkey
}

async function waysIn(tx: Transaction, accountId: string): Promise<WaysIn> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      passwordHash: true,
      _count: {
        select: { passkeys: true, identities: { where: { provider: { disabledAt: null } } } },
      },
    },
  })
  return {
    hasPassword: account.passwordHash !== null,
    passkeyCount: account._count.passkeys,
    providerCount: account._count.identities,
  }
}
