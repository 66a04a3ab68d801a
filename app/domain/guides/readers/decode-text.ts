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
import { cleanCharacters } from './clean-characters'

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

/** Line feeds for every kind of line end, plain spaces between words, and nothing that nobody sees. */
function normaliseText(text: string): string {
  return plainSpaces(cleanCharacters(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')))
}

/** Spaces that do not break are spaces, but for those that indent a line: there they are no code. */
function plainSpaces(text: string): string {
  if (!/[\u00A0\u2007\u202F]/.test(text)) return text
  return text.replace(
    /^[ \t]*[\u00A0\u2007\u202F][\s\u00A0]*?(?=[^\s])|[\u00A0\u2007\u202F]/gm,
    (spaces) => (spaces.length > 1 ? spaces : ' '),
  )
}

function decodeBytes(bytes: Uint8Array): string {
  const encoding = encodingByMark(bytes) ?? encodingByNuls(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  ensureText(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeByStatement(bytes) ?? decodeDamagedUtf8(bytes) ?? decodeWindows1252(bytes)
  }
}

/** An HTML page may say in which encoding it is: `<meta charset="iso-8859-2">`. */
function decodeByStatement(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, sniffedBytes))
  const stated = /<meta[^<>]{1,200}?charset\s*=\s*["']?\s*([\w:-]{3,40})/i.exec(start)?.[1]
  if (stated === undefined || /^(?:utf-?8|windows-1252|iso-?8859-1|latin1)$/i.test(stated))
    return null
  try {
    return new TextDecoder(stated).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-8 with a few broken characters, such as a file that was cut; null where most of it is none. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (const [found] of text.matchAll(/\uFFFD|[^\0-\x7F]/gu)) {
    if (found === '\uFFFD') broken++
    else whole++
  }
  return broken * 4 <= whole ? text : null
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

/** Files that people take for a guide's text, by their first characters. */
const knownFiles: [start: RegExp, what: string, advice: string][] = [
  [
    /^%PDF-/,
    'This is a PDF',
    'Open it, copy its text and paste it here, or save it as a Word document (.docx) first.',
  ],
  [/^\{\\rtf/, 'This is a Rich Text file', 'Open it in Word and save it as .docx.'],
  [
    // eslint-disable-next-line no-control-regex -- the bytes that such a file begins with
    /^\u00D0\u00CF\u0011\u00E0/,
    'This is a Word document of the old kind (.doc), or a password protects it',
    'Open it, save it as .docx without a password, and choose that file.',
  ],
]

/** Throws for a known file that is no text, a zero byte anywhere, or many control characters. */
function ensureText(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const known = knownFiles.find(([pattern]) => pattern.test(start))
  if (!known && !looksBinary(bytes, start)) return
  const [, what, advice] = known ?? [
    null,
    'This file is not text',
    'Save the guide as Word (.docx), text, Markdown, HTML or CSV and choose it again, or paste its text.',
  ]
  throw new Invalid(
    'guide-not-text',
    `${what}, so nothing was imported and nothing was changed. ${advice}`,
    'file',
  )
}

function looksBinary(bytes: Uint8Array, start: string): boolean {
  if (start.startsWith('PK\u0003\u0004') || bytes.includes(0)) return true
  const sample = bytes.subarray(0, sniffedBytes)
  let controls = 0
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
  }
  return controls * 50 > sample.length
}

/**
 * Throws for a text of more characters, or a file of more bytes, than are read. A text that a reader
 * wrote itself may be `times` as long, for the spaces and bars that it drew.
 */
export function ensureSize(size: number, times = 1): void {
  if (size <= guideSizeLimitBytes * times) return
  const limit = `${guideSizeLimitBytes / 1024 / 1024} MB`
  throw new Invalid(
    'guide-too-large',
    `This guide is larger than ${limit}, so nothing was imported and nothing was changed. Import only the part that holds the plan, or split the guide into several.`,
    'file',
  )
}

/** Throws for a text in which nobody can read anything. */
export function ensureWords(text: string): string {
  if (/[\p{L}\p{N}]/u.test(text)) return text
  throw new Invalid(
    'guide-empty',
    'There is no text in this guide, so nothing was imported and nothing was changed. Choose a file with text in it, or paste the text of the guide.',
    'file',
  )
}
