import { createHmac } from 'node:crypto'

/**
 * RFC 6238 from its text, with nothing but an HMAC, so that the codes in tests come from somewhere
 * else than the library under test. `totp.test.ts` holds it to the vectors of the RFC's appendix B.
 */
export function totp(key: Uint8Array, unixSeconds: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(unixSeconds / 30)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac[mac.length - 1]! & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** RFC 4648's base32, as authenticator apps are given their key. */
export function base32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/[\s=]/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2))
}

/** The code an app with this key shows at an instant. */
export const codeAt = (key: string, at: Date): string => totp(base32(key), at.getTime() / 1000)
