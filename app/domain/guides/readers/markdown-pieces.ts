/**
 * Cuts a Markdown text into pieces that are read in a bounded time. The parser's time grows faster
 * than the text (100,000 short sections take minutes at once and seconds in pieces), and it gives up
 * on deep nesting; people's documents hold neither long lines nor deep nesting.
 *
 *     '## Days 1–30\n\nProse.\n\n- **a**: b\n' → plain heading, plain paragraph, Markdown
 *     '> '.repeat(500) + 'x'                  → unreadable: "This line is nested too deeply."
 *
 * Between empty lines, what holds no mark needs no parser (see `plain-markdown.ts`). Code between fences is passed over, since nothing in it is a plan; a fence that nobody closes is no fence.
 * A table or list written in HTML is one piece, whatever empty lines stand in it.
 */
import type { Span } from '../document-tree'
import { plainMarkdown } from './plain-markdown'
import { textLines } from './text-lines'

export interface MarkdownPiece {
  kind: 'markdown' | 'heading' | 'prose' | 'marks' | 'html' | 'unreadable'
  span: Span
  /** Why nothing reads an unreadable piece; null for every other. */
  reason: string | null
}

/** Pieces for the parser end at the first chance after this many characters, */
const wantedPiece = 2000
/** and at any line end after this many. */
const longestPiece = 8000
const longestLine = 8000
const deepestQuote = 8
const deepestIndent = 60
/** More marks than one character in this many, and more than `fewMarks`, are no text that a person wrote. */
const marksShare = 4
const fewMarks = 400
const fewUnderlines = 60
/** Each lone line is a piece more for the parser. */
const mostLoneLines = 2000
const boldLine = /^\*\*[^*\n]{1,100}\*\*:?\s*$/
const leadInLine = /^\p{Lu}[^|.!?:\n]{0,60}:\s*$/u

const nesting = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/
const fence = /^[ \t]*(`{3,10}|~{3,10})/
const underline = /^ {0,3}(?:-+|=+)[ \t]*$/gm
const htmlBlock = /^ {0,3}<(table|ul|ol|dl)\b/i

/** The pieces of `source` from offset `from` to its end, in order. */
export function markdownPieces(source: string, from: number): MarkdownPiece[] {
  return new PieceCutter(source).cut(from)
}

class PieceCutter {
  private readonly pieces: MarkdownPiece[] = []
  /** Where the piece for the parser starts, and the chunk between empty lines. */
  private start = 0
  private chunkStart = 0
  /** Fences and elements that are not closed anywhere further down. */
  private readonly unclosed = new Set<string>()

  private loneLines = 0

  constructor(private readonly source: string) {}

  cut(from: number): MarkdownPiece[] {
    this.start = from
    this.chunkStart = from
    const part = { start: from, end: this.source.length }
    let isAfterBlank = true
    const lines = textLines(this.source, part)
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] as Span
      const text = this.source.slice(line.start, line.end)
      const last = this.codeEnd(lines, index, text) ?? this.htmlEnd(lines, index, text)
      if (last !== null) {
        const isHtml = /^ {0,3}</.test(text)
        this.pass({ start: line.start, end: (lines[last] as Span).end }, isHtml ? 'html' : null)
        index = last
      }
      if (last !== null || this.passUnreadable(line)) {
        isAfterBlank = true
        continue
      }
      const above = isAfterBlank ? '' : this.source.slice(lines[index - 1]?.start, line.start)
      if (isAfterBlank && /^\S/.test(text)) this.endChunk(line.start)
      else if (this.mayCutBefore(line.start, text) || this.standsAlone(text, above)) {
        this.endPiece(line.start)
      }
      isAfterBlank = /^\s*$/.test(text)
    }
    this.endChunk(this.source.length)
    this.endPiece(this.source.length)
    return this.pieces
  }

  /** The index of the line that ends the code starting here; this line for a fence without an end. */
  private codeEnd(lines: readonly Span[], from: number, text: string): number | null {
    const mark = fence.exec(text.slice(0, 200))?.[1]
    if (mark === undefined) return null
    if (this.unclosed.has(mark)) return from
    for (let index = from + 1; index < lines.length; index++) {
      const line = lines[index] as Span
      const closing = fence.exec(
        this.source.slice(line.start, Math.min(line.end, line.start + 200)),
      )
      if (closing?.[1]?.startsWith(mark)) return index
    }
    this.unclosed.add(mark)
    return from
  }

  /** The index of the line that ends the table or list of HTML starting here; null for none. */
  private htmlEnd(lines: readonly Span[], from: number, text: string): number | null {
    const name = htmlBlock.exec(text.slice(0, 20))?.[1]?.toLowerCase()
    if (name === undefined || this.unclosed.has(name)) return null
    const tag = new RegExp(`<(/?)${name}\\b`, 'gi')
    let depth = 0
    for (let index = from; index < lines.length; index++) {
      const line = lines[index] as Span
      for (const [, slash] of this.source.slice(line.start, line.end).matchAll(tag)) {
        depth += slash === '' ? 1 : -1
      }
      if (depth <= 0) return index
    }
    this.unclosed.add(name)
    return null
  }

  /** Between bullets of the outermost level a long list may become two; a table may not. */
  private mayCutBefore(lineStart: number, text: string): boolean {
    const size = lineStart - this.start
    if (size > wantedPiece && /^[ \t>]*\|/.test(text)) return false
    return size > longestPiece || (size > wantedPiece && /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text))
  }

  /**
   * A line that to Markdown is the end of the bullet, row or paragraph above, and to whoever wrote it
   * opens what follows: "**Deliverables:**" or "Tasks:" right below a bullet, any line below a table.
   */
  private standsAlone(text: string, above: string): boolean {
    if (above === '' || text.length > 120 || this.loneLines >= mostLoneLines) return false
    const isBelowList = /^(?:\s|[-*+] |\d{1,9}[.)] )/.test(above)
    const isBelowTable = /^\s*\|.*\|\s*$/.test(above) && /^[^|\s][^|]*$/.test(text)
    const isAlone = boldLine.test(text) || (isBelowList && leadInLine.test(text)) || isBelowTable
    if (isAlone) this.loneLines++
    return isAlone
  }

  private passUnreadable(line: Span): boolean {
    const reason = whyUnreadable(this.source, line)
    if (reason === null) return false
    this.pass(line, null)
    this.pieces.push({ kind: 'unreadable', span: line, reason })
    return true
  }

  /** Ends the piece before `span` and goes on behind it; with a kind, that part is a piece itself. */
  private pass(span: Span, kind: MarkdownPiece['kind'] | null): void {
    this.endPiece(span.start)
    if (kind !== null) this.pieces.push({ kind, span, reason: null })
    this.start = this.chunkStart = span.end
  }

  /** At an unindented line after an empty one, where the chunk before is complete. */
  private endChunk(end: number): void {
    const start = this.chunkStart
    const chunk = this.source.slice(start, end).trimEnd()
    const plain = chunk === '' ? null : plainMarkdown(chunk)
    const kind = plain === 'lines' ? 'marks' : plain
    this.chunkStart = end
    if (kind === null) {
      if (end - this.start > wantedPiece) this.endPiece(end)
      return
    }
    this.endPiece(start)
    this.pieces.push({ kind, span: { start, end: start + chunk.length }, reason: null })
    this.start = this.chunkStart = end
  }

  private endPiece(end: number): void {
    const piece = this.source.slice(this.start, end)
    if (/\S/.test(piece)) {
      const span = { start: this.start, end }
      const isPlain = piece.length > 2 * longestPiece || plainMarkdown(piece.trimEnd()) === 'lines'
      const kind = isPlain || isMarkSoup(piece) ? 'marks' : 'markdown'
      this.pieces.push({ kind, span, reason: null })
    }
    this.start = this.chunkStart = end
  }
}

/** Brackets, stars, ticks, underlines: the parser's time grows with the square of their number. */
function isMarkSoup(piece: string): boolean {
  if ((piece.match(underline)?.length ?? 0) > fewUnderlines) return true
  let marks = 0
  for (const character of piece) if ('[]*_`<!~'.includes(character)) marks++
  return marks > fewMarks && marks * marksShare > piece.length
}

function whyUnreadable(source: string, line: Span): string | null {
  const length = line.end - line.start
  if (length > longestLine) return `This line is longer than ${longestLine} characters.`
  const marks = nesting.exec(source.slice(line.start, line.end))?.[0] ?? ''
  const quotes = marks.split('>').length - 1
  const markers = marks.replace(/[ \t>]/g, '').length
  if (quotes > deepestQuote || markers > deepestQuote || marks.length > deepestIndent) {
    return length > marks.length ? 'This line is nested too deeply.' : null
  }
  return null
}
