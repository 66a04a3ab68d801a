/**
 * Reads plain text: a title, headings without marks, pipe or tab tables, bullets, numbered lists and
 * paragraphs, one line each or wrapped.
 *
 *     Phishing guide                      heading, depth 1
 *     What to do first                    heading, depth 2
 *     - Call the bank: Ask for a stop.    list
 *     | Owner | Action |                  table
 *     Wrapped prose that goes on          paragraph,
 *     over two lines.                     joined
 *
 * A heading is a short line of its own that does not end like a sentence. What it means is the
 * extractor's business; here a line that only might be one is marked as guessed.
 */
import { joinRichText } from '../document-tree'
import type { Block, DocumentTree, List, RichText, Span } from '../document-tree'
import { couldBeHeading, endsLikeSentence, looksLikeHeading } from './heading-line'
import { sectionOfHeading } from '../rules/section-of-heading'
import { nestListItems } from './nest-list-items'
import type { FlatListItem } from './nest-list-items'
import { areBareRows, isLoneRow, isPipeRow, isSeparatorRow, readPipeTable } from './pipe-table'
import { readInline } from './read-inline'
import { lineShape } from './line-shape'
import { mailHeadOf } from './mail-head'
import type { LineShape } from './line-shape'
import { boldLineDepth } from './loose-lines'

/** A line with something on it. */
interface Line extends LineShape {
  text: string
  isAfterBlank: boolean
}

/** A part of a text in another format that is to be read line by line. */
export interface TextPart {
  span: Span
  /** Whether the text around it marks its headings, so that no line is one by its looks alone. */
  hasMarkedHeadings?: boolean
}

/**
 * The document tree of a plain text, or of a part of a text. Never throws; time grows with the length
 * of the text.
 */
export function readText(source: string, part?: TextPart): DocumentTree {
  return new TextReader(source, part ?? null).read()
}

class TextReader {
  private readonly lines: Line[]
  private readonly blocks: Block[] = []
  private at = 0

  constructor(
    private readonly source: string,
    private readonly part: TextPart | null,
  ) {
    this.lines = linesWithWords(source, part?.span ?? { start: 0, end: source.length })
  }

  read(): DocumentTree {
    if (!this.part) this.readMailHead()
    while (this.at < this.lines.length) {
      const line = this.lines[this.at]
      if (!line || line.kind === 'rule') this.at++
      else this.blocks.push(this.readBlock(line))
    }
    return { statedTitle: null, blocks: this.blocks }
  }

  /** Of a pasted mail the subject is the title, and the lines around it open nothing. */
  private readMailHead(): void {
    const blank = this.lines.findIndex((line, index) => index > 0 && line.isAfterBlank)
    const first = this.lines.slice(0, blank === -1 ? undefined : blank).slice(0, 20)
    const head = mailHeadOf(first.map(({ text }) => text))
    if (!head) return
    const subject = first[head.line] as Line
    const text = this.inline({ start: subject.start + head.from, end: subject.end })
    this.blocks.push({ kind: 'heading', depth: 1, isMarked: false, text })
    this.at = head.length
  }

  private readBlock(line: Line): Block {
    const table = this.readTable()
    if (table) return table
    const underline = this.following()
    if (line.kind === 'prose' && underline?.kind === 'rule' && !isSeparatorRow(underline.text)) {
      this.at += 2
      const depth = underline.text.startsWith('=') ? 1 : 2
      return { kind: 'heading', depth, isMarked: true, text: this.inline(line) }
    }
    if (line.kind === 'bullet' || line.kind === 'number') {
      return this.isNumberedHeading(this.at) ? this.takeHeading(line) : this.readList()
    }
    const marked = this.readMarkedHeading(line)
    if (marked) return marked
    return this.isTitle(line) || this.isHeading(line)
      ? this.takeHeading(line)
      : this.readParagraph(line)
  }

  /** Markdown's own headings, where somebody left a few in a text: "## Plan", "**Plan**". */
  private readMarkedHeading(line: Line): Block | null {
    const marks = /^(#{1,6})[ \t]+(?=\S)/.exec(line.text.slice(0, 20))
    const isBold = line.text.length <= 120 && /^\*\*[^*]+\*\*:?$/.test(line.text)
    if (!marks && !isBold) return null
    this.at++
    const text = readInline(this.source, line.start + (marks?.[0].length ?? 0), line.end)
    const depth = marks?.[1]?.length ?? boldLineDepth
    return { kind: 'heading', depth, isMarked: marks !== null, text }
  }

  private takeHeading(line: Line): Block {
    this.at++
    const depth = this.part ? boldLineDepth : this.blocks.length === 0 ? 1 : 2
    return { kind: 'heading', depth, isMarked: false, text: this.inline(line) }
  }

  /** The first line is a title unless the next goes on in the middle of its sentence. */
  private isTitle(line: Line): boolean {
    if (this.part || this.blocks.length > 0 || line.text.length > 150) return false
    const next = this.following()
    return !(next?.kind === 'prose' && /^\p{Ll}/u.test(next.text))
  }

  private readTable(): Block | null {
    const isListed = this.lines[this.at]?.kind !== 'prose'
    const end = this.tableEnd(
      isPipeRow,
      (line) =>
        line.trimStart().startsWith('|') || (!isListed && areBareRows(this.linesFrom(this.at, 3))),
    )
    if (end) return this.takeTable(end, '|')
    const tabEnd = this.tableEnd(isTabRow, isTabRow)
    return tabEnd && tabEnd - this.at >= 2 ? this.takeTable(tabEnd, '\t') : null
  }

  /**
   * The line after the last row when a table starts here, else null. Where an empty line stands below
   * the names of the columns, one may stand between any two rows.
   */
  private tableEnd(
    isRow: (line: string) => boolean,
    opens: (line: string) => boolean,
  ): number | null {
    const first = this.lines[this.at]
    const second = this.lines[this.at + 1]
    if (!first || !isRow(first.text)) return null
    if (!opens(first.text) && !(second && isSeparatorRow(second.text))) return null
    let end = this.at + 1
    let rows = 1
    let isSpaced = false
    for (let line = this.lines[end]; line && isRow(line.text); line = this.lines[++end]) {
      isSpaced ||= line.isAfterBlank && rows === 1 && first.text.startsWith('|')
      if (line.isAfterBlank && !isSpaced) break
      if (!isSeparatorRow(line.text)) rows++
    }
    return end
  }

  /** The texts of the lines from here to the next empty one, `count` at most. */
  private linesFrom(at: number, count: number): string[] {
    const lines = this.lines.slice(at, at + count)
    const blank = lines.findIndex((line, index) => index > 0 && line.isAfterBlank)
    return lines.slice(0, blank === -1 ? count : blank).map((line) => line.text)
  }

  private takeTable(end: number, separator: string): Block | null {
    const table = readPipeTable(this.source, this.lines.slice(this.at, end), separator)
    if (table) this.at = end
    return table
  }

  /** A lone numbered line between other content: "6. 30-day action plan", "3.1 Within 30 days". */
  private isNumberedHeading(at: number): boolean {
    const [line, next] = [this.lines[at], this.lines[at + 1]]
    if (!line?.number || !next || this.part?.hasMarkedHeadings) return false
    const { level, value } = line.number
    const isIndented = line.indent > 2 * (level - 1)
    if (isIndented || endsLikeSentence(line.text) || line.text.length > 120) return false
    const previous = this.lineBefore(at)
    const isAnew = line.isAfterBlank && value < (previous?.number?.value ?? 0)
    if (previous?.number && !isAnew && goesOn(previous.number, line.number)) return false
    if (!next.number) return next.indent === 0
    if (next.number.level > level) return this.isNumberedHeading(at + 1)
    return next.number.level < level && next.number.value <= 1 && value > 0
  }

  /** The line above, or the one that it is wrapped from: "2. Ask each ward,\n   and write it down." */
  private lineBefore(at: number): Line | undefined {
    let index = at - 1
    for (let line = this.lines[index]; line; line = this.lines[--index]) {
      if (line.kind !== 'prose' || line.indent === 0 || line.isAfterBlank) return line
    }
    return undefined
  }

  /** The line right below this one; null when an empty one stands between. */
  private following(): Line | null {
    const next = this.lines[this.at + 1]
    return next && !next.isAfterBlank ? next : null
  }

  private isHeading(line: Line): boolean {
    if (this.part?.hasMarkedHeadings) return false
    if (line.kind !== 'prose' || line.indent > 3) return false
    if (!looksLikeHeading(line.text) && !isStandardHeading(line.text)) return false
    if (isLoneRow(line.text)) return false
    const next = this.following()
    const goesOn = next?.kind === 'prose' && /^\p{Ll}/u.test(next.text)
    return !goesOn || isStandardHeading(next.text)
  }

  private readParagraph(first: Line): Block {
    const pieces = [this.inline(first)]
    let last = first
    this.at++
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      if (line.isAfterBlank || !continues(last, line)) break
      pieces.push(this.inline(line))
      last = line
      this.at++
    }
    return { kind: 'paragraph', text: joinRichText(pieces, ' ') }
  }

  private readList(): List {
    const flat: FlatListItem[] = []
    const isOrdered = this.lines[this.at]?.kind === 'number'
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      const isOther = (line.kind === 'number') !== isOrdered
      const isOutermost = line.indent <= (flat[0]?.indent ?? 0)
      if (flat.length > 0 && isOther && (line.isAfterBlank || isOutermost)) break
      if (line.kind === 'bullet' || line.kind === 'number') {
        if (flat.length > 0 && this.isNumberedHeading(this.at)) break
        flat.push(this.takeListItem(line))
      } else break
    }
    return { kind: 'list', isOrdered, items: nestListItems(flat) }
  }

  private takeListItem(marker: Line): FlatListItem {
    const pieces: RichText[] = [this.inline(marker)]
    let last = marker
    this.at++
    for (let line = this.lines[this.at]; line?.kind === 'prose'; line = this.lines[this.at]) {
      const isIndented = line.indent >= marker.indent + 2
      if (!isIndented && (line.isAfterBlank || !continues(last, line))) break
      pieces.push(this.inline(line))
      last = line
      this.at++
    }
    const text = joinRichText(pieces, ' ')
    return { indent: marker.indent, isOrdered: marker.kind === 'number', text }
  }

  private inline(span: Span): RichText {
    return readInline(this.source, span.start, span.end)
  }
}

function linesWithWords(source: string, part: Span): Line[] {
  const lines: Line[] = []
  let isAfterBlank = true
  let start = part.start
  while (start <= part.end) {
    const lineFeed = source.indexOf('\n', start)
    const end = lineFeed === -1 || lineFeed > part.end ? part.end : lineFeed
    const shape = lineShape(source, { start, end })
    if (shape.kind !== 'blank') {
      const { kind, indent, number } = shape
      const text = source.slice(shape.start, shape.end)
      lines.push({ kind, indent, number, start: shape.start, end: shape.end, text, isAfterBlank })
    }
    isAfterBlank = shape.kind === 'blank'
    start = end + 1
  }
  return lines
}

/** Whether a number is one of the same list as the one above it; 4 after 1 is none. */
function goesOn(
  above: NonNullable<Line['number']>,
  { level, value, suffix }: NonNullable<Line['number']>,
): boolean {
  return above.level === level && above.suffix === suffix && value <= above.value + 1
}

/** "what to do first", all in small letters: a heading because it says what the standard ones say. */
function isStandardHeading(text: string): boolean {
  if (!/^\p{Ll}/u.test(text) || text.length > 60 || !couldBeHeading(text)) return false
  const { kind } = sectionOfHeading(text)
  return kind === 'no-plan' || kind === 'first-steps' || kind === 'plan' || kind === 'track'
}

function isTabRow(line: string): boolean {
  const first = line.indexOf('\t')
  return first > 0 && first < line.length - 1 && line.length < 20_000
}

/** A line goes on where the one before broke off: no sentence ended, and it starts in lower case. */
function continues(last: Line, line: Line): boolean {
  return (
    line.kind === 'prose' && !/[.!?:;]["'”’)]?$/.test(last.text) && /^[\p{Ll}(]/u.test(line.text)
  )
}
