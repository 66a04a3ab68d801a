/**
 * Who somebody is here whom a provider vouches for. A provider belongs to one organisation, whose
 * administrators choose what it says; so what it says counts in that organisation only. It finds
 * people of that organisation, never accounts by their address.
 *
 *     decideFirstSignIn(provider, { email: 'nora@clinic.example', isEmailVerified: true }, null)
 *     // { kind: 'create' } where the provider makes people and the domain is bound to it
 */
import { Forbidden } from '~/domain/shared/errors'

/** What a provider said of somebody, once its signature was checked. */
export interface ProviderClaims {
  /** The provider's own name for them, which never changes. */
  subject: string
  /** In lower case. */
  email: string
  /** What the provider says about the address; null where it says nothing. */
  isEmailVerified: boolean | null
  name: string | null
}

/** What the rule needs to know of the provider. */
export interface ProviderTerms {
  name: string
  domains: readonly string[]
  createsPeople: boolean
}

/** The person of the provider's organisation who has the address. */
export interface AddressedPerson {
  id: string
  /** Null for somebody who has not joined yet. */
  accountId: string | null
  isDeactivated: boolean
  /** Acts from mail only. */
  isContact: boolean
  /** The last invitation was withdrawn. */
  isWithdrawn: boolean
  /** The provider knows them already, under another subject. */
  isLinked: boolean
}

export type FirstSignIn =
  /** Joined already: the provider's subject is noted with their account. */
  | { kind: 'link'; personId: string; accountId: string }
  /** Invited: joins with an account that only this provider opens. */
  | { kind: 'join'; personId: string }
  /** Unknown: is made, with an account that only this provider opens. */
  | { kind: 'create' }

/** The part after the last @, in lower case. */
export const domainOf = (email: string): string =>
  email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/**
 * What becomes of a subject that the provider sends for the first time.
 * @throws Forbidden with the reason, for the person to read
 */
export function decideFirstSignIn(
  provider: ProviderTerms,
  claims: Pick<ProviderClaims, 'email' | 'isEmailVerified'>,
  person: AddressedPerson | null,
): FirstSignIn {
  const isBound = provider.domains.includes(domainOf(claims.email))
  if (claims.isEmailVerified === false || (claims.isEmailVerified === null && !isBound)) {
    throw new Forbidden(
      `${provider.name} does not say that ${claims.email} was verified, so nobody was signed in. Have the address verified there, then try again.`,
    )
  }
  if (person) return decideForPerson(provider, claims.email, person)
  if (!provider.createsPeople) {
    throw new Forbidden(
      `${provider.name} knows you as ${claims.email}, and nobody here has that address. Ask an administrator to invite it, then try again.`,
    )
  }
  if (!isBound) {
    throw new Forbidden(
      `${claims.email} is not of a domain that ${provider.name} may make people for. Ask an administrator to invite you.`,
    )
  }
  return { kind: 'create' }
}

function decideForPerson(
  provider: ProviderTerms,
  email: string,
  person: AddressedPerson,
): FirstSignIn {
  if (person.isDeactivated) {
    throw new Forbidden(`${email} was deactivated here. Ask an administrator to invite it again.`)
  }
  if (person.isContact) {
    throw new Forbidden(
      `${email} is a contact, who acts through the links in mail and does not sign in. Ask an administrator to invite it as a member.`,
    )
  }
  if (person.isLinked) {
    throw new Forbidden(
      `Somebody else at ${provider.name} signed in as ${email} before. Ask an administrator to look under Settings, Single sign-on, and to unlink them if this is you.`,
    )
  }
  if (person.accountId !== null) {
    return { kind: 'link', personId: person.id, accountId: person.accountId }
  }
  if (person.isWithdrawn) {
    throw new Forbidden(
      `The invitation of ${email} was withdrawn. Ask an administrator to invite it again.`,
    )
  }
  return { kind: 'join', personId: person.id }
}
