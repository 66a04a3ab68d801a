import { expect, it } from 'vitest'
import { base32, totp } from '~tests/support/totp'

const key = Buffer.from('12345678901234567890')

it.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238, appendix B: the code at %i', (seconds, code) => {
  expect(totp(key, seconds, 8)).toBe(code)
})

it('reads base32 as RFC 4648 writes it', () => {
  expect(Buffer.from(base32('MZXW6YTBOI======')).toString()).toBe('foobar')
})
