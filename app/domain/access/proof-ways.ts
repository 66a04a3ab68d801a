/**
 * By which ways somebody can prove that it is them, and what a session may touch of the account behind
 * it. With single sign-on one organisation's provider vouches for the person, for that organisation
 * only: such a session neither proves itself with the account's own password or factors nor changes
 * them, so whoever runs a provider never comes to own the account.
 *
 *     proofWays(facts) // { password: true, code: true, isDemo: false }
 */
import type { Actor } from '~/domain/access/actor'

/** What an account can prove itself with. */
export interface AccountFactors {
  hasPassword: boolean
  /** A confirmed authenticator app. */
  hasAuthenticator: boolean
  passkeyCount: number
}

export interface ProofWays {
  password: boolean
  /** A code from the authenticator app. */
  code: boolean
  passkey: boolean
  singleSignOn: boolean
  /** The demo clinic's people have nothing to prove themselves with; one click will do. */
  isDemo: boolean
}

export function proofWays(
  { isAccountWide, isDemo }: Pick<Actor, 'isAccountWide' | 'isDemo'>,
  { hasPassword, hasAuthenticator, passkeyCount }: AccountFactors,
): ProofWays {
  return {
    password: isAccountWide && hasPassword,
    code: isAccountWide && hasAuthenticator,
    passkey: isAccountWide && passkeyCount > 0,
    singleSignOn: !isAccountWide,
    isDemo,
  }
}

/** Whether an account has a second factor beside a password. */
export const hasSecondFactor = ({ hasAuthenticator, passkeyCount }: AccountFactors): boolean =>
  hasAuthenticator || passkeyCount > 0
