/**
 * Calendar dates as people write them.
 *
 *     dateInWords('Complete by: February 26, 2027') // { date: '2027-02-26', … }
 *     dateInWords('9. April 2027')                  // { date: '2027-04-09', … }
 *     dateInWords('3/4/2027')                       // 4 March, marked as ambiguous
 *     dateInWords('3-4-2027', true)                 // 3 April: the document puts the day first
 *     dateInWords('March 3')                        // null: no year, no date
 *     dueAtEnd('Archive the contract by 9 April 2027') // where "by 9 April 2027" starts, and the date
 */
import { calendarDate, isCalendarDate } from '~/domain/calendar/calendar-date'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { phraseSource, vocabularies, vocabularyWords } from '../vocabulary/vocabularies'

export interface DateInWords {
  date: CalendarDate
  from: number
  to: number
  /** Whether day and month could be the other way round. */
  isAmbiguous: boolean
}

const monthOfName = new Map<string, number>()
for (const language of vocabularies) {
  language.months.forEach((names, index) => {
    for (const name of names) monthOfName.set(name, index + 1)
  })
}

const month = phraseSource([...monthOfName.keys()])
/** Two digits are a year only of these decades, so that "3.1.12" stays a version number. */
const shortYear = '(?:2[4-9]|3\\d)(?![\\d:])'
const year = `'?\\d{4}|'?${shortYear}`
const before = '(?<![\\p{L}\\p{N}.])'
const after = '(?![\\p{L}\\p{N}])'
const expression = new RegExp(
  before +
    '(?:(?<iso>\\d{4}-\\d{2}-\\d{2})(?:T[\\d:.Z+-]*)?' +
    '|(?<y0>\\d{4})[/.](?<m0>\\d{2})[/.](?<d0>\\d{2})' +
    `|(?<m1>${month})\\.?\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y1>\\d{4})` +
    `|(?<d2>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<m2>${month})\\.?,?\\s+(?<y2>\\d{4})` +
    `|(?<d5>\\d{1,2})-(?<m5>${month})-(?<y5>${year})` +
    `|(?<d3>\\d{1,2})\\.\\s?(?<m3>\\d{1,2})\\.\\s?(?<y3>\\d{4}|${shortYear})` +
    `|(?<a>\\d{1,2})(?<cut>[/-])(?<b>\\d{1,2})\\k<cut>(?<y4>\\d{4}|(?<=/)${shortYear}))${after}`,
  'giu',
)
const dueWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phraseSource(
    vocabularyWords((words) => [...words.dueWords, ...words.targetKeys]),
  )})(?:\\s*:\\s*|\\s+)(?:the\\s+)?(?:\\p{L}+,\\s*)?$`,
  'iu',
)
/** Dates are looked for this far into a text. */
const longestSearch = 2000

/** The first date with a year in a short text, or null. A date that does not exist is none. */
export function dateInWords(text: string, isDayFirst = false): DateInWords | null {
  for (const match of text.slice(0, longestSearch).matchAll(expression)) {
    return dateOf(match, isDayFirst)
  }
  return null
}

/** Every date that exists, in the order in which they stand. */
export function datesInWords(text: string, isDayFirst = false): DateInWords[] {
  const dates: DateInWords[] = []
  for (const match of text.slice(0, longestSearch).matchAll(expression)) {
    const date = dateOf(match, isDayFirst)
    if (date) dates.push(date)
  }
  return dates
}

/** A date at the end of a sentence with a word such as "by" before it; `from` is where that starts. */
export function dueAtEnd(sentence: string, isDayFirst = false): DateInWords | null {
  const offset = Math.max(0, sentence.length - 80)
  const found = dateInWords(sentence.slice(offset), isDayFirst)
  if (!found || !/^[\s.!)]*$/.test(sentence.slice(offset + found.to))) return null
  const lead = dueWord.exec(sentence.slice(0, offset + found.from))
  if (!lead) return null
  return { ...found, from: lead.index, to: offset + found.to }
}

/** Whether the text breaks off after a word that says when something is due: "… complete by: ". */
export function hasDueWordBefore(text: string): boolean {
  return dueWord.test(text.slice(-60))
}

/** Whether slashed dates in these texts put the day first, as "26/02/2027" shows for all of them. */
export function putDayFirst(texts: readonly string[]): boolean {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts) {
    if (!/\d[/-]/.test(text)) continue
    for (const match of text.slice(0, longestSearch).matchAll(expression)) {
      const { a, b } = match.groups ?? {}
      if (Number(a) > 12) dayFirst++
      if (Number(b) > 12) monthFirst++
    }
  }
  return dayFirst > 0 && monthFirst === 0
}

function dateOf(match: RegExpMatchArray, isDayFirst: boolean): DateInWords | null {
  const g = match.groups ?? {}
  const isSlashed = g.y4 !== undefined
  const [first, second] = [Number(g.a), Number(g.b)]
  const isFirstTheDay = first > 12 || (isDayFirst && second <= 12)
  const written = g.iso
    ? g.iso
    : isSlashed
      ? isoDate(g.y4, isFirstTheDay ? second : first, isFirstTheDay ? first : second)
      : isoDate(
          g.y0 ?? g.y1 ?? g.y2 ?? g.y3 ?? g.y5,
          monthNumber(g.m0 ?? g.m1 ?? g.m2 ?? g.m3 ?? g.m5),
          Number(g.d0 ?? g.d1 ?? g.d2 ?? g.d3 ?? g.d5),
        )
  if (!isCalendarDate(written)) return null
  const from = match.index ?? 0
  return {
    date: calendarDate(written),
    from,
    to: from + match[0].length,
    isAmbiguous: isSlashed && !isDayFirst && first <= 12 && second <= 12 && first !== second,
  }
}

function monthNumber(name: string | undefined): number {
  if (name === undefined) return 0
  return /^\d+$/.test(name) ? Number(name) : (monthOfName.get(name.toLowerCase()) ?? 0)
}

/** A year of two digits is of this century. */
function isoDate(year: string | undefined, monthOfYear: number, day: number): string {
  const digits = (year ?? '').replace("'", '')
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${digits.length === 2 ? `20${digits}` : digits}-${pad(monthOfYear)}-${pad(day)}`
}
