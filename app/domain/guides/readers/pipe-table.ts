/**
 * Pipe tables, read leniently: rows too short or too long, a separator row of another length than
 * the header, no separator at all, no outer pipes.
 *
 *     | Owner | Action |
 *     |---|
 *     | HR | Train staff | ignored? no: kept as a cell without a column
 *
 * The Markdown reader uses this where the Markdown parser sees no table, the text reader always.
 */
import { columnsOf } from '../rules/column-meaning'
import { readInline } from './read-inline'
import type { Span, Table, TableRow } from '../document-tree'

/** More cells than this in one line is no table that a person wrote. */
const mostCells = 100

const separatorRow = /^[\s|:+=-]*-[\s|:+=-]*$/

/** Whether a line is the rule between header and body: `|---|:--:|`. */
export function isSeparatorRow(line: string): boolean {
  return line.length < 2000 && line.includes('|') && separatorRow.test(line)
}

/** Whether a line could be a row: it has a pipe, and not absurdly many. */
export function isPipeRow(line: string): boolean {
  const first = line.indexOf('|')
  if (first === -1) return false
  let count = 0
  for (let at = first; at !== -1; at = line.indexOf('|', at + 1)) {
    if (++count > mostCells) return false
  }
  return true
}

/**
 * Whether lines without a rule below the first and without outer pipes are rows all the same: "Owner |
 * Action | Due" above "HR | Train | May". Where the first does not name columns that are known, it
 * takes two lines with as many pipes between spaces, or three with as many pipes, to be no accident.
 */
export function areBareRows(lines: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = lines
  if (isPipeRow(second) && namesColumns(first)) return true
  const count = spacedBars(first)
  if (count > 0 && spacedBars(second) === count) return count > 1 || spacedBars(third) === 1
  const all = bars(first)
  return all > 1 && bars(second) === all && bars(third) === all
}

/** Whether a line that stands alone is a row nevertheless: "| HR | Train staff |". */
export function isLoneRow(line: string): boolean {
  if (isSeparatorRow(line) || !isPipeRow(line)) return false
  return /^\s*\|.*\S.*\|\s*$/.test(line) || spacedBars(line) > 1
}

/** A line longer than this names no columns. */
const longestHeader = 400

/** Whether every name in the line is that of a column, and one of them the action's. */
function namesColumns(line: string): boolean {
  if (line.length > longestHeader || !isPipeRow(line)) return false
  const meanings = columnsOf(line.split('|'))
  return meanings.includes('action') && !meanings.includes(null)
}

/** Bars with white space around them. */
function spacedBars(line: string): number {
  return line.match(/(?<=\s)\|(?=\s|$)/g)?.length ?? 0
}

function bars(line: string): number {
  return line.match(/(?<!\\)\|/g)?.length ?? 0
}

/** The table in these lines, or null when only one line of it is there. */
export function readPipeTable(
  source: string,
  lines: readonly Span[],
  separator = '|',
): Table | null {
  const rows: TableRow[] = []
  for (const line of lines) {
    if (separator === '|' && isSeparatorRow(source.slice(line.start, line.end))) continue
    rows.push(readRow(source, line, separator))
  }
  const [header, ...body] = rows
  if (!header || body.length === 0) return null
  if (separator !== '|' || startsWithBar(source, header))
    return { kind: 'table', header, rows: body }
  const width = header.cells.length
  return { kind: 'table', header, rows: body.map((row) => withEmptyFirst(source, row, width)) }
}

const startsWithBar = (source: string, { span }: TableRow) => source[span.start] === '|'

/** Below a header without outer pipes, a row "| Rotate keys | Done" leaves its first cell empty. */
function withEmptyFirst(source: string, row: TableRow, width: number): TableRow {
  if (!startsWithBar(source, row) || row.cells.length >= width) return row
  const { start } = row.span
  return { ...row, cells: [readInline(source, start, start), ...row.cells] }
}

function readRow(source: string, line: Span, separator: string): TableRow {
  let start = line.start
  let end = line.end
  while (start < end && /\s/.test(source[start] ?? '') && source[start] !== separator) start++
  while (end > start && /\s/.test(source[end - 1] ?? '') && source[end - 1] !== separator) end--
  const span = { start, end }
  if (separator === '|') {
    if (source[start] === '|') start++
    if (end > start && source[end - 1] === '|' && source[end - 2] !== '\\') end--
  }
  const cells = []
  let cellStart = start
  for (let at = start; at <= end; at++) {
    const isCut = at === end || (source[at] === separator && source[at - 1] !== '\\')
    if (!isCut) continue
    cells.push(readInline(source, cellStart, at))
    cellStart = at + 1
  }
  return { cells, span }
}
