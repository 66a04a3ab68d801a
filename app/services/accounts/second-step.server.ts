import { z } from 'zod'
import { signInMethods } from '~/domain/access/sign-in-method'
import { Invalid } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { log } from '~/infra/log.server'
import { getAccountFactors } from './account-factors.server'
import { takeAuthenticatorCode } from './authenticators.server'
import { findCeremony, takeCeremony } from './ceremonies.server'
import { beginToldSession } from './finish-sign-in.server'
import { countTry, forgiveTries } from './rate-limits.server'
import { noteRefusal } from './note-refused-sign-in.server'
import { countRecoveryCodes, takeRecoveryCode } from './recovery-codes.server'
import type { Visitor } from './sessions.server'

/** What a sign-in that waits for its second step remembers. */
const SecondStep = z.object({
  organisationId: z.string(),
  method: z.enum(signInMethods),
  to: z.string(),
})

/** What the page of the second step offers. */
export interface SecondStepPage {
  hasAuthenticator: boolean
  hasPasskey: boolean
  hasRecoveryCodes: boolean
}

const over = () =>
  new Invalid(
    'second-step-over',
    'This sign-in took longer than ten minutes, or was finished in another window. Sign in again.',
  )

/** The second step a browser is in, with the account behind it; null where it is in none. */
export async function findSecondStep(cookieHeader: string | null): Promise<SecondStepPage | null> {
  const step = await findCeremony('second-step', cookieHeader)
  if (!step?.accountId) return null
  const { hasAuthenticator, passkeyCount } = await getAccountFactors(step.accountId)
  const codes = await countRecoveryCodes(db(), step.accountId)
  return { hasAuthenticator, hasPasskey: passkeyCount > 0, hasRecoveryCodes: codes > 0 }
}

/**
 * Ends a sign-in whose second factor was proved in another way than by a code, such as a passkey of
 * this same account. Whoever calls it has checked the proof.
 * @throws Invalid when the step is over, or somebody else's
 */
export async function finishSecondStep(
  cookieHeader: string | null,
  accountId: string,
  visitor: Visitor,
): Promise<{ cookie: string; to: string }> {
  const step = await takeCeremony('second-step', cookieHeader)
  if (!step?.accountId || step.accountId !== accountId) throw over()
  const { organisationId, method, to } = SecondStep.parse(step.payload)
  const isStillThere = await db().person.count({
    where: { accountId, organisationId, deactivatedAt: null },
  })
  if (isStillThere === 0) throw over()
  const start = { method, visitor, hasSecondFactor: true }
  return { cookie: await beginToldSession(accountId, organisationId, start), to }
}

/**
 * Finishes a sign-in with a code of the app, or a recovery code. Tries are counted by account, over a
 * quarter of an hour and over a day, and by address.
 * @throws Invalid when the code does not fit or the step is over, TooManyTries
 */
export async function takeSecondStep(
  cookieHeader: string | null,
  input: { code: string; isRecoveryCode: boolean },
  visitor: Visitor,
): Promise<{ cookie: string; to: string }> {
  await countTry('code-address', visitor.address)
  const step = await findCeremony('second-step', cookieHeader)
  if (!step?.accountId) throw over()
  const { accountId } = step
  await countTry('code-account', accountId)
  await countTry('code-account-day', accountId)
  const isRight = input.isRecoveryCode
    ? await takeRecoveryCode(accountId, visitor.address, input.code)
    : await takeAuthenticatorCode(accountId, input.code)
  if (!isRight) {
    log().info({ accountId }, 'a second step was refused')
    await noteRefusal(accountId, visitor.address, 'at the second step')
    throw new Invalid('wrong-code', wrongWords(input.isRecoveryCode), 'code')
  }
  await forgiveTries('code-account', accountId)
  await forgiveTries('code-account-day', accountId)
  return finishSecondStep(cookieHeader, accountId, visitor)
}

const wrongWords = (isRecoveryCode: boolean) =>
  isRecoveryCode
    ? 'This recovery code does not fit, or was used already. Each works once.'
    : 'This code does not fit, or was used already. Wait until the app shows the next one, and enter that.'
