import type { AssertionAnswer } from '~/domain/access/passkey-answers'
import { Invalid } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { clearCeremonyCookie, findCeremony, takeCeremony, type Ceremony } from './ceremonies.server'
import { finishSignIn, type SignInAnswer } from './finish-sign-in.server'
import { beginPasskeyStep, takePasskeyStep } from './passkey-steps.server'
import { countTry } from './rate-limits.server'
import type { Visitor } from './sessions.server'
import { usePasskey } from './use-passkey.server'
import { requestUse, type UseRequest } from './webauthn.server'

/** What the browser is to be asked, and the cookie that binds the challenge to it. */
export interface BegunUse {
  request: UseRequest
  cookie: string
}

/** What came of it; every cookie is to be sent. */
export interface PasskeySignIn {
  step: SignInAnswer['step']
  cookies: string[]
  /** Where the person wanted to go. */
  to: string | undefined
}

const nobody = () =>
  new Invalid(
    'passkey-not-accepted',
    'This passkey belongs to nobody who may sign in here. Ask an administrator of your organisation.',
  )

/**
 * Asks for any passkey of this site: the device says whose it is, so nothing is typed and nothing
 * is told about who has an account.
 * @throws TooManyTries
 */
export async function beginPasskeySignIn(
  input: { to?: string | undefined },
  visitor: Visitor,
): Promise<BegunUse> {
  await countTry('passkey-challenge-address', visitor.address)
  const request = await requestUse()
  const { challenge } = request.options
  const to = input.to ? { to: input.to } : {}
  const cookie = await beginPasskeyStep(null, { challenge, purpose: 'sign-in', ...to })
  return { request, cookie }
}

/**
 * Signs in with a passkey alone.
 * @throws Invalid when it is not accepted, TooManyTries.
 */
export async function signInWithPasskey(
  answer: AssertionAnswer,
  cookieHeader: string | null,
  visitor: Visitor,
): Promise<PasskeySignIn> {
  await countTry('sign-in-address', visitor.address)
  const step = await takePasskeyStep('sign-in', cookieHeader)
  const { accountId } = await usePasskey(answer, step)
  const signedIn = await finishSignIn({
    accountId,
    method: 'passkey',
    visitor,
    ...(step.to ? { to: step.to } : {}),
  })
  if (!signedIn) throw nobody()
  return {
    step: signedIn.step,
    cookies: [signedIn.cookie, clearCeremonyCookie('passkey-sign-in')],
    to: step.to,
  }
}

/** The step that a password (or a provider) opened, which knows whose second factor is awaited. */
async function secondStep(
  find: typeof findCeremony,
  cookieHeader: string | null,
): Promise<Ceremony & { accountId: string }> {
  const open = await find('second-step', cookieHeader)
  if (open?.accountId) return { ...open, accountId: open.accountId }
  throw new Invalid(
    'second-step-over',
    'More than ten minutes have passed since you entered your password. Sign in again.',
  )
}

/** What the second step remembers of the first, as far as it concerns this one. */
function remembered({ payload }: Ceremony): { to?: string; organisationId?: string } {
  if (typeof payload !== 'object' || payload === null) return {}
  const { to, organisationId } = payload as { to?: unknown; organisationId?: unknown }
  return {
    ...(typeof to === 'string' ? { to } : {}),
    ...(typeof organisationId === 'string' ? { organisationId } : {}),
  }
}

/** Asks for a passkey of the account whose password was right. @throws Invalid, TooManyTries */
export async function beginPasskeySecondStep(
  cookieHeader: string | null,
  visitor: Visitor,
): Promise<BegunUse> {
  await countTry('passkey-challenge-address', visitor.address)
  const { accountId } = await secondStep(findCeremony, cookieHeader)
  const passkeys = await db().passkey.findMany({ where: { accountId } })
  if (passkeys.length === 0) throw new Invalid('no-passkey', 'Your account has no passkey.')
  const request = await requestUse(passkeys)
  const { challenge } = request.options
  const cookie = await beginPasskeyStep(accountId, { challenge, purpose: 'second-step' })
  return { request, cookie }
}

/**
 * Ends a sign-in at its second step. A passkey is a whole proof by itself, so what follows is the
 * same as with a passkey alone, in the organisation that the first step was for.
 * @throws Invalid when it is not accepted, TooManyTries.
 */
export async function passSecondStepWithPasskey(
  answer: AssertionAnswer,
  cookieHeader: string | null,
  visitor: Visitor,
): Promise<PasskeySignIn> {
  await countTry('sign-in-address', visitor.address)
  const step = await takePasskeyStep('second-step', cookieHeader)
  const open = await secondStep(findCeremony, cookieHeader)
  if (step.accountId !== open.accountId) throw nobody()
  await usePasskey(answer, { challenge: step.challenge, accountId: open.accountId })
  await secondStep(takeCeremony, cookieHeader)
  const { to, organisationId } = remembered(open)
  const signedIn = await finishSignIn({
    accountId: open.accountId,
    method: 'passkey',
    visitor,
    ...(organisationId ? { organisationId } : {}),
    ...(to ? { to } : {}),
  })
  if (!signedIn) throw nobody()
  return {
    step: signedIn.step,
    cookies: [
      signedIn.cookie,
      clearCeremonyCookie('passkey-sign-in'),
      clearCeremonyCookie('second-step'),
    ],
    to,
  }
}
