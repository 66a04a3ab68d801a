/**
 * Word documents (DOCX) to HTML, for the reader of HTML. Nothing outside the file is ever loaded,
 * and no picture inside it; a file that unpacks to more than anybody writes is refused while it is
 * being unpacked, whatever size it claims to have.
 *
 *     await docxToHtml(bytes) // '<h1>Plan</h1><ul><li>Rotate keys</li></ul>'
 */
import { setImmediate } from 'node:timers/promises'
import mammoth from 'mammoth'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ensureSize } from '~/domain/guides/readers/decode-text'
import { Invalid } from '~/domain/shared/errors'
import { withoutMarks } from './docx-marks.server'
import { docxPieces } from './docx-pieces.server'
import { standIns } from './docx-plain-blocks.server'
import { docxStyleMap, namesOfStyles } from './docx-style-map.server'

/** A document may unpack to this; Word's own of a thousand pages stay far below. */
const unpackedLimitBytes = 100 * 1024 * 1024
/** Its text, with Word's marks around every word, may take this: the converter's time and memory grow with it. */
const textLimitBytes = 24 * 1024 * 1024
const mostEntries = 5000

type Parts = ReadonlyMap<string, string>

/** Whether these bytes are a ZIP archive, as every Word document is. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, third] = bytes
  return p === 0x50 && k === 0x4b && (third === 3 || third === 5 || third === 7)
}

/**
 * The HTML of a Word document.
 *
 * @throws Invalid when it is no Word document, damaged, protected, holds macros, or is too large
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  ensureSize(bytes.length)
  const { parts, names } = await unpack(bytes)
  ensureWordDocument(parts, names)
  const mainPart = mainPartOf(parts)
  const styleMap = docxStyleMap(parts.get('word/styles.xml') ?? '')
  const document = parts.get(mainPart) ?? ''
  const convert = converter(partsForConverter(parts, mainPart), mainPart, styleMap)
  const html: string[] = []
  for (const piece of docxPieces(document, sizeBeside(parts, mainPart))) {
    html.push(await convertPiece(piece, convert))
    await setImmediate()
  }
  return html.join('')
}

type Convert = (piece: string) => Promise<string>

async function convertPiece(piece: string, convert: Convert): Promise<string> {
  const xml = withoutMarks(piece)
  const plain = standIns(xml)
  const html = plain?.fill(await convert(plain.xml)) ?? null
  return html ?? convert(xml)
}

/** The converter reads parts through this as well as from a file, so that it unpacks nothing itself. */
type MammothInput = Parameters<typeof mammoth.convertToHtml>[0]

function converter(parts: Parts, mainPart: string, styleMap: string[]): Convert {
  return async (piece) => {
    const textOf = (name: string) => (name === mainPart ? piece : (parts.get(name) ?? ''))
    const file = {
      // Nobody reads footnotes, whose marks are gone; where one is left, the converter asks for them.
      exists: (name: string) => parts.has(name) && (!isNote(name) || /noteReference/.test(piece)),
      read: async (name: string, encoding?: string) => {
        const text = textOf(name)
        return encoding === undefined ? new TextEncoder().encode(text) : text
      },
    }
    try {
      const { value } = await mammoth.convertToHtml({ file } as unknown as MammothInput, {
        styleMap,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      })
      return value
    } catch {
      throw damaged()
    }
  }
}

const isNote = (name: string) => /(?:^|\/)(?:footnotes|endnotes|comments)\.xml$/.test(name)

/** The parts as the converter needs them for every piece: of the styles only their names. */
function partsForConverter(parts: Parts, mainPart: string): Parts {
  const needed = new Map(parts)
  const styles = parts.get('word/styles.xml')
  if (styles !== undefined && mainPart !== 'word/styles.xml') {
    needed.set('word/styles.xml', namesOfStyles(styles))
  }
  return needed
}

/** Characters that the converter reads for every piece beside the piece itself. */
function sizeBeside(parts: Parts, mainPart: string): number {
  let size = 0
  for (const [name, text] of parts) if (name !== mainPart) size += text.length
  return size
}

/** The part that holds the text, as the package's relations name it. */
function mainPartOf(parts: Parts): string {
  const relation = /<Relationship\b[^<>]*\/officeDocument"[^<>]*>/.exec(
    parts.get('_rels/.rels') ?? '',
  )
  const target = /Target="\/?([^"<>]+)"/.exec(relation?.[0] ?? '')?.[1]
  return target !== undefined && parts.has(target) ? target : 'word/document.xml'
}

async function unpack(bytes: Uint8Array): Promise<{ parts: Parts; names: ReadonlySet<string> }> {
  const parts = new Map<string, string>()
  const names = new Set<string>()
  const left = { unpacked: unpackedLimitBytes, text: textLimitBytes }
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
    if (zip.entryCount > mostEntries) throw tooLarge()
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName)
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) throw locked()
      entries.push(entry)
    }
    ensureUnpackable(entries)
    for (const entry of entries) {
      const text = await unpackEntry(zip, entry, left)
      if (text !== null) parts.set(entry.fileName, text)
    }
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw damaged()
  }
  return { parts, names }
}

/** Throws for entries that by their own account unpack to too much, before any is unpacked. */
function ensureUnpackable(entries: readonly Entry[]): void {
  let unpacked = 0
  let text = 0
  for (const { fileName, uncompressedSize } of entries) {
    unpacked += uncompressedSize
    if (isRead(fileName)) text += uncompressedSize
  }
  if (unpacked > unpackedLimitBytes || text > textLimitBytes) throw tooLarge()
}

/** The text of a part that the converter reads; null for every other, which only counts. */
async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  left: { unpacked: number; text: number },
): Promise<string | null> {
  const isKept = isRead(entry.fileName)
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    left.unpacked -= chunk.length
    if (isKept) left.text -= chunk.length
    if (left.unpacked < 0 || left.text < 0) {
      stream.destroy()
      throw tooLarge()
    }
    if (isKept) chunks.push(chunk)
  }
  return isKept ? new TextDecoder().decode(Buffer.concat(chunks)) : null
}

function isRead(name: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:media|theme|customXml|docProps)\//i.test(name)
  )
}

function ensureWordDocument(parts: Parts, names: ReadonlySet<string>): void {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  const types = parts.get('[Content_Types].xml') ?? ''
  if (has(/vbaProject\.bin$/i) || /macroEnabled/i.test(types)) {
    const advice = 'Open it, save it as a plain Word document (.docx), and choose that file.'
    throw refusal('guide-macros', 'This Word document can hold macros (.docm)', advice)
  }
  if (/wordprocessingml\.(?:document|template)\.main\+xml/.test(types)) return
  const openDocument = parts.get('META-INF/manifest.xml') ?? ''
  if (has(/^xl\/workbook\./i) || openDocument.includes('opendocument.spreadsheet')) {
    const advice = 'Save the sheet that holds the plan as CSV, and choose that file.'
    throw refusal('guide-spreadsheet', 'This is a spreadsheet', advice)
  }
  if (has(/^ppt\/presentation\.xml$/i) || has(/^content\.xml$/i)) {
    const advice = 'Open it, save it as a Word document (.docx), and choose that file.'
    throw refusal('guide-not-text', 'This is no Word document but one of another program', advice)
  }
  const advice = 'Unpack it and choose the guide itself.'
  throw refusal('guide-not-text', 'This is a ZIP archive and no Word document', advice)
}

function damaged(): Invalid {
  const advice = 'Open it in Word, save it again as .docx, and choose that file.'
  return refusal('guide-damaged', 'This Word document is damaged and cannot be read', advice)
}

function locked(): Invalid {
  const advice = 'Save it without one, and choose that file.'
  return refusal('guide-protected', 'A password protects this file', advice)
}

function tooLarge(): Invalid {
  const advice = 'Save the part that holds the plan as a document of its own.'
  return refusal('guide-too-large', 'This file unpacks to more than can be read', advice)
}

function refusal(code: string, what: string, advice: string): Invalid {
  const kept = 'so nothing was imported and nothing was changed'
  return new Invalid(code, `${what}, ${kept}. ${advice}`, 'file')
}
