/**
 * The one shape every reader yields, whatever the file was: headings, paragraphs, lists and tables
 * with the place in the decoded text that each came from. The extractor sees nothing else, so a new
 * format is a new reader and no new rule.
 *
 *     const cell = plainRichText('| Review contracts |', 2, 18)
 *     cell.text                    // 'Review contracts'
 *     sourceSpan(cell, 0, 6)       // { start: 2, end: 8 }, the word "Review"
 *
 * All offsets are UTF-16 units into the decoded text; an end is exclusive.
 */

export interface Span {
  start: number
  end: number
}

/** A run of plain text and the source it was read from; equal lengths mean character for character. */
interface Segment {
  from: number
  to: number
  start: number
  end: number
}

/** Text without markup that still knows where it stands, and which parts of it were bold. */
export interface RichText {
  text: string
  span: Span
  segments: readonly Segment[]
  bold: readonly { from: number; to: number }[]
}

export interface Heading {
  kind: 'heading'
  /** 1 is the outermost. Readers of unmarked text give every heading below the title the same depth. */
  depth: number
  /** Whether the document marks it as a heading, or the reader took a short line for one. */
  isMarked: boolean
  text: RichText
}

export interface Paragraph {
  kind: 'paragraph'
  text: RichText
}

export interface List {
  kind: 'list'
  isOrdered: boolean
  /** Whether each item is one link of a few words and nothing else: "Unsubscribe", "Print". */
  isOfLinks?: boolean
  items: ListItem[]
}

export interface ListItem {
  text: RichText
  children: Block[]
  span: Span
}

export interface TableRow {
  cells: RichText[]
  span: Span
}

export interface Table {
  kind: 'table'
  header: TableRow
  rows: TableRow[]
}

/** A block quote, or anything else that only groups blocks. */
export interface Group {
  kind: 'group'
  children: Block[]
}

/** What a reader could not take apart, such as a line too long or too deeply nested. */
export interface Unreadable {
  kind: 'unreadable'
  reason: string
  span: Span
}

export type Block = Heading | Paragraph | List | Table | Group | Unreadable

export interface DocumentTree {
  /** A title stated apart from the headings, as in front matter. */
  statedTitle: string | null
  blocks: Block[]
}

/** What a reader yields: a text that people can read, and the tree whose places count in it. */
export interface ReadDocument {
  text: string
  tree: DocumentTree
}

/** The text between two offsets as it stands, without the white space around it. */
export function plainRichText(source: string, start: number, end: number): RichText {
  let from = start
  let to = end
  while (from < to && isSpace(source.charCodeAt(from))) from++
  while (to > from && isSpace(source.charCodeAt(to - 1))) to--
  return {
    text: source.slice(from, to),
    span: { start: from, end: to },
    segments: [{ from: 0, to: to - from, start: from, end: to }],
    bold: [],
  }
}

/** Joins pieces that follow each other in the source, with `separator` between them. */
export function joinRichText(pieces: readonly RichText[], separator: string): RichText {
  const segments: Segment[] = []
  const bold: { from: number; to: number }[] = []
  const texts: string[] = []
  let length = 0
  for (const piece of pieces) {
    if (texts.length > 0) length += separator.length
    for (const segment of piece.segments) {
      segments.push({ ...segment, from: segment.from + length, to: segment.to + length })
    }
    for (const range of piece.bold) bold.push({ from: range.from + length, to: range.to + length })
    texts.push(piece.text)
    length += piece.text.length
  }
  const start = pieces[0]?.span.start ?? 0
  return {
    text: texts.join(separator),
    span: { start, end: pieces.at(-1)?.span.end ?? start },
    segments,
    bold,
  }
}

/** The part of the source that holds `text[from, to)`; wider where a segment does not map exactly. */
export function sourceSpan(rich: RichText, from: number, to: number): Span {
  let start: number | null = null
  let end = rich.span.start
  for (const segment of rich.segments) {
    if (segment.to <= from || segment.from >= to) continue
    const isExact = segment.to - segment.from === segment.end - segment.start
    const first = isExact ? segment.start + Math.max(0, from - segment.from) : segment.start
    const last = isExact ? segment.end - Math.max(0, segment.to - to) : segment.end
    start = start === null ? first : Math.min(start, first)
    end = Math.max(end, last)
  }
  return start === null ? rich.span : { start, end }
}

/** One part of a rich text, trimmed, with its own place in the source. */
export function sliceRichText(rich: RichText, from: number, to: number): RichText {
  let first = from
  let last = Math.min(to, rich.text.length)
  while (first < last && isSpace(rich.text.charCodeAt(first))) first++
  while (last > first && isSpace(rich.text.charCodeAt(last - 1))) last--
  const segments = rich.segments
    .filter((segment) => segment.to > first && segment.from < last)
    .map((segment) => {
      const isExact = segment.to - segment.from === segment.end - segment.start
      const cutFront = Math.max(0, first - segment.from)
      const cutBack = Math.max(0, segment.to - last)
      return {
        from: segment.from + cutFront - first,
        to: segment.to - cutBack - first,
        start: segment.start + (isExact ? cutFront : 0),
        end: segment.end - (isExact ? cutBack : 0),
      }
    })
  const bold = rich.bold
    .filter((range) => range.to > first && range.from < last)
    .map((range) => ({
      from: Math.max(range.from, first) - first,
      to: Math.min(range.to, last) - first,
    }))
  const whole = first === 0 && last === rich.text.length
  return {
    text: rich.text.slice(first, last),
    span: whole ? rich.span : sourceSpan(rich, first, last),
    segments,
    bold,
  }
}

/** One line of text for people: white space collapsed, invisible characters gone. */
export function cleanText(text: string): string {
  if (!/[^\x20-\x7e]| {2}|^ | $/.test(text)) return text
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x3000
  )
}
