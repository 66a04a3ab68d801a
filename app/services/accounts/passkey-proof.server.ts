import type { Actor } from '~/domain/access/actor'
import type { AssertionAnswer } from '~/domain/access/passkey-answers'
import { ensureAccountWide } from '~/domain/access/account-wide'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { clearCeremonyCookie } from './ceremonies.server'
import type { BegunUse } from './passkey-sign-in.server'
import { beginPasskeyStep, takePasskeyStep } from './passkey-steps.server'
import { recordProof } from './proofs.server'
import { countTry } from './rate-limits.server'
import type { Visitor } from './sessions.server'
import { usePasskey } from './use-passkey.server'
import { requestUse } from './webauthn.server'

/** Asks for one of the actor's own passkeys, as a fresh proof. @throws Forbidden, Invalid, TooManyTries */
export async function beginPasskeyProof(actor: Actor, visitor: Visitor): Promise<BegunUse> {
  ensureAccountWide(actor)
  await countTry('passkey-challenge-address', visitor.address)
  const passkeys = await db().passkey.findMany({ where: { accountId: actor.accountId } })
  if (passkeys.length === 0) {
    throw new Invalid('no-passkey', 'Your account has no passkey. Confirm it another way.')
  }
  const request = await requestUse(passkeys)
  const { challenge } = request.options
  const cookie = await beginPasskeyStep(actor.accountId, { challenge, purpose: 'proof' })
  return { request, cookie }
}

/**
 * Takes a passkey of the actor's own account as the proof of this moment, for this session.
 * @returns the session's new cookie and the one that ends the step
 * @throws Invalid when it is not accepted, TooManyTries.
 */
export async function proveWithPasskey(
  actor: Actor,
  answer: AssertionAnswer,
  cookieHeader: string | null,
  visitor: Visitor,
): Promise<string[]> {
  ensureAccountWide(actor)
  await countTry('sign-in-address', visitor.address)
  const step = await takePasskeyStep('proof', cookieHeader)
  if (step.accountId !== actor.accountId) throw new NotFound('passkey')
  await usePasskey(answer, { challenge: step.challenge, accountId: actor.accountId })
  const cookie = await recordProof(actor, { hasSecondFactor: true })
  const over = clearCeremonyCookie('passkey-proof')
  return cookie ? [cookie, over] : [over]
}
