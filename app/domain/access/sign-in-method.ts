/**
 * How somebody signed in. `link` is the link of an invitation together with the password chosen
 * there; `demo` is the demo clinic's own door.
 *
 *     countsAsTwoFactors('passkey') // true: a device, and what unlocks it
 */
export const signInMethods = ['password', 'passkey', 'single-sign-on', 'link', 'demo'] as const
export type SignInMethod = (typeof signInMethods)[number]

export const signInMethodLabel: Record<SignInMethod, string> = {
  password: 'Password',
  passkey: 'Passkey',
  'single-sign-on': 'Single sign-on',
  link: 'Invitation link',
  demo: 'Demo clinic',
}

/**
 * Whether the method alone proves two factors: a passkey with user verification does (NIST SP
 * 800-63B-4, section 3.1.7), and with single sign-on the provider answers for it.
 */
export const countsAsTwoFactors = (method: SignInMethod): boolean =>
  method === 'passkey' || method === 'single-sign-on'
