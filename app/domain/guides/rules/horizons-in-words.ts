/**
 * The lengths of time that a short text names, in days, in the order in which they stand.
 *
 *     horizonsIn('days 31-60 (assessment)') // [{ days: 60, from: 0, to: 10 }]
 *     horizonsIn('30 days to 6 months')     // [{ days: 180, … }]: the end of the range
 *     horizonsIn('every 30 days')           // []: a rhythm, no horizon
 *
 * Texts come in the form of `comparable`: lower case, plain hyphens.
 */
import { wordsOf } from '../vocabulary/phrase-test'
import type { Words } from '../vocabulary/phrase-test'
import { phraseSource, vocabularies, vocabularyWords } from '../vocabulary/vocabularies'
import type { TimeUnit } from '../vocabulary/vocabulary'

export interface FoundHorizon {
  days: number
  from: number
  to: number
}

const daysPerUnit: Record<TimeUnit, number> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  quarter: 90,
  year: 365,
}
/** Ten years: more is a typing error or a year of the calendar. */
const longestHorizonDays = 3650

const unitOfWord = new Map<string, TimeUnit>()
const numberOfWord = new Map<string, number>()
for (const language of vocabularies) {
  for (const [unit, words] of Object.entries(language.units) as [TimeUnit, string[]][]) {
    for (const word of words) unitOfWord.set(word, unit)
  }
  for (const [word, value] of Object.entries(language.numberWords)) numberOfWord.set(word, value)
}

const numberWords = phraseSource([...numberOfWord.keys()])
const number = `\\d{1,4}|${numberWords}`
const unit = phraseSource([...unitOfWord.keys()])
const to = `\\s*(?:-|/|${phraseSource(vocabularyWords((words) => words.rangeWords))})\\s*`
const joiners = phraseSource(vocabularyWords((words) => words.joiners))
const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'
const expression = new RegExp(
  `${before}(?:(?<unitFirst>${unit})[\\s.]*(?<a>${number})(?:${to}(?:(?:${unit})\\s*)?(?<b>${number}))?` +
    `|(?<c>${number})(?:[\\s-]*(?:${unit})?${to}(?<d>${number}))?(?:st|nd|rd|th|\\.|\\+)?[\\s-]*(?<unitLast>${unit}))${after}`,
  'gu',
)
const isRange = new RegExp(`^${to}$`, 'u')
const otherPeriod = new RegExp(
  `${before}(?:${phraseSource(vocabularyWords((words) => words.otherPeriodOpeners))})[\\s-]+(?:the\\s+)?$`,
  'u',
)

const several = new RegExp(
  `\\d+(?:[\\s-]*(?:${unit}))?-?\\s*(?:[,/&+]|${joiners})\\s*\\d+.*${before}(?:${unit})|\\d+\\s*/\\s*\\d+\\s*/\\s*\\d+|\\d+\\s*-\\s*\\d+\\s*-\\s*\\d+`,
  'u',
)

/** Whether a text names several lengths side by side: "30/60/90-day", "30, 60 and 90 days". */
export function severalHorizons({ text, words }: Words): boolean {
  return words.filter((each) => /^\d/.test(each)).length > 1 && several.test(text)
}

/** Every length of time in a text of a line at most. */
export function horizonsIn(text: string): FoundHorizon[] {
  const found: FoundHorizon[] = []
  if (!hasNumber(text)) return found
  for (const match of text.matchAll(expression)) {
    const horizon = horizonOf(match)
    if (!horizon || otherPeriod.test(text.slice(Math.max(0, horizon.from - 30), horizon.from))) {
      continue
    }
    const last = found.at(-1)
    if (last && isRange.test(text.slice(last.to, horizon.from))) {
      found[found.length - 1] = { ...horizon, from: last.from }
    } else found.push(horizon)
  }
  return found
}

/** Whether it is worth a look: a digit or a word for a number, and a word for a unit. */
function hasNumber(text: string): boolean {
  const { words } = wordsOf(text)
  const isNumbered = /\d/.test(text) || words.some((each) => numberOfWord.has(each))
  return isNumbered && words.some((each) => unitOfWord.has(each.replace(/^\d+/, '')))
}

/** Whole days, the last one counted as soon as it has begun. */
export const daysIn = (count: number, unit: TimeUnit): number =>
  Math.ceil(count * daysPerUnit[unit])

function horizonOf(match: RegExpMatchArray): FoundHorizon | null {
  const parts = match.groups ?? {}
  const value = lastOf(parts.a ?? parts.c, parts.b ?? parts.d)
  const unitName = unitOfWord.get((parts.unitFirst ?? parts.unitLast ?? '').toLowerCase())
  if (value === null || !unitName) return null
  const days = daysIn(value, unitName)
  if (days < 1 || days > longestHorizonDays) return null
  const from = match.index ?? 0
  return { days, from, to: from + match[0].length }
}

/** The end of a range that goes up; "Week 6 – First calls" is none. */
function lastOf(from = '', to = ''): number | null {
  const start = numberOf(from)
  const end = numberOf(to)
  return start === null || end === null ? (end ?? start) : Math.max(start, end)
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  return numberOfWord.get(word.toLowerCase()) ?? null
}
