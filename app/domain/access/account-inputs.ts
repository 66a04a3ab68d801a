/**
 * What people type to get in, with the sentences that say what is missing. Addresses are compared in
 * lower case; passwords are taken as they are, at least twelve characters, with no rules of
 * composition (NIST SP 800-63B-4, section 3.1.1.2: length, not classes of characters).
 *
 *     SignInInput.parse({ email: ' Ann@Clinic.example ', password: '…' }).email // 'ann@clinic.example'
 */
import { z } from 'zod'
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
})
export type ProfileInput = z.infer<typeof ProfileInput>

export const ChangePasswordInput = z.object({
  currentPassword: z.string({ message: 'Enter your current password.' }).min(1).max(200),
  password: NewPassword,
})
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>

/**
 * Where to go after signing in: a path of this site, or My tasks. Anything that a browser could read
 * as another site (`//evil`, `/\evil`, a scheme) is dropped.
 */
export function safeReturnPath(to: string | null | undefined, fallback: string): string {
  if (!to || !/^\/(?![/\\])/.test(to) || /[\p{Cc}\\]/u.test(to)) return fallback
  return to
}
