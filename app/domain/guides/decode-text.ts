/**
 * Turns what somebody uploaded or pasted into the text that everything else works on: one kind of
 * line end, no byte order mark, no invisible hints. Offsets of items count in this text, and its
 * hash is what a guide revision is known by, so the same guide pasted and uploaded is the same.
 *
 *     decodeText(new Uint8Array([0x48, 0x69, 0x0d, 0x0a])) // 'Hi\n'
 *     normalisePastedText('A\r\nB')                        // 'A\nB'
 *
 * UTF-8 and UTF-16 are recognised by their marks or by their bytes; anything else that is text is
 * read as Windows-1252, the encoding of old Windows files.
 */
import { Invalid } from '~/domain/shared/errors'

/** The largest guide that is read, in bytes of its file or characters of its text: 5 MB. */
export const guideSizeLimitBytes = 5 * 1024 * 1024

const sniffedBytes = 4096
const utf16NulShare = 0.3

/** The text of a file. Throws Invalid when it is empty, too large or no text. */
export function decodeText(bytes: Uint8Array): string {
  ensureSize(bytes.length)
  return ensureWords(normaliseText(decodeBytes(bytes)))
}

/** The same for text that was pasted. Throws Invalid when it is empty or too large. */
export function normalisePastedText(text: string): string {
  ensureSize(text.length)
  return ensureWords(normaliseText(text))
}

/** Line feeds for every kind of line end; byte order marks, soft hyphens and zero-width spaces gone. */
function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[^\P{Cc}\t\n]/gu, '\uFFFD')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

function decodeBytes(bytes: Uint8Array): string {
  const encoding = encodingByMark(bytes) ?? encodingByNuls(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  if (looksBinary(bytes)) {
    throw new Invalid(
      'guide-not-text',
      'This file is not text, so nothing was imported and nothing was changed. Save the guide as a text or Markdown file (.txt, .md) and choose it again, or paste its text.',
      'file',
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

/** Windows-1252 from 0x80 to 0x9F; five places are empty and stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** By a table of its own: the TextDecoder of Node 20 reads these bytes as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? '')
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: in Western text every second byte is zero, always on the same side. */
function encodingByNuls(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, sniffedBytes)
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = length / 2
  if (even === 0 && odd / half > utf16NulShare) return 'utf-16le'
  if (odd === 0 && even / half > utf16NulShare) return 'utf-16be'
  return null
}

/** A zero byte anywhere, a PDF or ZIP signature, or more than one control character in fifty. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 5))
  if (start.startsWith('%PDF-') || start.startsWith('PK\u0003\u0004')) return true
  if (bytes.includes(0)) return true
  const sample = bytes.subarray(0, sniffedBytes)
  let controls = 0
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
  }
  return controls * 50 > sample.length
}

function ensureSize(size: number): void {
  if (size <= guideSizeLimitBytes) return
  const limit = `${guideSizeLimitBytes / 1024 / 1024} MB`
  throw new Invalid(
    'guide-too-large',
    `This guide is larger than ${limit}, so nothing was imported and nothing was changed. Import only the part that holds the plan, or split the guide into several.`,
    'file',
  )
}

function ensureWords(text: string): string {
  if (/[\p{L}\p{N}]/u.test(text)) return text
  throw new Invalid(
    'guide-empty',
    'There is no text in this guide, so nothing was imported and nothing was changed. Choose a file with text in it, or paste the text of the guide.',
    'file',
  )
}
