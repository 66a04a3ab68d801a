import { describe, expect, it } from 'vitest'
import { Forbidden } from '~/domain/shared/errors'
import {
  decideFirstSignIn,
  domainOf,
  type AddressedPerson,
  type ProviderTerms,
} from './single-sign-on'
import { ensureAccountWide } from './account-wide'

const provider: ProviderTerms = { name: 'Entra', domains: ['clinic.example'], createsPeople: true }
const person: AddressedPerson = {
  id: 'p1',
  accountId: 'a1',
  isDeactivated: false,
  isContact: false,
  isWithdrawn: false,
  isLinked: false,
}
const inside = { email: 'nora@clinic.example', isEmailVerified: null }
const outside = { email: 'nora@elsewhere.example', isEmailVerified: null }
const verified = { ...outside, isEmailVerified: true }

describe('decideFirstSignIn', () => {
  it('links a member, lets an invited person join, and makes others where it may', () => {
    expect(decideFirstSignIn(provider, inside, person)).toEqual({
      kind: 'link',
      personId: 'p1',
      accountId: 'a1',
    })
    expect(decideFirstSignIn(provider, inside, { ...person, accountId: null })).toEqual({
      kind: 'join',
      personId: 'p1',
    })
    expect(decideFirstSignIn(provider, inside, null)).toEqual({ kind: 'create' })
  })

  it('takes an address of a foreign domain only when it is verified, and makes nobody for it', () => {
    expect(() => decideFirstSignIn(provider, outside, person)).toThrow(/verified/)
    expect(decideFirstSignIn(provider, verified, person)).toMatchObject({ kind: 'link' })
    expect(() => decideFirstSignIn(provider, verified, null)).toThrow(/not of a domain/)
  })

  it('takes no address that the provider calls unverified, whatever the domain', () => {
    const unverified = { ...inside, isEmailVerified: false }
    for (const who of [person, { ...person, accountId: null }, null])
      expect(() => decideFirstSignIn(provider, unverified, who)).toThrow(Forbidden)
  })

  it('makes nobody where the organisation did not allow it', () => {
    expect(() => decideFirstSignIn({ ...provider, createsPeople: false }, inside, null)).toThrow(
      /invite/,
    )
  })

  const refused: [string, Partial<AddressedPerson>, RegExp][] = [
    ['deactivated people', { isDeactivated: true }, /deactivated/],
    ['contacts', { isContact: true, accountId: null }, /contact/],
    ['people whom it knows under another subject', { isLinked: true }, /unlink/],
    ['people whose invitation was withdrawn', { isWithdrawn: true, accountId: null }, /withdrawn/],
  ]
  for (const [who, change, reason] of refused) {
    it(`refuses ${who}`, () => {
      expect(() => decideFirstSignIn(provider, inside, { ...person, ...change })).toThrow(reason)
    })
  }

  it('reads the domain behind the last @', () => {
    expect(domainOf('"a@clinic.example"@Evil.example')).toBe('evil.example')
  })
})

describe('ensureAccountWide', () => {
  it('lets through who proved the account, and nobody whom a provider vouches for', () => {
    expect(() => ensureAccountWide({ isAccountWide: true })).not.toThrow()
    expect(() => ensureAccountWide({ isAccountWide: false })).toThrow(Forbidden)
  })
})
