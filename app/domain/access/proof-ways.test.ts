import { describe, expect, it } from 'vitest'
import { hasSecondFactor, proofWays } from './proof-ways'

const all = { hasPassword: true, hasAuthenticator: true, passkeyCount: 2 }
const none = { hasPassword: false, hasAuthenticator: false, passkeyCount: 0 }

describe('proofWays', () => {
  it('offers what the account has', () => {
    const own = { isAccountWide: true, isDemo: false }
    expect(proofWays(own, all)).toEqual({
      ...{ password: true, code: true, passkey: true },
      ...{ singleSignOn: false, isDemo: false },
    })
    expect(Object.values(proofWays(own, none))).toEqual([false, false, false, false, false])
  })

  it('offers a session of single sign-on only its provider, whatever the account has', () => {
    expect(proofWays({ isAccountWide: false, isDemo: false }, all)).toEqual({
      ...{ password: false, code: false, passkey: false },
      ...{ singleSignOn: true, isDemo: false },
    })
  })

  it('lets the demo clinic through', () => {
    expect(proofWays({ isAccountWide: true, isDemo: true }, none).isDemo).toBe(true)
  })
})

describe('hasSecondFactor', () => {
  it.each([
    [{ ...none, hasPassword: true }, false],
    [{ ...none, hasAuthenticator: true }, true],
    [{ ...none, passkeyCount: 1 }, true],
  ])('%j', (factors, expected) => expect(hasSecondFactor(factors)).toBe(expected))
})
