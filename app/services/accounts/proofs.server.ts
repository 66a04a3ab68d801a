import type { Actor } from '~/domain/access/actor'
import type { ProofInput } from '~/domain/access/account-inputs'
import { proofWays, type ProofWays } from '~/domain/access/proof-ways'
import { isProofRecent } from '~/domain/access/recent-proof'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { getAccountFactors } from './account-factors.server'
import { takeAuthenticatorCode } from './authenticators.server'
import { verifyPassword } from './passwords.server'
import { countTry, forgiveTries } from './rate-limits.server'
import { renewSession } from './sessions.server'

/** The ways in which the actor can confirm that it is them. */
export async function getProofWays(actor: Actor): Promise<ProofWays> {
  return proofWays(actor, await getAccountFactors(actor.accountId))
}

/**
 * Notes a proof that was checked: sensitive acts are open for the next quarter of an hour. The session
 * gets a new secret. Passkeys and providers end here after their own check.
 * @returns the session's new cookie
 */
export const recordProof = (
  actor: Actor,
  proved: { hasSecondFactor?: boolean } = {},
): Promise<string | null> =>
  transaction((tx) => renewSession(tx, actor, { isProved: true, ...proved }))

/**
 * Confirms that it is the actor, by the password or by a code of the app.
 * @returns the session's new cookie
 * @throws Invalid when it does not fit, TooManyTries
 */
export async function proveAgain(actor: Actor, input: ProofInput): Promise<string | null> {
  const ways = await getProofWays(actor)
  if (ways.isDemo) return recordProof(actor)
  const { proofPassword, proofCode } = input
  // A passkey or a provider has just confirmed it, and the form only carries on.
  if (!proofPassword && !proofCode && isProofRecent(actor.provedAt, now())) return null
  if (ways.code && proofCode) return proveByCode(actor, proofCode)
  if (ways.password && proofPassword) return proveByPassword(actor, proofPassword)
  throw new Invalid(
    'no-proof',
    ways.password ? 'Enter your password.' : 'Enter the code that your app shows.',
    ways.password ? 'proofPassword' : 'proofCode',
  )
}

async function proveByPassword(actor: Actor, password: string): Promise<string | null> {
  await countTry('proof-account', actor.accountId)
  const { passwordHash } = await db().account.findUniqueOrThrow({ where: { id: actor.accountId } })
  if (!(await verifyPassword(passwordHash, password))) {
    throw new Invalid('wrong-password', 'This is not your password.', 'proofPassword')
  }
  await forgiveTries('proof-account', actor.accountId)
  return recordProof(actor)
}

async function proveByCode(actor: Actor, code: string): Promise<string | null> {
  await countTry('code-account', actor.accountId)
  await countTry('code-account-day', actor.accountId)
  if (!(await takeAuthenticatorCode(actor.accountId, code))) {
    throw new Invalid(
      'wrong-code',
      'This code does not fit, or was used already. Wait until the app shows the next one, and enter that.',
      'proofCode',
    )
  }
  await forgiveTries('code-account', actor.accountId)
  await forgiveTries('code-account-day', actor.accountId)
  return recordProof(actor, { hasSecondFactor: true })
}
