/**
 * Recovery codes as people read and type them: 24 letters and digits in groups of four, from an
 * alphabet without I, L, O and U, so that a code read from paper is typed right. 120 bits each, more
 * than the 112 from which an unsalted hash is enough (NIST SP 800-63B-4, section 3.1.2).
 *
 *     formatRecoveryCode('7K3M9XQ2…')             // '7K3M-9XQ2-…'
 *     readRecoveryCode(' 7k3m-9xq2-… ')           // '7K3M9XQ2…'
 */
export const recoveryCodeCount = 10
export const recoveryCodeLength = 24
export const recoveryCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code from random bytes, one letter a byte: 256 is a multiple of 32, so no letter is likelier. */
export function buildRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== recoveryCodeLength) throw new RangeError('one byte a letter')
  return [...bytes].map((byte) => recoveryCodeAlphabet[byte % 32]).join('')
}

export const formatRecoveryCode = (code: string): string => code.replace(/(.{4})(?!$)/g, '$1-')

/** What somebody typed, as it was made: case, gaps and letters that look like digits do not matter. */
export function readRecoveryCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
