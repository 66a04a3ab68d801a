import { expect, it } from 'vitest'
import { countsAsTwoFactors, signInMethodLabel, signInMethods } from './sign-in-method'

it('takes passkeys and providers as two factors, and no password', () => {
  expect(signInMethods.filter(countsAsTwoFactors)).toEqual(['passkey', 'single-sign-on'])
})

it('names every method', () => {
  for (const method of signInMethods) expect(signInMethodLabel[method]).toMatch(/^[A-Z]/)
})
