/**
 * What people type to get in, with the sentences that say what is missing. Addresses are compared in
 * lower case; passwords are taken as they are, at least twelve characters, with no rules of
 * composition (NIST SP 800-63B-4, section 3.1.1.2: length, not classes of characters). Which long
 * ones are refused all the same is in `password-rules.ts`.
 *
 *     SignInInput.parse({ email: ' Ann@Clinic.example ', password: '…' }).email // 'ann@clinic.example'
 */
import { z } from 'zod'
import { dateLanguages } from '~/domain/calendar/date-words'
import { TimeZone } from '~/domain/calendar/time-zone'

export const EmailAddress = z
  .string({ message: 'Enter an email address.' })
  .trim()
  .toLowerCase()
  .max(254, 'An email address has at most 254 characters.')
  .pipe(z.email('Enter an email address such as name@clinic.example.'))

export const PersonName = z
  .string({ message: 'Enter a name.' })
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'A name has at most 100 characters here.')
  .regex(/^[^\p{Cc}]*$/u, 'A name has no line breaks.')

/** Twelve to 200 characters: the upper bound keeps hashing cheap to refuse. */
export const NewPassword = z
  .string({ message: 'Choose a password.' })
  .min(12, 'Choose a password of at least 12 characters.')
  .max(200, 'A password has at most 200 characters.')

export const SignInInput = z.object({
  email: EmailAddress,
  password: z.string({ message: 'Enter your password.' }).min(1, 'Enter your password.').max(200),
  /** Where the person wanted to go. */
  to: z.string().max(2000).optional(),
})
export type SignInInput = z.infer<typeof SignInInput>

export const ForgotPasswordInput = z.object({ email: EmailAddress })
export type ForgotPasswordInput = z.infer<typeof ForgotPasswordInput>

export const ResetPasswordInput = z.object({ password: NewPassword })
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>

export const AcceptInvitationInput = z.object({ name: PersonName, password: NewPassword })
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>

export const SetUpInput = z.object({
  organisationName: z
    .string({ message: 'Enter the name of your organisation.' })
    .trim()
    .min(1, 'Enter the name of your organisation.')
    .max(120, 'A name has at most 120 characters here.'),
  timeZone: TimeZone,
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
  token: z.string().max(200).optional(),
})
export type SetUpInput = z.infer<typeof SetUpInput>

export const ProfileInput = z.object({
  name: PersonName,
  timeZone: z.preprocess((value) => (value === '' ? undefined : value), TimeZone.optional()),
  /** None ticked is the organisation's week. */
  workingDays: z
    .array(z.coerce.number().int().min(1).max(7), { error: 'Choose days of the week.' })
    .default([])
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
  dateLanguage: z.preprocess(
    (value) => (value === '' || value === 'en' ? undefined : value),
    z.enum(dateLanguages, { error: 'Choose a language from the list.' }).optional(),
  ),
})
type WholeProfile = z.infer<typeof ProfileInput>
/** What the services take; what they are not told of stays as it is for nobody: it is the default. */
export type ProfileInput = Pick<WholeProfile, 'name' | 'timeZone'> & Partial<WholeProfile>

export const ChangePasswordInput = z.object({
  /** Asked of an account that has one. */
  currentPassword: z.string().max(200).optional(),
  password: NewPassword,
})
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>

/** A code of an authenticator app or a recovery code, as somebody types it. */
export const CodeInput = z.object({
  code: z.string({ message: 'Enter the code.' }).trim().min(1, 'Enter the code.').max(100),
})
export type CodeInput = z.infer<typeof CodeInput>

/** What confirms that it is you: the one that is filled in counts. */
export const ProofInput = z.object({
  proofPassword: z.string().max(200).optional(),
  proofCode: z.string().max(100).optional(),
})
export type ProofInput = z.infer<typeof ProofInput>

/**
 * Where to go after signing in: a path of this site, or My tasks. Anything that a browser could read
 * as another site (`//evil`, `/\evil`, a scheme) is dropped.
 */
export function safeReturnPath(to: string | null | undefined, fallback: string): string {
  if (!to || !/^\/(?![/\\])/.test(to) || /[\p{Cc}\\]/u.test(to)) return fallback
  return to
}
