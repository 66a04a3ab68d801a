/**
 * How many days a heading, label or cell gives, counted from the plan's start. The last day of a
 * range is the horizon; a week is 7 days, a month 30, a quarter 90.
 *
 *     horizonOfHeading('30-day action plan: Fences') // { days: 30, isSeveral: false, … }
 *     horizonOfHeading('Weeks 9–10')                 // { days: 70, … }
 *     horizonOfHeading('30/60/90-day plan')          // { days: null, isSeveral: true, … }
 *     horizonOfHeading('Lessons from a 3-day outage') // null: a number of days, but no plan
 */
import { daysIn, horizonsIn, severalHorizons } from './horizons-in-words'
import type { FoundHorizon } from './horizons-in-words'
import { phraseTest, wordsOf } from '../vocabulary/phrase-test'
import type { Words } from '../vocabulary/phrase-test'
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'
import type { TimeUnit } from '../vocabulary/vocabulary'

export interface HeadingHorizon {
  /** Null where the heading opens a plan without a length of its own. */
  days: number | null
  /** Whether it names several horizons at once, as the title of a whole plan does. */
  isSeveral: boolean
  /** Whether it says "plan" or "tasks" and nothing about when. */
  isBare: boolean
}

/** Headings are short; what is longer is prose and costs time. */
const longestHeading = 200

const after = '(?![\\p{L}\\p{N}])'
const list = vocabularyWords
const openers = phraseSource(list((words) => words.horizonOpeners))
const phases = phraseSource(list((words) => words.phaseWords))
const index = '(?:\\d{1,2}|[ivx]{1,4}|[a-d]|one|two|three|four|five|eins|zwei|drei|vier)'
const harmlessPrefix = new RegExp(
  `^(?:(?:(?:${openers})|(?:${phases})\\s*${index}?)${after}|[^\\p{L}\\p{N}])*$`,
  'u',
)
const openersAtStart = new RegExp(`^(?:(?:${openers})[\\s-]+)+`, 'u')
const hasPlanNoun = phraseTest(list((words) => words.planNouns))
const startsAsPlan = phraseTest(
  list((words) => words.planHeadings),
  'start',
)
const endsAsPlan = phraseTest(
  list((words) => words.planHeadings),
  'end',
)
/** "Creating an action plan", "Anatomy of a work plan": one of many, and not this one. */
const isAboutPlans = new RegExp(
  `\\p{L}\\s+(?:${phraseSource(list((words) => words.indefiniteArticles))})\\s[^:]*$`,
  'u',
)
const startsAsMaking = phraseTest(
  list((words) => words.planMaking),
  'start',
)
const isBareHeading = phraseTest(
  list((words) => words.bareHeadings),
  'whole',
)
const startsOpen = phraseTest(
  list((words) => words.openHorizons),
  'start',
)
const openHorizon = new RegExp(
  `^(?:${phraseSource(list((words) => words.openHorizons))})${after}`,
  'u',
)
const startsWithPhase = phraseTest(
  list((words) => words.phaseWords),
  'start',
)
const phaseStart = new RegExp(
  `^(?:(?:${phases})\\s*${index}|\\d{1,2}\\.\\s+(?:${phases}))${after}`,
  'u',
)
const countedNouns = list((words) => [...Object.values(words.units).flat(), ...words.phaseWords])
/** "2. Woche", "1. Etappe": a number that looks like the heading's own but counts them. */
const countedUnit = new RegExp(
  `^\\d{1,2}\\.\\s+(?:${phraseSource(countedNouns)})\\s*(?:$|[:(,-])`,
  'iu',
)
const quarterStart =
  /^(?:q[1-4]|h[12])(?:\s*[-&+/]\s*(?:q[1-4]|h[12]))?(?:\s*\/?\s*(?:fy\s*)?'?\d{2,4})?\s*(?:$|[:(,-])/
const nowUnit = new RegExp(
  `(?:^|\\()(?:${phraseSource(list((words) => words.nowWords))})\\s+(\\p{L}+)(?:\\)|[:,]|\\s-|$)`,
  'u',
)
const otherPeriods = phraseSource(list((words) => words.otherPeriods))
const otherPeriodAfter = new RegExp(`^[\\s-]+(?:[\\p{L}]+[\\s-])?(?:${otherPeriods})${after}`, 'u')
const otherPeriodBefore = new RegExp(`(?:${otherPeriods})[\\s:(,-]*$`, 'u')

/** The horizon that a heading opens, or null when it is no heading of a plan. */
export function horizonOfHeading(heading: string): HeadingHorizon | null {
  const written = comparable(heading)
  if (written.length > longestHeading) return null
  const words = wordsOf(withoutNumbering(written))
  const { text } = words
  if (severalHorizons(words) && (hasPlanNoun(words) || startsAsPlan(withoutOpeners(words)))) {
    return { days: null, isSeveral: true, isBare: false }
  }
  const dated = horizonsIn(text).find((horizon) => isOfPlan(words, horizon))
  if (dated) return { days: dated.days, isSeveral: false, isBare: false }
  const isPhase = (startsWithPhase(words) || /^\d/.test(text)) && phaseStart.test(text)
  if (isOpen(words) || isPhase || quarterStart.test(text)) {
    return { days: isPhase ? null : daysOfNow(text), isSeveral: false, isBare: false }
  }
  return namesPlan(text) ? { days: null, isSeveral: false, isBare: true } : null
}

/** "Immediate (this week)", "This month": the unit that has begun. */
function daysOfNow(text: string): number | null {
  const unit = nowUnit.exec(text)?.[1]
  return unit === undefined ? null : (horizonsIn(`1 ${unit}`)[0]?.days ?? null)
}

/** Whether a heading says "plan" by its words alone, whatever stands in brackets behind them. */
function namesPlan(text: string): boolean {
  const words = wordsOf(text.replace(/\s*\([^)]*\)|\s+\d{4}$/g, ''))
  if (endsAsPlan(words)) return !startsAsMaking(words) && !isAboutPlans.test(words.text)
  const bare = withoutOpeners(words)
  return startsAsPlan(bare) || isBareHeading(bare) || isBareHeading(words)
}

/** "Our action plan" without "our". */
function withoutOpeners(words: Words): Words {
  const rest = words.text.replace(openersAtStart, '')
  return rest === words.text ? words : wordsOf(rest)
}

/** The same for a cell under "When", which may hold a short form: "30d", "W5–6", "D+30". */
export function horizonOfCell(cell: string): number | null {
  const short = shortHorizon.exec(comparable(cell.slice(0, 40)))
  return short ? daysOfShort(short) : horizonOfLabel(cell)
}

/** The same for the label of a bullet, "30d:", but not for "T1", which may be the name of a task. */
export function horizonOfBulletLabel(label: string): number | null {
  return /^\d{1,3}\s?[dwm]$/i.test(label) ? horizonOfCell(label) : horizonOfLabel(label)
}

/** The days that a label or line gives and nothing else: "30 days", "Week 5", "by day 30". */
export function horizonOfLabel(label: string): number | null {
  if (label.length > 80) return null
  const text = withoutNumbering(comparable(label))
  const [first, ...more] = horizonsIn(text)
  if (!first || more.length > 1) return null
  const isBare = harmlessPrefix.test(text.slice(0, first.from)) || text[first.from - 1] === '('
  const rest = text.slice(first.to).replace(/\([^)]*\)/g, '')
  return isBare && /^[^\p{L}\p{N}]*(?:[\p{L}-]+[^\p{L}\p{N}]*){0,2}$/u.test(rest)
    ? first.days
    : null
}

const shortHorizon =
  /^[<≤~]?\s*(?:(?:\d{1,3}\s*-\s*)?(?<count>\d{1,3})\s*(?<unit>[hdwm])|(?<prefix>[dwmt])\s?\+?(?:\d{1,3}\s*-\s*(?:\k<prefix>)?\+?)?(?<index>\d{1,3}))$/i

const unitOfLetter: Readonly<Record<string, TimeUnit>> = { h: 'hour', w: 'week', m: 'month' }

/** "30d", "6w", "W5–6", "D+30", "T+14": the letters of days, weeks and months. */
function daysOfShort(match: RegExpExecArray): number | null {
  const { count, unit, prefix, index: ordinal } = match.groups ?? {}
  const letter = (unit ?? prefix ?? 'd').toLowerCase()
  const days = daysIn(Number(count ?? ordinal), unitOfLetter[letter] ?? 'day')
  return days > 0 ? days : null
}

/** "①", "❷" and "3️⃣", which are numbers and letters to nobody's regular expressions. */
const drawnNumber = /^(?:[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]|\d\ufe0f?\u20e3)\s*/u

/** A heading without what stands before its words: "4.", "2.1", "IV)", "[1]", "①", an emoji. */
export function withoutNumbering(heading: string): string {
  const text = heading.replace(drawnNumber, '')
  if (/^\d{1,2}\.\s/.test(text) && countedUnit.test(text)) return text
  return text
    .replace(/^[^\p{L}\p{N}(]+/u, '')
    .replace(
      /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.):\]]|\d{1,2}(?:\.\d{1,2})+|\(?[ivx]{1,4}[.)\]]|\(?[a-h][.)\]])\s+/i,
      '',
    )
    .replace(/^[^\p{L}\p{N}(]+/u, '')
}

/** A heading such as "Immediate", "Short term: …" or "Short-term measures". */
function isOpen(words: Words): boolean {
  const bare = startsOpen(words) ? words : withoutOpeners(words)
  if (!startsOpen(bare)) return false
  const rest = bare.text.slice(openHorizon.exec(bare.text)?.[0].length ?? 0)
  return /^[^\p{L}\p{N}]*$/u.test(rest) || /^\s*[:(,-]/.test(rest) || hasPlanNoun(wordsOf(rest))
}

/** At the start, in brackets, after a last colon or dash, or beside a word such as "plan". */
function isOfPlan(words: Words, horizon: FoundHorizon): boolean {
  const { text } = words
  const prefix = text.slice(0, horizon.from)
  const rest = text.slice(horizon.to)
  if (/^\d/.test(text.slice(horizon.from)) && !hasPlanNoun(wordsOf(rest))) {
    if (otherPeriodAfter.test(rest) || otherPeriodBefore.test(prefix)) return false
  }
  if (harmlessPrefix.test(prefix)) return true
  if (/\([^)]*$/.test(prefix) && rest.includes(')')) return true
  const isAtEnd = /^[^\p{L}\p{N}]*$/u.test(rest)
  if (isAtEnd && /[:,-]\s*$/.test(prefix)) return true
  const lastCut = Math.max(prefix.lastIndexOf(':'), prefix.lastIndexOf(' - '))
  if (isAtEnd && lastCut >= 0 && harmlessPrefix.test(prefix.slice(lastCut + 1))) return true
  return hasPlanNoun(words)
}
