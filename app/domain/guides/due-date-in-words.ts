/**
 * Calendar dates as people write them.
 *
 *     dateInWords('Complete by: February 26, 2027') // { date: '2027-02-26', … }
 *     dateInWords('9. April 2027')                  // { date: '2027-04-09', … }
 *     dateInWords('3/4/2027')                       // 4 March, marked as ambiguous
 *     dateInWords('March 3')                        // null: no year, no date
 *     dueAtEnd('Archive the contract by 9 April 2027') // where "by 9 April 2027" starts, and the date
 */
import { calendarDate, isCalendarDate } from '~/domain/calendar/calendar-date'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { phraseSource, vocabularies, vocabularyWords } from './vocabulary/vocabularies'

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
const before = '(?<![\\p{L}\\p{N}.])'
const after = '(?![\\p{L}\\p{N}])'
const expression = new RegExp(
  before +
    '(?:(?<iso>\\d{4}-\\d{2}-\\d{2})' +
    `|(?<m1>${month})\\.?\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y1>\\d{4})` +
    `|(?<d2>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<m2>${month})\\.?,?\\s+(?<y2>\\d{4})` +
    '|(?<d3>\\d{1,2})\\.\\s?(?<m3>\\d{1,2})\\.\\s?(?<y3>\\d{4})' +
    `|(?<a>\\d{1,2})[/](?<b>\\d{1,2})[/](?<y4>\\d{4}))${after}`,
  'iu',
)
const dueWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phraseSource(vocabularyWords((words) => words.dueWords))})\\s*:?\\s+$`,
  'iu',
)

/** The first date with a year in a short text, or null. A date that does not exist is none. */
export function dateInWords(text: string): DateInWords | null {
  const match = expression.exec(text.slice(0, 2000))
  if (!match) return null
  const g = match.groups ?? {}
  const isSlashed = g.y4 !== undefined
  const [first, second] = [Number(g.a), Number(g.b)]
  const written = g.iso
    ? g.iso
    : isSlashed
      ? isoDate(g.y4, first > 12 ? second : first, first > 12 ? first : second)
      : isoDate(
          g.y1 ?? g.y2 ?? g.y3,
          monthNumber(g.m1 ?? g.m2 ?? g.m3),
          Number(g.d1 ?? g.d2 ?? g.d3),
        )
  if (!isCalendarDate(written)) return null
  return {
    date: calendarDate(written),
    from: match.index,
    to: match.index + match[0].length,
    isAmbiguous: isSlashed && first <= 12 && second <= 12 && first !== second,
  }
}

/** A date at the end of a sentence with a word such as "by" before it; `from` is where that starts. */
export function dueAtEnd(sentence: string): DateInWords | null {
  const offset = Math.max(0, sentence.length - 80)
  const found = dateInWords(sentence.slice(offset))
  if (!found || !/^[\s.!)]*$/.test(sentence.slice(offset + found.to))) return null
  const lead = dueWord.exec(sentence.slice(0, offset + found.from))
  if (!lead) return null
  return { ...found, from: lead.index, to: offset + found.to }
}

function monthNumber(name: string | undefined): number {
  if (name === undefined) return 0
  return /^\d+$/.test(name) ? Number(name) : (monthOfName.get(name.toLowerCase()) ?? 0)
}

function isoDate(year: string | undefined, monthOfYear: number, day: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${year ?? ''}-${pad(monthOfYear)}-${pad(day)}`
}
