/** Reads a table of a plan into the record: rows, one action key by key, or nothing but warnings. */
import { cleanText } from '../document-tree'
import type { Table, TableRow } from '../document-tree'
import { hasWords, isEmptyRow, readKeyValueTable, readRow } from './item-of-row'
import type { ItemDraft, RowContext } from './item-draft'
import { readMatrixRow } from './matrix-table'
import type { PlanRecord } from './plan-record'
import { groupOfRow } from './table-shape'
import type { TableShape } from './table-shape'
import type { ColumnMeaning } from '../vocabulary/vocabulary'

/** Every row becomes an item, a heading of the rows below it, or a warning. */
export function readPlanTable(
  record: PlanRecord,
  table: Table,
  shape: TableShape,
  context: RowContext,
): void {
  if (shape.kind === 'rows') return readRows(record, table, shape, context)
  if (shape.kind === 'matrix') {
    for (const row of table.rows) {
      const drafts = readMatrixRow(row, shape.horizons, shape.names, context)
      if (drafts.length === 0) leaveOutMatrixRow(record, row)
      else if (record.hasRoom(row.span)) record.add(...drafts)
    }
    return
  }
  const draft = shape.kind === 'key-value' ? readKeyValueTable(table, context) : null
  if (!draft) return leaveOutTable(record, table)
  if (record.hasRoom(draft.source)) record.add(draft)
}

function readRows(
  record: PlanRecord,
  table: Table,
  shape: Extract<TableShape, { kind: 'rows' }>,
  context: RowContext,
): void {
  let here = context
  let above: ItemDraft | null = null
  const goesOn = areTimesBeforeActions(shape.columns)
  for (const row of table.rows) {
    const group = groupOfRow(row, shape.columns)
    if (group) {
      const { meaning, text } = group
      const section = record.openInTable(text, meaning, context.section)
      here = {
        ...context,
        section,
        track: meaning.kind === 'track' ? meaning.track : context.track,
      }
      above = null
      continue
    }
    if (record.isFull) {
      if (!isEmptyRow(row, shape)) record.hasRoom(row.span)
      continue
    }
    const reading = readRow(row, shape, here)
    if ('leftOut' in reading) record.log.leaveOut(row.span, reading.leftOut)
    else if ('draft' in reading && record.hasRoom(row.span)) {
      if (goesOn && above !== null && isTimeEmpty(row, shape.columns))
        takeTime(reading.draft, above)
      record.add(reading.draft)
      above = reading.draft
    }
  }
}

/** Where times stand left of the actions, an empty cell is what is left of one cell over several rows. */
function areTimesBeforeActions(columns: readonly (ColumnMeaning | null)[]): boolean {
  const times = columns.indexOf('horizon')
  return times !== -1 && times < columns.indexOf('action')
}

function isTimeEmpty(row: TableRow, columns: readonly (ColumnMeaning | null)[]): boolean {
  const cell = row.cells[columns.indexOf('horizon')]
  return cell !== undefined && cleanText(cell.text) === ''
}

function takeTime(draft: ItemDraft, above: ItemDraft): void {
  if (draft.horizonDays !== null || above.horizonDays === null) return
  draft.horizonDays = above.horizonDays
  draft.guesses.push('Its time is that of the row above, since its own cell is empty.')
}

function leaveOutMatrixRow(record: PlanRecord, row: TableRow): void {
  if (!row.cells.some((cell) => hasWords(cell.text))) return
  record.log.leaveOut(row.span, 'No cell of it below a number of days says what to do.')
}

function leaveOutTable(record: PlanRecord, table: Table): void {
  const names = table.header.cells.map((cell) => cleanText(cell.text)).filter(Boolean)
  const reason = `The table (${names.slice(0, 6).join(', ')}) has no column that says what to do.`
  for (const row of table.rows) record.log.leaveOut(row.span, reason)
}
