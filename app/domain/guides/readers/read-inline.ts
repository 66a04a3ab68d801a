/**
 * The plain text of one line or cell, without bold, code and link marks, and where each piece of it
 * stands in the source. For text that is no Markdown as a whole but borrows its marks.
 *
 *     readInline('| **Keys** - rotate |', 1, 20) // text 'Keys - rotate', bold 0 to 4
 *
 * One pass from left to right: a mark that is never closed stays as it is written.
 */
import { plainRichText, sliceRichText } from '../document-tree'
import type { RichText } from '../document-tree'

const marks = /\*\*|__|`|\]\(|<br|\\[|*_`]/i
/** Longer lines are taken as they stand. */
const longestMarkedLine = 20_000

/** The rich text of `source[start, end)`, which is one line. */
export function readInline(source: string, start: number, end: number): RichText {
  const plain = plainRichText(source, start, end)
  if (plain.text.length > longestMarkedLine || !marks.test(plain.text)) return plain
  return new InlineScanner(plain).scan()
}

class InlineScanner {
  private readonly line: string
  private readonly segments: { from: number; to: number; start: number; end: number }[] = []
  private readonly bold: { from: number; to: number }[] = []
  /** Where the closing part of an open link starts and ends. */
  private readonly linkEnds = new Map<number, number>()
  /** Marks that do not occur again, so that nobody looks for them twice. */
  private readonly exhausted = new Set<string>()
  private text = ''
  private runStart = 0
  private boldFrom: number | null = null

  constructor(private readonly plain: RichText) {
    this.line = plain.text
  }

  scan(): RichText {
    let at = 0
    while (at < this.line.length) {
      const next = this.step(at)
      if (next === null) at++
      else at = this.runStart = next
    }
    this.flush(this.line.length)
    const { text, segments, bold, plain } = this
    const whole = { text, segments, bold, span: plain.span }
    return { ...sliceRichText(whole, 0, text.length), span: plain.span }
  }

  /** Where to go on after the mark at `at`, with what it stands for added; null for no mark. */
  private step(at: number): number | null {
    const character = this.line[at] ?? ''
    if (character === '*' || character === '_') return this.boldMark(at)
    if (character === '`') return this.code(at)
    if (character === '[') return this.linkStart(at)
    if (character === ']') return this.linkEnd(at)
    if (character === '\\' && /[|*_`]/.test(this.line[at + 1] ?? '')) return this.escape(at)
    if (character === '<') return this.lineBreak(at)
    return null
  }

  private boldMark(at: number): number | null {
    const mark = this.line.slice(at, at + 2)
    if (mark !== '**' && mark !== '__') return null
    if (this.boldFrom === null && this.find(mark, at + 2) === -1) return null
    this.flush(at)
    if (this.boldFrom === null) this.boldFrom = this.text.length
    else {
      this.bold.push({ from: this.boldFrom, to: this.text.length })
      this.boldFrom = null
    }
    return at + 2
  }

  private code(at: number): number | null {
    const end = this.find('`', at + 1)
    if (end === -1) return null
    this.flush(at)
    this.runStart = at + 1
    this.flush(end)
    return end + 1
  }

  private linkStart(at: number): number | null {
    const middle = this.find('](', at + 1)
    if (middle === -1 || this.linkEnds.has(middle)) return null
    const end = this.find(')', middle + 2)
    if (end === -1) return null
    this.linkEnds.set(middle, end + 1)
    this.flush(at)
    return at + 1
  }

  private linkEnd(at: number): number | null {
    const end = this.linkEnds.get(at)
    if (end === undefined) return null
    this.flush(at)
    return end
  }

  private escape(at: number): number {
    this.flush(at)
    this.runStart = at + 1
    this.flush(at + 2)
    return at + 2
  }

  private lineBreak(at: number): number | null {
    const tag = /^<br\s{0,3}\/?>/i.exec(this.line.slice(at, at + 9))?.[0]
    if (tag === undefined) return null
    this.flush(at)
    this.add('\n', at, at + tag.length)
    return at + tag.length
  }

  private find(mark: string, from: number): number {
    if (this.exhausted.has(mark)) return -1
    const found = this.line.indexOf(mark, from)
    if (found === -1) this.exhausted.add(mark)
    return found
  }

  /** Takes over the run of plain characters that ends at `end`. */
  private flush(end: number): void {
    if (end > this.runStart) this.add(this.line.slice(this.runStart, end), this.runStart, end)
  }

  private add(text: string, start: number, end: number): void {
    const shift = this.plain.span.start
    const from = this.text.length
    this.text += text
    this.segments.push({ from, to: this.text.length, start: start + shift, end: end + shift })
  }
}
