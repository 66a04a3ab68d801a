/**
 * What a bullet says about itself beside its action: "(Owner: CISO, Budget: $2M)" at its end, a
 * trailing "Owner: HR", a tag such as "[High]".
 *
 *     const { rest, fields } = takeInlineFields(rich('Close forms. (Owner: Principal)'))
 *     rest.text // 'Close forms.'
 *     fields    // [{ key: 'Owner', meaning: 'owner', value: 'Principal' }]
 */
import { columnMeaning } from './column-meaning'
import { cleanText, sliceRichText } from './document-tree'
import type { RichText } from './document-tree'
import { dateInWords, dueAtEnd } from './due-date-in-words'
import { priorityOfTag } from './priority-of-label'
import { comparable, phraseSource, vocabularyWords } from './vocabulary/vocabularies'
import type { ColumnMeaning } from './vocabulary/vocabulary'

export interface InlineField {
  key: string
  meaning: ColumnMeaning | null
  value: string
}

/** Brackets at the end are looked for this far back. */
const longestBracket = 300
/** Texts longer than this are prose without fields. */
const longestText = 6000

const proseKeys = vocabularyWords((words) => words.proseKeys)
const inlineKeys = vocabularyWords(({ columns }) => [
  ...columns.owner,
  ...columns.due,
  ...columns.outcome,
  ...columns.horizon,
  ...columns.priority,
  ...columns.severity,
  ...columns.status,
]).filter((key) => !proseKeys.includes(key))
const keySource = phraseSource(inlineKeys)
const trailingKey = new RegExp(
  `(?:[.;!?|,–—-]\\s+|\\n\\s*|\\s{2,})(?=(?:${keySource})\\s*:\\s*\\S)`,
  'iu',
)
const nextKey = new RegExp(
  `(?:[,;.|–—-]\\s*|\\s+)(?=(?:${keySource})\\s*:\\s)|[,;|]\\s*(?=\\p{Lu}[\\p{L} ]{1,30}:\\s)`,
  'iu',
)
const pair = /^([\p{L}#][\p{L}\p{N}' /-]{0,40}?)\s*:\s*(.*)$/su

/** Cuts the fields off the end of a bullet's text; `rest` keeps its place in the source. */
export function takeInlineFields(text: RichText): { rest: RichText; fields: InlineField[] } {
  const fields: InlineField[] = []
  let rest = text
  for (let round = 0; round < 4; round++) {
    const cut = bracketAtEnd(rest.text) ?? tagAtStart(rest.text) ?? keysAtEnd(rest)
    if (!cut) break
    fields.unshift(...cut.fields)
    rest = sliceRichText(rest, cut.from, cut.to)
  }
  return { rest, fields }
}

/** The fields of a line that consists of nothing else: "Owner: CISO Due: 2027-03-01". Else null. */
export function fieldsOfLine(text: string): InlineField[] | null {
  if (text.length > longestBracket) return null
  const fields = readPairs(text)
  const areKnown = fields.length > 0 && fields.every((field) => field.meaning !== null)
  return areKnown && fields.some((field) => field.meaning !== 'action') ? fields : null
}

interface Cut {
  from: number
  to: number
  fields: InlineField[]
}

function bracketAtEnd(text: string): Cut | null {
  const tail = text.slice(-longestBracket)
  const match = /[([]([^()[\]]+)[)\]][\s.]*$/.exec(tail)
  if (!match) return null
  const fields = fieldsOfBracket(match[1] ?? '')
  return fields && { from: 0, to: text.length - tail.length + match.index, fields }
}

function fieldsOfBracket(content: string): InlineField[] | null {
  const priority = priorityOfTag(content)
  if (priority) return [{ key: 'Priority', meaning: 'priority', value: priority }]
  const due = dueAtEnd(content)
  if (due?.from === 0 || dateInWords(content)?.to === content.trim().length) {
    const isWhole = due?.from === 0 || dateInWords(content)?.from === 0
    if (isWhole) return [{ key: 'Due', meaning: 'due', value: content }]
  }
  const fields = readPairs(content)
  return fields[0] && fields[0].meaning !== null && fields[0].meaning !== 'action' ? fields : null
}

function tagAtStart(text: string): Cut | null {
  const match = /^[([]([^()[\]]{1,30})[)\]]\s*[:–—-]?\s*/.exec(text)
  const priority = match && priorityOfTag(match[1] ?? '')
  if (!match || !priority) return null
  const fields: InlineField[] = [{ key: 'Priority', meaning: 'priority', value: priority }]
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
  return inlineKeys.includes(comparable(text).replace(/[\s:]+$/, ''))
}

function readPairs(text: string): InlineField[] {
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
    fields.push({ key, meaning: columnMeaning(key), value })
  }
  return fields.filter((field) => field.value !== '')
}
