/**
 * Cuts a CSV text into records and cells, with the place of each. Quotes may hold delimiters, line
 * feeds and doubled quotes; a quote that nobody closes is a character like any other.
 *
 *     csvRecords('a,"b ""c"""\n', ',') → one record: a | b "c"
 */
import { readInline } from './read-inline'
import { plainRichText } from '../document-tree'
import type { RichText, Span } from '../document-tree'

export interface CsvCell extends Span {
  /** Whether there are doubled quotes between start and end. */
  hasQuotes: boolean
}

export interface CsvRecord extends Span {
  cells: CsvCell[]
}

/** A quoted cell ends within so many characters, or its quote was meant as one. */
const longestQuoted = 20_000

/** The records of `source` from offset `from` on, at most `most`; empty lines are records without words. */
export function csvRecords(
  source: string,
  delimiter: string,
  from = 0,
  most = Number.POSITIVE_INFINITY,
): CsvRecord[] {
  const cutter = new RecordCutter(source, delimiter, from)
  const records: CsvRecord[] = []
  while (records.length < most) {
    const record = cutter.next()
    if (!record) break
    records.push(record)
  }
  return records
}

/** The text of a cell, with bold parts and links taken out of their marks. */
export function textOfCell(source: string, { start, end, hasQuotes }: CsvCell): RichText {
  if (!hasQuotes) return readInline(source, start, end)
  const segments: { from: number; to: number; start: number; end: number }[] = []
  let text = ''
  let at = plainRichText(source, start, end).span.start
  const last = plainRichText(source, start, end).span.end
  while (at < last) {
    const pair = source.indexOf('""', at)
    const stop = pair === -1 || pair >= last ? last : pair + 1
    segments.push({
      from: text.length,
      to: text.length + stop - at,
      start: at,
      end: stop,
    })
    text += source.slice(at, stop)
    at = pair === -1 || pair >= last ? last : pair + 2
  }
  return { text, segments, bold: [], span: { start: segments[0]?.start ?? start, end: last } }
}

class RecordCutter {
  /** There is no closing quote up to here. */
  private unclosedUntil = 0

  constructor(
    private readonly source: string,
    private readonly delimiter: string,
    private at: number,
  ) {}

  next(): CsvRecord | null {
    if (this.at >= this.source.length) return null
    const start = this.at
    if (this.source[start] === '\n') return this.emptyLines()
    const cells: CsvCell[] = []
    for (;;) {
      cells.push(this.cell())
      const stop = this.source[this.at]
      if (stop !== this.delimiter) break
      this.at++
    }
    const end = this.at
    this.at++
    return { cells, start, end }
  }

  /** Any number of empty lines are one record without words. */
  private emptyLines(): CsvRecord {
    const start = this.at
    while (this.source[this.at] === '\n') this.at++
    return { cells: [], start, end: start }
  }

  private cell(): CsvCell {
    let start = this.at
    while (this.source[start] === ' ') start++
    const quoted = this.source[start] === '"' ? this.quotedEnd(start + 1) : null
    if (quoted !== null) {
      this.at = this.stopFrom(quoted.end + 1)
      return { start: start + 1, end: quoted.end, hasQuotes: quoted.hasQuotes }
    }
    start = this.at
    this.at = this.stopFrom(start)
    return { start, end: this.at, hasQuotes: false }
  }

  /** The next delimiter or line end. */
  private stopFrom(from: number): number {
    let at = from
    for (; at < this.source.length; at++) {
      const character = this.source[at]
      if (character === this.delimiter || character === '\n') break
    }
    return at
  }

  /** Where the quote that was opened before `from` is closed: an odd run of quotes before a stop. */
  private quotedEnd(from: number): { end: number; hasQuotes: boolean } | null {
    let hasQuotes = false
    let at = this.source.indexOf('"', Math.max(from, this.unclosedUntil))
    while (at !== -1 && at - from < longestQuoted) {
      let behind = at + 1
      while (this.source[behind] === '"') behind++
      if ((behind - at) % 2 === 1 && this.isStop(behind)) {
        return { end: behind - 1, hasQuotes: hasQuotes || behind - at > 1 }
      }
      hasQuotes = true
      at = this.source.indexOf('"', behind)
    }
    this.unclosedUntil = Math.max(this.unclosedUntil, at === -1 ? this.source.length : at)
    return null
  }

  private isStop(at: number): boolean {
    let next = at
    while (this.source[next] === ' ') next++
    const character = this.source[next]
    return character === undefined || character === '\n' || character === this.delimiter
  }
}
