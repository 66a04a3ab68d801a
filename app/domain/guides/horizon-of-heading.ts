/**
 * How many days a heading, label or cell gives, counted from the plan's start. The last day of a
 * range is the horizon; a week is 7 days, a month 30, a quarter 90.
 *
 *     horizonOfHeading('30-day action plan: Fences') // { days: 30, isSeveral: false }
 *     horizonOfHeading('Weeks 9–10')                 // { days: 70, … }
 *     horizonOfHeading('30/60/90-day plan')          // { days: null, isSeveral: true }
 *     horizonOfHeading('Lessons from a 3-day outage') // null: a number of days, but no plan
 */
import {
  comparable,
  phrasePattern,
  phraseSource,
  vocabularies,
  vocabularyWords,
} from './vocabulary/vocabularies'
import type { TimeUnit } from './vocabulary/vocabulary'

export interface HeadingHorizon {
  /** Null where the heading opens a plan without a length of its own. */
  days: number | null
  /** Whether it names several horizons at once, as the title of a whole plan does. */
  isSeveral: boolean
}

interface FoundHorizon {
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
/** Headings are short; what is longer is prose and costs time. */
const longestHeading = 200

const unitOfWord = new Map<string, TimeUnit>()
const numberOfWord = new Map<string, number>()
for (const language of vocabularies) {
  for (const [unit, words] of Object.entries(language.units) as [TimeUnit, string[]][]) {
    for (const word of words) unitOfWord.set(word, unit)
  }
  for (const [word, value] of Object.entries(language.numberWords)) numberOfWord.set(word, value)
}

const number = `\\d{1,4}|${phraseSource([...numberOfWord.keys()])}`
const unit = phraseSource([...unitOfWord.keys()])
const to = `\\s*(?:-|/|${phraseSource(vocabularyWords((words) => words.rangeWords))})\\s*`
const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'
const expression = new RegExp(
  `${before}(?:(?<unitFirst>${unit})[\\s.]*(?<a>${number})(?:${to}(?:(?:${unit})\\s*)?(?<b>${number}))?` +
    `|(?<c>${number})(?:[\\s-]*(?:${unit})?${to}(?<d>${number}))?(?:st|nd|rd|th|\\.|\\+)?[\\s-]*(?<unitLast>${unit}))${after}`,
  'giu',
)
const anyNumber = new RegExp(
  `\\d|${before}(?:${phraseSource([...numberOfWord.keys()])})${after}`,
  'iu',
)
const severalNumbers = new RegExp(
  `\\d+(?:[\\s-]*(?:${unit}))?-?\\s*(?:[,/&+]|${phraseSource(vocabularyWords((words) => words.joiners))})\\s*\\d+.*${before}(?:${unit})|\\d+\\s*/\\s*\\d+\\s*/\\s*\\d+|\\d+\\s*-\\s*\\d+\\s*-\\s*\\d+`,
  'iu',
)
const openers = vocabularyWords((words) => words.horizonOpeners)
const phases = phraseSource(vocabularyWords((words) => words.phaseWords))
const harmlessPrefix = new RegExp(
  `^(?:(?:(?:${phraseSource(openers)})|(?:${phases})\\s*(?:\\d{1,2}|[ivx]{1,4}|[a-d]|${number})?)${after}|[^\\p{L}\\p{N}])*$`,
  'iu',
)
const planNoun = phrasePattern(vocabularyWords((words) => words.planNouns))
const planHeading = phrasePattern(vocabularyWords((words) => words.planHeadings))
const openHorizon = phrasePattern(
  vocabularyWords((words) => words.openHorizons),
  'start',
)
const phaseStart = new RegExp(`^(?:${phases})\\s*(?:\\d{1,2}|[ivx]{1,4}|${number})${after}`, 'iu')

/** The horizon that a heading opens, or null when it is no heading of a plan. */
export function horizonOfHeading(heading: string): HeadingHorizon | null {
  const text = withoutNumbering(comparable(heading))
  if (text.length > longestHeading) return null
  const found = horizonsIn(text)
  const first = found[0]
  if (severalNumbers.test(text) && (planNoun.test(text) || planHeading.test(text))) {
    return { days: null, isSeveral: true }
  }
  if (first && found.some((horizon) => isOfPlan(text, horizon))) {
    return { days: first.days, isSeveral: false }
  }
  const isOpen = openHorizon.test(text) || phaseStart.test(text) || planHeading.test(text)
  return isOpen ? { days: null, isSeveral: false } : null
}

/** The days that a cell or label gives and nothing else: "30 days", "Week 5", "Day 14", "by day 30". */
export function horizonOfLabel(label: string): number | null {
  const text = withoutNumbering(comparable(label))
  if (text.length > 60) return null
  const [first, ...more] = horizonsIn(text)
  if (!first || more.length > 1) return null
  const isBare = harmlessPrefix.test(text.slice(0, first.from)) || text[first.from - 1] === '('
  return isBare && /^[^\p{L}\p{N}]*(?:[\p{L}-]+[^\p{L}\p{N}]*){0,2}$/u.test(text.slice(first.to))
    ? first.days
    : null
}

/** A heading without what stands before its words: "4.", "2.1", "IV)", an emoji. */
export function withoutNumbering(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}(]+/u, '')
    .replace(
      /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]|\d{1,2}(?:\.\d{1,2})+|\(?[ivx]{1,4}[.)]|\(?[a-h][.)])\s+/i,
      '',
    )
    .replace(/^[^\p{L}\p{N}(]+/u, '')
}

function horizonsIn(text: string): FoundHorizon[] {
  const found: FoundHorizon[] = []
  if (!anyNumber.test(text)) return found
  for (const match of text.matchAll(expression)) {
    const parts = match.groups ?? {}
    const value = numberOf(parts.b ?? parts.a ?? parts.d ?? parts.c ?? '')
    const unitName = unitOfWord.get((parts.unitFirst ?? parts.unitLast ?? '').toLowerCase())
    if (value === null || !unitName) continue
    const days = Math.ceil(value * daysPerUnit[unitName])
    if (days < 1 || days > longestHorizonDays) continue
    found.push({ days, from: match.index, to: match.index + match[0].length })
  }
  return found
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  return numberOfWord.get(word.toLowerCase()) ?? null
}

/** At the start, in brackets, after a last colon or dash, or beside a word such as "plan". */
function isOfPlan(text: string, horizon: FoundHorizon): boolean {
  const prefix = text.slice(0, horizon.from)
  const rest = text.slice(horizon.to)
  if (harmlessPrefix.test(prefix)) return true
  if (/\([^)]*$/.test(prefix) && rest.includes(')')) return true
  if (/[:,-]\s*$/.test(prefix) && /^[^\p{L}\p{N}]*$/u.test(rest)) return true
  const lastCut = Math.max(prefix.lastIndexOf(':'), prefix.lastIndexOf(' - '))
  if (
    lastCut >= 0 &&
    harmlessPrefix.test(prefix.slice(lastCut + 1)) &&
    /^[^\p{L}\p{N}]*$/u.test(rest)
  )
    return true
  return planNoun.test(text)
}
