/**
 * What a table is: a list of actions, one action stated key by key, or something else; and whether
 * it is a plan by its columns alone, where no heading says so.
 *
 *     | Owner | Action | Due |        rows
 *     | Task | Replace it |           key-value
 *     | Symbol | Meaning |            no plan
 */
import { columnMeaning, columnsOf, namesAction } from '../rules/column-meaning'
import { cleanText } from '../document-tree'
import type { RichText, Table, TableRow } from '../document-tree'
import { horizonsOfColumns } from './matrix-table'
import { startsWithVerb } from '../rules/prose-actions'
import { asPartOfPlan, sectionOfHeading } from '../rules/section-of-heading'
import type { HeadingSection } from '../rules/section-of-heading'
import type { ColumnMeaning } from '../vocabulary/vocabulary'

export type TableShape =
  | {
      kind: 'rows'
      columns: readonly (ColumnMeaning | null)[]
      names: readonly string[]
      /** The name of the column that is taken for the action without being called so. */
      standIn: string | null
    }
  | { kind: 'key-value'; meanings: readonly (ColumnMeaning | null)[] }
  | { kind: 'matrix'; horizons: readonly (number | null)[]; names: readonly string[] }
  | { kind: 'no-plan' }

/** A key/value table of more rows than this is a list of something else. */
const mostKeys = 20

/** Columns are named within the first of these rows. */
const deepestHeader = 3

/** The table under the row that names its columns, where a title spans the row above it. */
export function underNamedColumns(table: Table): Table {
  if (columnsOf(namesOf(table.header)).includes('action') || keyValueMeanings(table)) return table
  const index = table.rows
    .slice(0, deepestHeader)
    .findIndex((row) => isHeader(columnsOf(namesOf(row)), row))
  const header = table.rows[index]
  if (!header) return table
  const above = [table.header, ...table.rows.slice(0, index)]
  const groups = above.filter((row) => groupOfRow(row, columnsOf(namesOf(header))) !== null)
  return { ...table, header, rows: [...groups, ...table.rows.slice(index + 1)] }
}

function isHeader(columns: readonly (ColumnMeaning | null)[], row: TableRow): boolean {
  const known = columns.filter((meaning) => meaning !== null).length
  return columns.includes('action') && known >= 2 && known * 2 > row.cells.length
}

function namesOf(row: TableRow): string[] {
  return row.cells.map((cell) => cleanText(cell.text))
}

/**
 * Whether the table lists actions, states one item key by key, or is something else. In a plan a column
 * whose cells say what to do stands in for one that is called so.
 */
export function tableShape(table: Table, isInPlan = false): TableShape {
  const keys = keyValueMeanings(table)
  if (keys) return { kind: 'key-value', meanings: keys }
  const names = namesOf(table.header)
  const columns = columnsOf(names)
  if (!columns.includes('action')) {
    const horizons = horizonsOfColumns(table)
    if (horizons) return { kind: 'matrix', horizons, names }
    const standIn = isInPlan ? columnOfVerbs(table, columns) : -1
    if (standIn === -1) return { kind: 'no-plan' }
    columns[standIn] = 'action'
  }
  const action = columns.indexOf('action')
  const name = names[action] ?? ''
  return { kind: 'rows', columns, names, standIn: columnMeaning(name) === 'action' ? null : name }
}

/**
 * The first column whose cells mostly start with what to do, among those that nobody knows or that
 * are called by what comes of it ("Deliverable"); -1 for none.
 */
function columnOfVerbs(table: Table, columns: readonly (ColumnMeaning | null)[]): number {
  return columns.findIndex((meaning, index) => {
    if (meaning !== null && meaning !== 'outcome') return false
    const texts = table.rows.map((row) => row.cells[index]?.text ?? '').filter(Boolean)
    const actions = texts.filter((text) => startsWithVerb(text) && /\S\s+\S/.test(text))
    return actions.length > 1 && actions.length * 3 >= texts.length * 2
  })
}

/**
 * Whether a table outside any plan section is a plan all the same: it says what, and by when or for
 * whom. `isLoose`: the document has no headings, so its columns are all there is to go by.
 */
export function isPlanByItself(table: Table, shape: TableShape, isLoose: boolean): boolean {
  if (shape.kind === 'no-plan') return false
  if (shape.kind === 'matrix') return isLoose
  if (shape.kind === 'rows' && !saysWhatToDo(table, shape.columns.indexOf('action'))) return false
  const meanings = shape.kind === 'rows' ? shape.columns : shape.meanings
  const has = (meaning: ColumnMeaning) => meanings.includes(meaning)
  const isTimed = has('horizon') || has('due')
  if (shape.kind === 'key-value') return has('owner') && isTimed
  const isClear = namesAction(shape.names, shape.columns)
  if (isLoose) return has('owner') || isTimed || has('outcome') || (isClear && has('priority'))
  if (has('owner') && isTimed) return true
  if (has('horizon')) return isClear
  return isClear && has('owner') && (has('outcome') || has('priority'))
}

/** Actions are phrases, each another one: "Allow", "Deny", "Allow" is a set of rules. */
function saysWhatToDo(table: Table, action: number): boolean {
  const texts = table.rows.map((row) => cleanText(row.cells[action]?.text ?? '')).filter(Boolean)
  const phrases = texts.filter((text) => /\S\s+\S/.test(text))
  return phrases.length * 2 >= texts.length && new Set(texts).size * 2 > texts.length
}

/**
 * What a row says that is a heading of the rows below it: one filled cell, "Days 31–60". Null for
 * every other row, such as one whose action column alone is filled.
 */
export function groupOfRow(
  row: TableRow,
  columns: readonly (ColumnMeaning | null)[],
): { meaning: HeadingSection; text: RichText } | null {
  const filled = row.cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text))
  const [text] = filled
  const isAlone = new Set(filled.map((cell) => cell.text)).size === 1
  if (!text || !isAlone || columns.length < 2 || text.text.length > 100) return null
  const index = row.cells.indexOf(text)
  if (index > 0 && columns[index] === 'action') return null
  const meaning = asPartOfPlan(sectionOfHeading(cleanText(text.text)))
  const opens =
    meaning.kind === 'track' ||
    meaning.kind === 'first-steps' ||
    (meaning.kind === 'plan' && (meaning.horizonDays !== null || !meaning.isBare))
  return opens ? { meaning, text } : null
}

function keyValueMeanings(table: Table): (ColumnMeaning | null)[] | null {
  const rows = [table.header, ...table.rows]
  if (rows.length > mostKeys || rows.length < 2) return null
  if (rows.some((row) => row.cells.length !== 2)) return null
  const meanings = rows.map((row) => columnMeaning(row.cells[0]?.text ?? ''))
  const known = meanings.filter((meaning) => meaning !== null)
  const isOne = meanings.filter((meaning) => meaning === 'action').length === 1
  const isHeader = columnMeaning(table.header.cells[1]?.text ?? '') !== null
  const isMostlyKnown = known.length >= 2 && known.length * 2 >= rows.length
  return isOne && isMostlyKnown && !(isHeader && meanings[0] !== null) ? meanings : null
}
