/**
 * Reads the rows of a plan table: one item a row, its columns known by their names.
 *
 *     | Action Item | Responsible | Cost |
 *     | **Keys** - rotate | HR / IT | $5 |   action "Keys", owners HR and IT, detail "rotate; Cost: $5"
 *
 * A table of two columns whose first holds the names ("Task | …", "Owner | …") is one item.
 */
import { columnMeaning } from '../rules/column-meaning'
import { cleanText } from '../document-tree'
import type { RichText, Table, TableRow } from '../document-tree'
import { takeInlineFields } from './inline-fields'
import { addField, newDraft } from './item-draft'
import type { GuideKnowledge, ItemDraft, RowContext } from './item-draft'
import { labelOfBullet } from '../rules/label-of-bullet'
import type { TableShape } from './table-shape'
import { comparable, vocabularyWords } from '../vocabulary/vocabularies'
import type { ColumnMeaning } from '../vocabulary/vocabulary'

export type RowReading = { draft: ItemDraft } | { leftOut: string } | { isEmpty: true }

const placeholders = new Set(vocabularyWords((words) => [...words.placeholders, ...words.nobody]))
const keyColumns = new Set(vocabularyWords((words) => words.keyColumns))

/** The item of one row, or why it is none. An empty row of a template is nothing at all. */
export function readRow(
  row: TableRow,
  shape: Extract<TableShape, { kind: 'rows' }>,
  context: RowContext,
): RowReading {
  if (isEmptyRow(row, shape)) return { isEmpty: true }
  const cells = row.cells.map((cell) => (hasWords(cell.text) ? cell : null))
  const filled = cells.filter((cell, index) => cell !== null && !isIdle(shape.columns[index]))
  const action = cells[shape.columns.indexOf('action')]
  if (!action) return { leftOut: 'The row has no words in its action column.' }
  if (filled.every((cell) => cell === null || isPlaceholder(cell.text))) {
    return { leftOut: 'The row is a template that nobody filled in.' }
  }
  if (isPlaceholder(action.text)) return { leftOut: 'Its action is only a placeholder.' }
  const draft = actionDraft(action, row, context)
  if (shape.standIn !== null) draft.guesses.push(standInGuess(shape.standIn))
  row.cells.forEach((cell, index) => {
    const meaning = shape.columns[index] ?? null
    if (meaning !== 'action') addCell(draft, meaning, shape.names[index] ?? '', cell, context.known)
  })
  return { draft }
}

/** Whether a row says nothing, or no more than its number. */
export function isEmptyRow(
  row: TableRow,
  { columns }: Extract<TableShape, { kind: 'rows' }>,
): boolean {
  return !row.cells.some((cell, index) => !isIdle(columns[index]) && hasWords(cell.text))
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
    if (row === table.header && keyColumns.has(comparable(key.text))) continue
    addCell(draft, columnMeaning(key.text), key.text, value, context.known)
  }
  return draft
}

function standInGuess(name: string): string {
  return `The column “${name}” is taken for the action, since no column is called so.`
}

/** Numbers and states alone do not make a row of a template a filled one. */
function isIdle(meaning: ColumnMeaning | null | undefined): boolean {
  return meaning === 'number' || meaning === 'status'
}

/** The action cell, its bold start as title; "(Owner: CISO)" within it is a field. */
function actionDraft(cell: RichText, row: TableRow, context: RowContext): ItemDraft {
  const { rest, fields } = takeInlineFields(cell, context.known)
  const areStated = fields.every((field) => field.meaning === 'owner' || field.meaning === 'due')
  const isTaken = fields.length > 0 && areStated && fields.every((field) => !field.guess)
  const text = isTaken ? rest : cell
  const label = labelOfBullet(text)
  const isTitled = label?.isBold === true
  const action = isTitled ? label.label.text : text.text
  const draft = newDraft(context.section, context.track, action, row.span)
  if (isTitled && label.body.text !== '') draft.lines.push(cleanText(label.body.text))
  if (isTaken) {
    for (const { meaning, key, value } of fields)
      addField(draft, meaning, key, value, context.known)
  }
  return draft
}

function addCell(
  draft: ItemDraft,
  meaning: ColumnMeaning | null,
  name: string,
  cell: RichText,
  known: GuideKnowledge,
): void {
  if (cleanText(name) === '' && meaning === null) {
    if (hasWords(cell.text)) draft.lines.push(cleanText(cell.text))
    return
  }
  addField(draft, meaning, name, meaning === 'owner' ? ownerText(cell) : cell.text, known)
}

/** Two lines in an owner cell are two parts, as a comma between them would make them. */
function ownerText(cell: RichText): string {
  return cell.text.replace(/\s*\n\s*/g, ', ')
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** "[what to do]", "[day] by [name]", "…", "TBD". */
export function isPlaceholder(text: string): boolean {
  if (/^\s*(?:[[<{(]{1,2}[^\])}>]*[\]>})]{1,2}|\.{2,}|…|_+)\s*$/.test(text)) return true
  if (text.length < 80 && /^\[[^[\]]*\](?:\s+\p{Ll}{2,4}\s+\[[^[\]]*\])+$/u.test(text.trim()))
    return true
  return text.length < 40 && placeholders.has(comparable(text).replace(/[.\s]+$/, ''))
}
