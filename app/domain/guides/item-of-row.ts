/**
 * Reads the rows of a plan table: one item a row, its columns known by their names.
 *
 *     | Action Item | Responsible | Cost |
 *     | **Keys** - rotate | HR / IT | $5 |   action "Keys", owners HR and IT, detail "rotate; Cost: $5"
 *
 * A table of two columns whose first holds the names ("Task | …", "Owner | …") is one item.
 */
import type { Track } from '~/domain/shared/vocabulary'
import { columnMeaning, columnsOf } from './column-meaning'
import { cleanText } from './document-tree'
import type { RichText, Table, TableRow } from './document-tree'
import { addField, newDraft } from './item-draft'
import type { ItemDraft } from './item-draft'
import { labelOfBullet } from './label-of-bullet'
import type { PlanSection } from './plan-section'
import type { RoleTest } from './split-owners'
import type { ColumnMeaning } from './vocabulary/vocabulary'

export interface RowContext {
  section: PlanSection
  track: Track | null
  roleOf: RoleTest
}

export type RowReading = { draft: ItemDraft } | { leftOut: string } | { isEmpty: true }

export type TableShape =
  | { kind: 'rows'; columns: readonly (ColumnMeaning | null)[]; names: readonly string[] }
  | { kind: 'key-value' }
  | { kind: 'no-plan' }

/** Whether the table lists actions, states one item key by key, or is something else. */
export function tableShape(table: Table): TableShape {
  const names = table.header.cells.map((cell) => cleanText(cell.text))
  if (isKeyValue(table)) return { kind: 'key-value' }
  const columns = columnsOf(names)
  return columns.includes('action') ? { kind: 'rows', columns, names } : { kind: 'no-plan' }
}

/** Whether a table outside any plan section is a plan all the same: it says what, by when, and who. */
export function isPlanByItself(shape: TableShape): boolean {
  if (shape.kind !== 'rows') return false
  const has = (meaning: ColumnMeaning) => shape.columns.includes(meaning)
  return has('horizon') || (has('owner') && has('due'))
}

/** The item of one row, or why it is none. An empty row of a template is nothing at all. */
export function readRow(
  row: TableRow,
  shape: Extract<TableShape, { kind: 'rows' }>,
  context: RowContext,
): RowReading {
  const cells = row.cells.map((cell) => (hasWords(cell.text) ? cell : null))
  const filled = cells.filter((cell, index) => cell !== null && shape.columns[index] !== 'number')
  if (filled.length === 0) return { isEmpty: true }
  const action = cells[shape.columns.indexOf('action')]
  if (!action) return { leftOut: 'The row has no words in its action column.' }
  if (cells.every((cell) => cell === null || isPlaceholder(cell.text))) {
    return { leftOut: 'The row is a template that nobody filled in.' }
  }
  const draft = actionDraft(action, row, context)
  row.cells.forEach((cell, index) => {
    const meaning = shape.columns[index] ?? null
    if (meaning !== 'action')
      addCell(draft, meaning, shape.names[index] ?? '', cell, context.roleOf)
  })
  return { draft }
}

/** The item that a key/value table states, or null when it states no action. */
export function readKeyValueTable(table: Table, context: RowContext): ItemDraft | null {
  const rows = [table.header, ...table.rows]
  const actionRow = rows.find((row) => columnMeaning(row.cells[0]?.text ?? '') === 'action')
  const action = actionRow?.cells[1]
  if (!actionRow || !action || !hasWords(action.text)) return null
  const draft = actionDraft(action, actionRow, context)
  for (const row of rows) {
    const [key, value] = row.cells
    if (row === actionRow || !key || !value || !hasWords(key.text)) continue
    if (row === table.header && columnMeaning(key.text) === null) continue
    addCell(draft, columnMeaning(key.text), key.text, value, context.roleOf)
  }
  return draft
}

function isKeyValue(table: Table): boolean {
  const rows = [table.header, ...table.rows].filter((row) => row.cells.length === 2)
  if (rows.length !== table.rows.length + 1 || rows.length > 20) return false
  const meanings = rows.map((row) => columnMeaning(row.cells[0]?.text ?? ''))
  const known = meanings.filter((meaning) => meaning !== null)
  return (
    meanings.filter((meaning) => meaning === 'action').length === 1 &&
    known.length >= 2 &&
    known.length * 2 > rows.length
  )
}

function actionDraft(cell: RichText, row: TableRow, context: RowContext): ItemDraft {
  const label = labelOfBullet(cell)
  const isTitled = label?.isBold === true
  const action = isTitled ? label.label.text : cell.text
  const draft = newDraft(context.section, context.track, action, row.span)
  if (isTitled && label.body.text !== '') draft.lines.push(cleanText(label.body.text))
  return draft
}

function addCell(
  draft: ItemDraft,
  meaning: ColumnMeaning | null,
  name: string,
  cell: RichText,
  roleOf: RoleTest,
): void {
  if (name === '' && meaning === null) {
    if (hasWords(cell.text)) draft.lines.push(cleanText(cell.text))
    return
  }
  addField(draft, meaning, name, cell.text, roleOf)
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function isPlaceholder(text: string): boolean {
  return /^\s*(?:[[<{(].*[\]>})]|\.{2,}|…|tbd)\s*$/i.test(text)
}
