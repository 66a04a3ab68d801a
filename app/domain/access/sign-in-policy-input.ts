/**
 * What the form of the sign-in settings sends.
 *
 *     SignInPolicyInput.parse({ secondFactorFor: 'everyone', secondFactorFrom: '2026-12-14', … })
 */
import { z } from 'zod'
import { absoluteChoices, demandGroups, idleChoices } from '~/domain/access/sign-in-policy-words'
import { formVersion, optionalDate } from '~/domain/tasks/text-input'

const group = z.enum(demandGroups, { error: 'Choose one from the list.' })

const oneOf = (choices: readonly number[]) =>
  z.coerce
    .number({ error: 'Choose one from the list.' })
    .refine((minutes) => choices.includes(minutes), { error: 'Choose one from the list.' })

export const SignInPolicyInput = z
  .object({
    secondFactorFor: group,
    secondFactorFrom: optionalDate,
    singleSignOnFor: group.default('nobody'),
    singleSignOnFrom: optionalDate,
    idleMinutes: oneOf(idleChoices),
    absoluteMinutes: oneOf(absoluteChoices),
    version: formVersion,
  })
  .refine(({ idleMinutes, absoluteMinutes }) => idleMinutes <= absoluteMinutes, {
    error: 'A session cannot lie unused for longer than it may last in all.',
    path: ['idleMinutes'],
  })
export type SignInPolicyInput = z.infer<typeof SignInPolicyInput>
