import { z } from 'zod'
import { Invalid } from '~/domain/shared/errors'
import { beginCeremony, takeCeremony } from './ceremonies.server'

/**
 * The challenge between asking a browser for a passkey and its answer. What it was asked for is kept
 * with it, so that an answer for one purpose is never taken for another.
 */
const Step = z.object({
  challenge: z.string(),
  purpose: z.enum(['sign-in', 'second-step', 'proof', 'registration', 'invitation']),
  /** Where the person wanted to go, at a sign-in. */
  to: z.string().optional(),
  /** The open invitation, where one is accepted. */
  invitationId: z.string().optional(),
})
type Step = z.infer<typeof Step>
export type PasskeyPurpose = Step['purpose']

const kinds = {
  'sign-in': 'passkey-sign-in',
  'second-step': 'passkey-sign-in',
  proof: 'passkey-proof',
  registration: 'passkey-registration',
  invitation: 'passkey-registration',
} as const

/** Remembers the challenge; returns the cookie that binds it to this browser. */
export function beginPasskeyStep(accountId: string | null, step: Step): Promise<string> {
  return beginCeremony(kinds[step.purpose], { accountId, payload: step })
}

/**
 * Takes the challenge a browser was given, once.
 * @throws Invalid where there is none: too late, taken already, another browser, or another purpose.
 */
export async function takePasskeyStep(
  purpose: PasskeyPurpose,
  cookieHeader: string | null,
): Promise<Step & { accountId: string | null }> {
  const ceremony = await takeCeremony(kinds[purpose], cookieHeader)
  const step = Step.safeParse(ceremony?.payload)
  if (ceremony && step.success && step.data.purpose === purpose) {
    return { ...step.data, accountId: ceremony.accountId }
  }
  throw new Invalid(
    'passkey-step-over',
    'This was begun more than ten minutes ago, or in another window, so it was not taken. Nothing was changed; try again.',
  )
}
