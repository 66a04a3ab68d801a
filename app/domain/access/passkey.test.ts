import { describe, expect, it } from 'vitest'
import { Invalid } from '~/domain/shared/errors'
import {
  canRemovePasskey,
  ensureCanRemovePasskey,
  isCounterAhead,
  PasskeyInput,
  passkeyName,
  relyingPartyOf,
} from './passkey'

describe('passkeyName', () => {
  const at = new Date('2026-11-28T23:30:00Z')

  it('says the day, by the clocks of its owner', () => {
    expect(passkeyName(at, 'UTC', [])).toBe('Passkey of 28 Nov 2026')
    expect(passkeyName(at, 'Europe/Zurich', [])).toBe('Passkey of 29 Nov 2026')
  })

  it('counts on where the name is taken', () => {
    const taken = ['Passkey of 28 Nov 2026', 'Passkey of 28 Nov 2026 (2)']
    expect(passkeyName(at, 'UTC', taken.slice(0, 1))).toBe('Passkey of 28 Nov 2026 (2)')
    expect(passkeyName(at, 'UTC', taken)).toBe('Passkey of 28 Nov 2026 (3)')
  })
})

describe('canRemovePasskey', () => {
  it.each([
    [false, 1, 0, false],
    [false, 0, 0, false],
    [true, 1, 0, true],
    [false, 2, 0, true],
    [false, 1, 1, true],
  ])(
    'password: %s, %s passkeys, %s providers: %s',
    (hasPassword, passkeyCount, providerCount, may) => {
      const ways = { hasPassword, passkeyCount, providerCount }
      expect(canRemovePasskey(ways)).toBe(may)
      if (may) expect(() => ensureCanRemovePasskey(ways)).not.toThrow()
      else expect(() => ensureCanRemovePasskey(ways)).toThrow(Invalid)
    },
  )
})

describe('isCounterAhead', () => {
  it.each([
    [0, 0, true],
    [0, 1, true],
    [7, 8, true],
    [7, 7, false],
    [7, 6, false],
    [7, 0, false],
  ])('after %s, %s: %s', (known, signed, expected) => {
    expect(isCounterAhead(known, signed)).toBe(expected)
  })
})

describe('relyingPartyOf', () => {
  it.each([
    ['https://plans.clinic.example', 'plans.clinic.example', 'https://plans.clinic.example'],
    [
      'https://plans.clinic.example:8443/',
      'plans.clinic.example',
      'https://plans.clinic.example:8443',
    ],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ])('%s', (url, id, origin) => {
    expect(relyingPartyOf(url)).toEqual({ id, origin })
  })

  it.each([
    'https://192.0.2.7',
    'http://127.0.0.1:3000',
    'https://[::1]:3000',
    'https://2130706433',
    'http://plans.clinic.example',
  ])('none for %s', (url) => {
    expect(relyingPartyOf(url)).toBeNull()
  })
})

it('takes names of one line and 60 characters', () => {
  expect(PasskeyInput.parse({ name: '  Ward telephone ' }).name).toBe('Ward telephone')
  for (const name of ['', '   ', 'x'.repeat(61), 'a\nb']) {
    expect(PasskeyInput.safeParse({ name }).success).toBe(false)
  }
})
