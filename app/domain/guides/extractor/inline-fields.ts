/**
 * What a bullet says about itself beside its action: "(Owner: CISO, Budget: $2M)" at its end, a
 * trailing "Owner: HR", a tag such as "[High]", a role in brackets.
 *
 *     const { rest, fields } = takeInlineFields(rich('Close forms. (Owner: Principal)'), known)
 *     rest.text // 'Close forms.'
 *     fields    // [{ key: 'Owner', meaning: 'owner', value: 'Principal' }]
 */
import { columnMeaning } from '../rules/column-meaning'
import { cleanText, sliceRichText } from '../document-tree'
import type { RichText } from '../document-tree'
import { dateInWords, dueAtEnd } from '../rules/due-date-in-words'
import { horizonOfLabel } from '../rules/horizon-of-heading'
import type { GuideKnowledge } from './item-draft'
import { priorityOfTag } from '../rules/priority-of-label'
import type { RoleTest } from '../rules/split-owners'
import { trackOfLabel } from '../rules/track-of-label'
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'
import type { ColumnMeaning } from '../vocabulary/vocabulary'

export interface InlineField {
  key: string
  meaning: ColumnMeaning | null
  value: string
  /** Why it was taken for a field; null where its key says so. */
  guess?: string
}

/** Brackets at the end are looked for this far back. */
const longestBracket = 300
/** What stands behind a last dash is looked for this far back. */
const longestTail = 60
/** Texts longer than this are prose without fields. */
const longestText = 6000

const proseKeys = new Set(vocabularyWords((words) => words.proseKeys))
const inlineKeys = vocabularyWords(({ columns }) => [
  ...columns.owner,
  ...columns.due,
  ...columns.outcome,
  ...columns.horizon,
  ...columns.priority,
  ...columns.severity,
  ...columns.status,
]).filter((key) => !proseKeys.has(key) && /\p{L}{2}/u.test(key))
const inlineKeySet = new Set(inlineKeys)
const keySource = phraseSource(inlineKeys)
const trailingKey = new RegExp(
  `(?:[.;!?|,–—-]\\s+|\\n\\s*|\\s{2,})(?=(?:${keySource})\\s*:\\s*\\S)`,
  'iu',
)
const nextKey = new RegExp(
  `(?:[,;.|–—-]\\s*|\\s+)(?=(?:${keySource})\\s*:\\s)|[,;|]\\s*(?=\\p{Lu}[\\p{L} ]{1,30}:\\s)`,
  'iu',
)
/** "Budget", "Evidence to keep": a key in brackets, though no column is called so. */
const namesSomething = /^\p{Lu}\p{L}+(?: \p{L}+){0,2}$/u
const pair = /^([\p{L}#][\p{L}\p{N}' /-]{0,40}?)\s*:\s*(.*)$/su

/** Cuts the fields off the end of a bullet's text; `rest` keeps its place in the source. */
export function takeInlineFields(
  text: RichText,
  known: GuideKnowledge,
): { rest: RichText; fields: InlineField[] } {
  const fields: InlineField[] = []
  let rest = text
  for (let round = 0; round < 4; round++) {
    const cut =
      bracketAtEnd(rest.text, known) ??
      tagAtStart(rest.text) ??
      keysAtEnd(rest) ??
      wordsAtEnd(rest.text, known)
    if (!cut) break
    fields.unshift(...cut.fields)
    rest = sliceRichText(rest, cut.from, cut.to)
  }
  return { rest, fields }
}

/** The fields of a line that consists of nothing else: "Owner: CISO Due: 2027-03-01". Else null. */
export function fieldsOfLine(text: string): InlineField[] | null {
  if (text.length > longestBracket || !text.includes(':')) return null
  const fields = readPairs(text)
  const areKnown = fields.length > 0 && fields.every((field) => field.meaning !== null)
  return areKnown && fields.some((field) => field.meaning !== 'action') ? fields : null
}

interface Cut {
  from: number
  to: number
  fields: InlineField[]
}

function bracketAtEnd(text: string, known: GuideKnowledge): Cut | null {
  const tail = text.slice(-longestBracket)
  const match = /[([]{1,2}([^()[\]]+)[)\]]{1,2}[\s.]*$/.exec(tail)
  if (!match) return null
  const from = text.length - tail.length + match.index
  const content = match[1] ?? ''
  const isRound = tail[match.index] === '('
  const fields =
    fieldsOfBracket(content, known) ??
    bareFields(content, known) ??
    roleInBrackets(content, known, isRound)
  return fields && { from: 0, to: from, fields }
}

/** The fields in brackets behind a bold title: "(CISO, week 10) – run it"; null where there are none. */
export function takeBracketAtStart(
  text: RichText,
  known: GuideKnowledge,
): { rest: RichText; fields: InlineField[] } | null {
  const match = /^\(([^()]{1,60})\)\s*[:–—-]\s*/.exec(text.text.slice(0, 80))
  if (!match) return null
  const content = match[1] ?? ''
  const fields =
    fieldsOfBracket(content, known) ??
    bareFields(content, known) ??
    roleInBrackets(content, known, false)
  return fields && { rest: sliceRichText(text, match[0].length, text.text.length), fields }
}

/** "CISO, 2027-02-03", "HR; high": values that say by themselves what they are, every one of them. */
function bareFields(content: string, known: GuideKnowledge): InlineField[] | null {
  const parts = content.split(/\s*[;,|]\s*/)
  if (parts.length < 2 || parts.length > 4) return null
  const fields = parts.map((part) => bareField(part, known))
  if (!fields.every((field) => field !== null)) return null
  // "(HR, Finance, Admin)" names examples more often than three who share a task.
  const areOwners = fields.every(({ meaning }) => meaning === 'owner')
  return areOwners && fields.length > 2 ? null : fields
}

function bareField(part: string, { roleOf, isDayFirst }: GuideKnowledge): InlineField | null {
  const priority = priorityOfTag(part)
  if (priority) return { key: 'Priority', meaning: 'priority', value: priority }
  if (isDay(part, isDayFirst)) return { key: 'Due', meaning: 'due', value: part }
  if (horizonOfLabel(part) !== null) return { key: 'When', meaning: 'horizon', value: part }
  return areRoles(part, roleOf) ? { key: 'Owner', meaning: 'owner', value: part } : null
}

/** One role or several: "HR", "IT Manager / HR". */
function areRoles(name: string, roleOf: RoleTest): boolean {
  return name.split(/\s*[/&+]\s*/).every((part) => roleOf(part) === 'full')
}

/** "Train staff – HR", "Rotate keys @IT Manager", "Close the port → 3 May 2027". */
function wordsAtEnd(text: string, known: GuideKnowledge): Cut | null {
  const offset = Math.max(0, text.length - longestTail)
  const match = /\s+(?:[–—-]|→|=>|->|@(?=\S))\s*((?:(?!\s-\s)[^–—→@:.;]){2,40})\.?$/.exec(
    text.slice(offset),
  )
  const field = match ? bareField(match[1] ?? '', known) : null
  if (!match || !field || (field.meaning !== 'owner' && field.meaning !== 'due')) return null
  const guess = `“${field.value}” at the end is taken as the ${field.key.toLowerCase()}.`
  return { from: 0, to: offset + match.index, fields: [{ ...field, guess }] }
}

function fieldsOfBracket(content: string, { isDayFirst }: GuideKnowledge): InlineField[] | null {
  const priority = priorityOfTag(content)
  if (priority) return [{ key: 'Priority', meaning: 'priority', value: priority }]
  if (isDay(content, isDayFirst)) return [{ key: 'Due', meaning: 'due', value: content }]
  const fields = readPairs(content)
  const [first] = fields
  if (!first || first.meaning === 'action') return null
  return first.meaning !== null || namesSomething.test(first.key) ? fields : null
}

/** "Approve the policy (Privacy Officer)"; a single word is more often a short form: "(SOC)". */
function roleInBrackets(
  content: string,
  { roleOf }: GuideKnowledge,
  isRound: boolean,
): InlineField[] | null {
  const name = content.trim()
  if (name.length > 40 || (isRound && !/\s/.test(name)) || !areRoles(name, roleOf)) return null
  const guess = `“${name}” in brackets is taken as the owner.`
  return [{ key: 'Owner', meaning: 'owner', value: name, guess }]
}

function tagAtStart(text: string): Cut | null {
  const match = /^[([]([^()[\]]{1,30})[)\]]\s*[:–—-]?\s*/.exec(text)
  if (!match) return null
  const tag = match[1] ?? ''
  const priority = priorityOfTag(tag)
  const track = priority ? null : trackOfLabel(tag)
  if (!priority && !track) return null
  const fields: InlineField[] = priority
    ? [{ key: 'Priority', meaning: 'priority', value: priority }]
    : [{ key: 'Track', meaning: 'track', value: tag }]
  return { from: match[0].length, to: text.length, fields }
}

/** "… twice a year. Owner: Compliance Officer", or a bold key anywhere behind the action. */
function keysAtEnd({ text, bold }: RichText): Cut | null {
  if (text.length > longestText || !text.includes(':')) return null
  const match = trailingKey.exec(text)
  const boldKey = bold.find(
    ({ from, to }) =>
      from > 0 && isKey(text.slice(from, to)) && /^(?:.*:|\s*:)/s.test(text.slice(from, to + 2)),
  )
  const starts = [match ? match.index + 1 : Infinity, boldKey?.from ?? Infinity]
  const from = Math.min(...starts)
  if (!Number.isFinite(from) || from < 3) return null
  const tail = text.slice(from).replace(/^[\s.;!?|,–—-]+/, '')
  const fields = readPairs(tail)
  if (fields.length === 0 || fields[0]?.meaning === null) return null
  const keepsStop = /[.!?]/.test(text[from - 1] ?? '')
  return {
    from: 0,
    to: keepsStop ? from : text.slice(0, from).replace(/[\s;|,–—-]+$/, '').length,
    fields,
  }
}

function isKey(text: string): boolean {
  return text.length < 60 && inlineKeySet.has(comparable(text).replace(/[\s:]+$/, ''))
}

/** "Owner: HR, Q1 2026" and "Owner: HR, by 3 May 2027" say when behind a comma. */
function timedOwner(field: InlineField): InlineField[] {
  const [, name = '', when = ''] = /^(.+?),\s*([^,]+)$/.exec(field.value) ?? []
  if (field.meaning !== 'owner' || when === '') return [field]
  const owner = { ...field, value: name }
  if (isDay(when, true)) return [owner, { key: 'Due', meaning: 'due', value: when }]
  return isTime(when) ? [owner, { key: 'When', meaning: 'horizon', value: when }] : [field]
}

/** Whether words are a date and nothing else, or "by" one; which day is found out where the field is read. */
function isDay(words: string, isDayFirst: boolean): boolean {
  const date = dateInWords(words, isDayFirst)
  const isWhole = date?.from === 0 && date.to === words.trim().length
  return isWhole || dueAtEnd(words, isDayFirst)?.from === 0
}

function isTime(part: string): boolean {
  return /^(?:q[1-4]|h[12])(?:[\s/-]*\d{2,4})?$/i.test(part.trim()) || horizonOfLabel(part) !== null
}

/** The "Key: value" pairs of a text that starts with one; a part without a key belongs to the value before. */
export function readPairs(text: string): InlineField[] {
  const fields: InlineField[] = []
  for (const part of text.split(nextKey)) {
    const match = pair.exec(part.trim())
    const last = fields.at(-1)
    if (!match) {
      if (!last && part.trim()) return []
      if (last && part.trim()) last.value = cleanText(`${last.value}, ${part}`)
      continue
    }
    const key = cleanText(match[1] ?? '')
    const value = cleanText(match[2] ?? '').replace(/[\s.;,|]+$/, '')
    fields.push(...timedOwner({ key, meaning: columnMeaning(key), value }))
  }
  return fields.filter((field) => field.value !== '')
}
