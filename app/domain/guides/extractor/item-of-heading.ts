/**
 * An item that a heading of its own names, and the lines below say who does it and by when.
 *
 *     #### 2. Turn on the second factor
 *     - Owner: IT Manager
 *     - Due: 14 May 2027
 *
 * Such a heading stands in a plan section and has neither rows nor bullets that say what to do.
 */
import { cleanText } from '../document-tree'
import { columnMeaning, isWeakName } from '../rules/column-meaning'
import type { ListItem, RichText, Table } from '../document-tree'
import { withoutNumbering } from '../rules/horizon-of-heading'
import { fieldsOfLine, readPairs, takeInlineFields } from './inline-fields'
import type { InlineField } from './inline-fields'
import { addField, newDraft } from './item-draft'
import type { GuideKnowledge, ItemDraft, RowContext } from './item-draft'
import { isStepNumber } from '../rules/label-of-bullet'
import type { OpenHeading } from './section-stack'
import type { TableShape } from './table-shape'
import { comparable, vocabularyWords } from '../vocabulary/vocabularies'

const guess = 'It is taken from a heading, since the lines below it say who does it or by when.'
const proseKeys = new Set(vocabularyWords((words) => words.proseKeys))
/** Longer bullets are no fields. */
const longestField = 300
/** A table of more keys states something else. */
const mostKeys = 20
const keyColumns = new Set(vocabularyWords((words) => words.keyColumns))
/** Longer lines are prose. */
const longestSpelledOut = 600

/** The item that a heading names, or null when it names none. */
export function itemOfHeading(
  heading: OpenHeading,
  fields: readonly InlineField[],
  prose: readonly RichText[],
  known: GuideKnowledge,
): ItemDraft | null {
  const { section } = heading
  if (heading.kind !== 'group' || !section || heading.listCount > 0) return null
  const { rest, fields: own } = takeInlineFields(heading.text, known)
  const all = [...own.filter((field) => !field.guess), ...fields]
  if (!all.some(({ meaning }) => meaning === 'owner' || meaning === 'due')) return null
  const title = titleOf(rest)
  if (!/\p{L}/u.test(title)) return null
  const draft = newDraft(section, heading.track, title, heading.text.span)
  draft.guesses.push(guess)
  for (const text of prose) draft.lines.push(cleanText(text.text))
  for (const { meaning, key, value } of all) addField(draft, meaning, key, value, known)
  return draft
}

/** The fields of a list whose bullets state nothing else: "Owner: HR", "Effort: 3 days". */
export function fieldsOfList(bullets: readonly ListItem[]): InlineField[] | null {
  const fields: InlineField[] = []
  let knownStarts = 0
  for (const { text } of bullets) {
    if (text.text.length > longestField) return null
    const pairs = fieldsOfLine(text.text) ?? readPairs(text.text)
    const [first] = pairs
    if (!first) return null
    if (first.meaning !== null) knownStarts++
    fields.push(...pairs)
  }
  // "Lock the list: nobody else opens it. Owner: HR" starts with what to do.
  if (knownStarts * 2 < bullets.length) return null
  const known = fields.filter((field) => field.meaning !== null)
  const isStated = known.some(({ meaning, key }) => {
    const isProse = proseKeys.has(comparable(key))
    return (meaning === 'owner' || meaning === 'due') && !isProse
  })
  return isStated && known.length * 2 >= fields.length ? fields : null
}

/**
 * The same for a table of keys and values that names no action, or only describes the one that its
 * heading names: "Owner | HR", "Deadline | 3 May 2027", "Description | …".
 */
export function fieldsOfTable(table: Table, shape: TableShape): InlineField[] | null {
  if (shape.kind !== 'no-plan' && shape.kind !== 'key-value') return null
  const rows = [table.header, ...table.rows]
  if (rows.some((row) => row.cells.length !== 2) || rows.length > mostKeys) return null
  const fields: InlineField[] = []
  for (const row of rows) {
    const [key, value] = row.cells.map((cell) => cleanText(cell.text))
    if (!key || !value || (row === table.header && keyColumns.has(comparable(key)))) continue
    const meaning = columnMeaning(key)
    if (meaning === 'action' && !isWeakName(key)) return null
    fields.push({ key, meaning: meaning === 'action' ? null : meaning, value })
  }
  const known = fields.filter(({ meaning }) => meaning !== null)
  const isStated = known.some(({ meaning }) => meaning === 'owner' || meaning === 'due')
  return isStated && known.length > 1 && known.length * 2 >= fields.length ? fields : null
}

/** Whether a line starts to spell out an item: "Task: Replace the router". */
export function startsItem(line: string): boolean {
  const [first] = readPairs(line)
  return first?.meaning === 'action' && !proseKeys.has(comparable(first.key))
}

/** Whether lines name an action first, and then who does it or by when, without any plan around. */
export function spellsOutItem(texts: readonly RichText[]): boolean {
  if (!texts[0] || texts[0].text.length > longestSpelledOut || !startsItem(texts[0].text))
    return false
  const fields = texts.flatMap((text) => readPairs(text.text.slice(0, longestSpelledOut)))
  return fields.some(({ meaning, key }) => {
    return (meaning === 'owner' || meaning === 'due') && !proseKeys.has(comparable(key))
  })
}

/** The items of lines that spell each one out: "Action: Rotate keys", "Owner: HR". */
export function itemsOfFields(texts: readonly RichText[], context: RowContext): ItemDraft[] {
  const drafts: ItemDraft[] = []
  for (const text of texts) {
    for (const { meaning, key, value } of readPairs(text.text)) {
      const last = drafts.at(-1)
      if (meaning === 'action')
        drafts.push(newDraft(context.section, context.track, value, text.span))
      else if (last) addField(last, meaning, key, value, context.known)
    }
  }
  return drafts
}

/** The heading without its number: "2.", "Task 3:", "A-07 –". */
function titleOf(text: RichText): string {
  const words = withoutNumbering(cleanText(text.text))
  const label = /^([^:]{1,20}):\s+/.exec(words)
  return label && isStepNumber(label[1] ?? '') ? words.slice(label[0].length) : words
}
