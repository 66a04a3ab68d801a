/**
 * The label at the start of a bullet and the text behind it.
 *
 *     'Enhance Access: Review it.'   label "Enhance Access", body "Review it."
 *     '**Watch** - alert on change'  label "Watch", bold, body "alert on change"
 *     'Call at 10:30 every day'      none: no space behind the colon
 */
import { sliceRichText } from '../document-tree'
import type { RichText } from '../document-tree'
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

export interface BulletLabel {
  label: RichText
  body: RichText
  isBold: boolean
}

const longestLabel = 90
const mostWords = 10

const stepNumber = new RegExp(
  `^(?:(?:${phraseSource(vocabularyWords((words) => words.stepWords))})[\\s.#]*)?(?:\\d{1,3}|[a-z]|\\d{1,2}(?:\\.\\d{1,2})+|[a-z]{1,4}-?\\d{1,4})$`,
  'iu',
)

/** Whether a label only numbers its bullet: "Step 2", "A-07". */
export function isStepNumber(label: string): boolean {
  return label.length < 20 && stepNumber.test(label)
}

const times = new Set(vocabularyWords((words) => [...words.weekdays, ...words.months.flat()]))

/** Whether a label says only on which day or in which month: "Monday", "March". */
export function namesTime(label: string): boolean {
  return times.has(comparable(label))
}

/** A bold start or the words before a colon; null when the bullet has neither. */
export function labelOfBullet(text: RichText): BulletLabel | null {
  return boldLabel(text) ?? colonLabel(text)
}

/** The words before a spaced dash. They are a label only to a rule that knows the word. */
export function dashLabelOfBullet(text: RichText): BulletLabel | null {
  const match = /^([^–—:.]{1,60}?)\s+[–—-]\s+/.exec(text.text.slice(0, longestLabel))
  return match ? cut(text, match[1]?.length ?? 0, match[0].length, false) : null
}

/** Bold words open a title only when a colon, dash, full stop or new sentence sets them off. */
function boldLabel(text: RichText): BulletLabel | null {
  const [range] = text.bold
  if (!range || range.from !== 0 || range.to > 200) return null
  const bold = text.text.slice(0, range.to)
  const rest = text.text.slice(range.to)
  const isWhole = rest.trim() === ''
  const isBracketed = /^\s*\([^()]{1,60}\)\s*[:–—-]\s/.test(rest)
  const separator = /^\s*(?:[:–—-]|\.(?=\s))\s*|^\n\s*/.exec(rest)
  const isSetOff = /[:.–—-]\s*$/.test(bold) || separator !== null
  const startsAnew = /^\s+\p{Lu}/u.test(rest) && /\s/.test(bold.trim())
  if (!isWhole && !isSetOff && !startsAnew && !isBracketed) return null
  const labelEnd = bold.replace(/[\s:.–—-]+$/, '').length
  return labelEnd === 0 ? null : cut(text, labelEnd, range.to + (separator?.[0].length ?? 0), true)
}

function colonLabel(text: RichText): BulletLabel | null {
  const match = /^([^:.!?;]{1,90}):(?:\s+|$)/.exec(text.text.slice(0, longestLabel + 2))
  const words = match?.[1]?.trim() ?? ''
  if (!match || words === '' || words.split(/\s+/).length > mostWords) return null
  if (/[([][^)\]]*$/.test(words)) return null
  return cut(text, match[1]?.length ?? 0, match[0].length, false)
}

function cut(text: RichText, labelEnd: number, bodyStart: number, isBold: boolean): BulletLabel {
  return {
    label: sliceRichText(text, 0, labelEnd),
    body: sliceRichText(text, bodyStart, text.text.length),
    isBold,
  }
}
