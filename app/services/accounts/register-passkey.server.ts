import type { Actor } from '~/domain/access/actor'
import { mostPasskeys, passkeyName } from '~/domain/access/passkey'
import type { AttestationAnswer } from '~/domain/access/passkey-answers'
import { ensureAccountWide } from '~/domain/access/account-wide'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { clearCeremonyCookie } from './ceremonies.server'
import { beginPasskeyStep, takePasskeyStep } from './passkey-steps.server'
import { recordFactorAdded } from './factor-changes.server'
import {
  requestCreation,
  verifyCreation,
  type CreationRequest,
  type NewPasskey,
} from './webauthn.server'

/**
 * Asks for a new passkey for the actor's account. The proof is asked for here and not once more at
 * the end: the challenge given out is good for ten minutes, in this browser, once.
 * @throws ProofNeeded, Forbidden, Invalid when there are too many.
 */
export async function beginPasskeyRegistration(
  actor: Actor,
): Promise<{ request: CreationRequest; cookie: string }> {
  ensureAccountWide(actor)
  ensureRecentProof(actor, now())
  const account = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    include: { passkeys: true },
  })
  ensureRoom(account.passkeys.length)
  const request = await requestCreation(account)
  const { challenge } = request.options
  const cookie = await beginPasskeyStep(account.id, { challenge, purpose: 'registration' })
  return { request, cookie }
}

/**
 * Adds the passkey that a device made: the account's other sessions end, its owner is told by mail.
 * @returns the cookies of the renewed session and the ended step
 * @throws Invalid when the device's answer is not accepted, or the passkey is registered already.
 */
export async function registerPasskey(
  actor: Actor,
  answer: AttestationAnswer,
  cookieHeader: string | null,
): Promise<{ name: string; cookies: string[] }> {
  ensureAccountWide(actor)
  const step = await takePasskeyStep('registration', cookieHeader)
  if (step.accountId !== actor.accountId) throw new NotFound('passkey')
  const made = await verifyCreation(answer, step.challenge)
  const { name, cookie } = await transaction(async (tx) => {
    const passkey = await addPasskey(tx, actor.accountId, made, actor.timeZone)
    const what = `the passkey “${passkey.name}”`
    return { ...passkey, ...(await recordFactorAdded(tx, actor, 'passkey', what)) }
  })
  const over = clearCeremonyCookie('passkey-registration')
  return { name, cookies: cookie ? [cookie, over] : [over] }
}

/** Writes a passkey down under a name of the day. @throws Invalid when there are too many, or it is there already. */
export async function addPasskey(
  tx: Transaction,
  accountId: string,
  made: NewPasskey,
  timeZone: string,
): Promise<{ passkeyId: string; name: string }> {
  // Of two at the same moment, the second sees the first.
  await tx.$queryRaw`select id::text from account where id = ${accountId}::uuid for update`
  const others = await tx.passkey.findMany({ where: { accountId }, select: { name: true } })
  ensureRoom(others.length)
  const isTaken = await tx.passkey.count({ where: { credentialId: made.credentialId } })
  if (isTaken > 0) {
    throw new Invalid(
      'passkey-taken',
      'This passkey is registered already. Nothing was changed; use it, or add another one.',
    )
  }
  const taken = others.map((other) => other.name)
  const name = passkeyName(now(), timeZone, taken)
  const id = newId()
  await tx.passkey.create({ data: { id, accountId, name, createdAt: now(), ...made } })
  return { passkeyId: id, name }
}

function ensureRoom(count: number): void {
  if (count < mostPasskeys) return
  throw new Invalid(
    'too-many-passkeys',
    `Your account has ${mostPasskeys} passkeys, which is as many as it can. Remove one that you no longer use, then add this one.`,
  )
}
