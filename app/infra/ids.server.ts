import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'

/** A new id: UUIDv7, so ids sort by the time they were made. */
export const newId = (): string => uuidv7()

/** A secret for a link: 256 random bits in URL-safe letters. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hex; what is stored of a secret, and how guides, files and reviews are known. */
export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')
