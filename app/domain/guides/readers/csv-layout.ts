/**
 * Finds out how a CSV text is written: which character divides its cells, and where its columns are
 * named.
 *
 *     csvLayout('Plan of the clinic;;\n\nAction;Owner;Due\n…') // { delimiter: ';', … }
 *     csvLayout('sep=\t\nAction\tOwner\n…')                    // { delimiter: '\t', from: 6, … }
 */
import { columnMeaning } from '../rules/column-meaning'
import { csvRecords } from './csv-records'
import type { CsvRecord } from './csv-records'
import { cleanText } from '../document-tree'

export interface CsvLayout {
  delimiter: string
  /** Where the records start, behind a line that only names the delimiter. */
  from: number
  /** Whether a record names columns of a plan: what to do, and at least one thing more about it. */
  namesColumns: boolean
  /** Whether most records have as many cells as the one that names the columns. */
  isEven: boolean
}

const delimiters = [',', ';', '\t', '|']
/** As much of a text is looked at, and the columns are named within the first of these records. */
const sampledRecords = 40
const deepestHeader = 15
const sampledCharacters = 60_000

/** How `source` is written; the delimiter under which it looks most like a plan's table. */
export function csvLayout(source: string): CsvLayout {
  const stated = /^\uFEFF?sep=(.)\n/i.exec(source)
  const from = stated?.[0].length ?? 0
  const candidates = stated?.[1] === undefined ? delimiters : [stated[1]]
  const sample = source.slice(0, from + sampledCharacters)
  const [first, ...others] = candidates.map((delimiter) => judge(sample, delimiter, from))
  let best = first as Judgement
  for (const other of others) if (other.score > best.score) best = other
  const { delimiter, namesColumns, isEven } = best
  return { delimiter, from, namesColumns, isEven }
}

interface Judgement extends Omit<CsvLayout, 'from'> {
  score: number
}

function judge(source: string, delimiter: string, from: number): Judgement {
  const records = csvRecords(source, delimiter, from, sampledRecords).filter((record) =>
    hasWords(source, record),
  )
  let header: CsvRecord | null = null
  let known = 0
  for (const record of records.slice(0, deepestHeader)) {
    const meanings = isHeaderRecord(source, record)
    if (meanings > known) {
      header = record
      known = meanings
    }
  }
  const wanted = widthOf(source, header ?? records[0])
  const even = records.filter((record) => record.cells.length > 1)
  const isEven = records.length > 1 && even.length * 5 >= records.length * 3 && wanted > 1
  const score = known * 1000 + (wanted > 1 ? (100 * even.length) / (records.length || 1) : 0)
  return { delimiter, namesColumns: known > 0, isEven, score }
}

/** How many columns of a plan this record names; 0 when it does not name what to do, or only that. */
export function isHeaderRecord(source: string, record: CsvRecord): number {
  if (record.cells.length > 500) return 0
  const meanings = record.cells.map(({ start, end }) =>
    end - start > 60 ? null : columnMeaning(cleanText(source.slice(start, end))),
  )
  const known = new Set(meanings.filter((meaning) => meaning !== null))
  return known.has('action') && known.size >= 2 ? known.size : 0
}

function hasWords(source: string, { start, end }: CsvRecord): boolean {
  return /[\p{L}\p{N}]/u.test(source.slice(start, Math.min(end, start + 2000)))
}

/** Cells of a record up to its last one with words. */
function widthOf(source: string, record: CsvRecord | undefined): number {
  if (!record) return 0
  return record.cells.findLastIndex(({ start, end }) => source.slice(start, end).trim() !== '') + 1
}
