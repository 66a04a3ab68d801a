import type { Actor } from '~/domain/access/actor'
import type { Transaction } from '~/infra/database/database.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { mailFactorChanged } from './account-mail.server'
import { dropRecoveryCodes, ensureRecoveryCodes } from './recovery-codes.server'
import { endOtherSessions, renewSession } from './sessions.server'

type Factor = 'authenticator' | 'passkey'

const factorWords: Record<Factor, string> = {
  authenticator: 'an authenticator app',
  passkey: 'a passkey',
}

/** What a change of factor leaves behind for the door: a cookie, and codes to show this once. */
export interface FactorChanged {
  cookie: string | null
  /** Recovery codes, where the account had none. */
  codes: string[] | null
}

/**
 * What follows every new factor, in the transaction that stores it: recovery codes where there are
 * none, the activity, the mail, the end of the account's other sessions, and a new secret for this one,
 * which has proved the factor.
 */
export async function recordFactorAdded(
  tx: Transaction,
  actor: Actor,
  factor: Factor,
  what: string = factorWords[factor],
): Promise<FactorChanged> {
  const { accountId, origin } = actor
  // A passkey is made by a script, which has no page to show codes on; the account's page offers them.
  const codes = factor === 'authenticator' ? await ensureRecoveryCodes(tx, accountId) : null
  const payload = { what }
  await recordAccountActivity(tx, accountId, origin, { type: 'account.factor-added', payload })
  await mailFactorChanged(tx, accountId, { change: `${factor}-added` })
  await endOtherSessions(tx, actor)
  const cookie = await renewSession(tx, actor, { isProved: true, hasSecondFactor: true })
  return { cookie, codes }
}

/** What follows the end of a factor, in the transaction that removes it. @returns the new cookie */
export async function recordFactorRemoved(
  tx: Transaction,
  actor: Actor,
  factor: Factor,
  what: string = factorWords[factor],
): Promise<string | null> {
  const { accountId, origin } = actor
  const payload = { what }
  await recordAccountActivity(tx, accountId, origin, { type: 'account.factor-removed', payload })
  await mailFactorChanged(tx, accountId, { change: `${factor}-removed` })
  const hasAuthenticator = await tx.authenticator.count({
    where: { accountId, confirmedAt: { not: null } },
  })
  const passkeys = await tx.passkey.count({ where: { accountId } })
  if (hasAuthenticator + passkeys === 0) await dropRecoveryCodes(tx, accountId)
  await endOtherSessions(tx, actor)
  return renewSession(tx, actor)
}
