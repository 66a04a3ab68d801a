import { randomBytes } from 'node:crypto'
import type { Actor } from '~/domain/access/actor'
import { ensureAccountWide } from '~/domain/access/account-wide'
import { hasSecondFactor } from '~/domain/access/proof-ways'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import {
  buildRecoveryCode,
  formatRecoveryCode,
  readRecoveryCode,
  recoveryCodeCount,
  recoveryCodeLength,
} from '~/domain/access/recovery-code'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { newId, sha256 } from '~/infra/ids.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { getAccountFactors } from './account-factors.server'
import { mailFactorChanged } from './account-mail.server'
import { endOtherSessions, renewSession } from './sessions.server'

/** Recovery codes that still work. */
export const countRecoveryCodes = (tx: Transaction, accountId: string): Promise<number> =>
  tx.recoveryCode.count({ where: { accountId, usedAt: null } })

/** Makes ten codes in the place of any older ones. @returns the codes as they are shown, this once */
async function makeRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    buildRecoveryCode(randomBytes(recoveryCodeLength)),
  )
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      ...{ id: newId(), accountId, codeHash: sha256(code), createdAt: now() },
    })),
  })
  return codes.map(formatRecoveryCode)
}

/**
 * Makes recovery codes where an account has none that work; every first factor comes with them.
 * @returns the codes to be shown this once, or null where there are some already
 */
export async function ensureRecoveryCodes(
  tx: Transaction,
  accountId: string,
): Promise<string[] | null> {
  return (await countRecoveryCodes(tx, accountId)) > 0 ? null : makeRecoveryCodes(tx, accountId)
}

/** Removes the codes of an account that has no second factor left which they could stand in for. */
export async function dropRecoveryCodes(tx: Transaction, accountId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } })
}

/**
 * Makes new codes in the place of the actor's old ones, and tells the owner by mail.
 * @throws ProofNeeded, Forbidden for a session of single sign-on, Invalid without a second factor
 */
export async function renewRecoveryCodes(
  actor: Actor,
): Promise<{ codes: string[]; cookie: string | null }> {
  ensureAccountWide(actor)
  ensureRecentProof(actor, now())
  const { accountId } = actor
  if (!hasSecondFactor(await getAccountFactors(accountId))) {
    throw new Invalid(
      'no-second-factor',
      'Recovery codes stand in for a second factor, and your account has none yet. Set one up first.',
    )
  }
  return transaction(async (tx) => {
    const codes = await makeRecoveryCodes(tx, accountId)
    await recordAccountActivity(tx, accountId, actor.origin, {
      type: 'account.recovery-codes-made',
      payload: {},
    })
    await mailFactorChanged(tx, accountId, { change: 'recovery-codes-made' })
    await endOtherSessions(tx, actor)
    return { codes, cookie: await renewSession(tx, actor) }
  })
}

/**
 * Takes a recovery code: of two windows that send it at the same moment, one has it. Its use is
 * recorded in each organisation of the account, and mailed to the owner.
 */
export async function takeRecoveryCode(
  accountId: string,
  address: string,
  typed: string,
): Promise<boolean> {
  const code = readRecoveryCode(typed)
  if (code.length !== recoveryCodeLength) return false
  return transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { accountId, codeHash: sha256(code), usedAt: null },
      data: { usedAt: now() },
    })
    if (count === 0) return false
    const codesLeft = await countRecoveryCodes(tx, accountId)
    const origin = { way: 'browser', address, sessionId: null } as const
    await recordAccountActivity(tx, accountId, origin, {
      type: 'account.recovery-code-used',
      payload: { what: `${codesLeft} left` },
    })
    await mailFactorChanged(tx, accountId, { change: 'recovery-code-used', codesLeft })
    return true
  })
}
