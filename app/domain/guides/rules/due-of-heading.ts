/**
 * The calendar date by which a section is to be done, where its heading states one.
 *
 *     dueOfHeading('Days 1–30 (Complete by: February 26, 2027)')      // '2027-02-26'
 *     dueOfHeading('Phase 1: March 23, 2027 – April 20, 2027')        // the end of the range
 *     dueOfHeading('Week of March 1, 2027'), 'Since the 3 May 2026 …' // none
 */
import { datesInWords, hasDueWordBefore } from './due-date-in-words'
import type { DateInWords } from './due-date-in-words'
import { phrasePattern, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

const to = phraseSource(vocabularyWords((words) => words.rangeWords))
const isRange = new RegExp(`^[\\s,]*(?:[-–—]|${to})\\s*(?:\\p{L}+,?\\s+)?$`, 'iu')
const startWords = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phraseSource(vocabularyWords((words) => words.startWords))})[\\s:]*(?:the\\s+)?(?:\\p{L}+,\\s*)?$`,
  'iu',
)

/** "Week 5 (March 1, 2027)" says when the week begins. */
const weeks = phrasePattern(vocabularyWords((words) => words.units.week))

/** A date in the heading that is its section's end, or null. `isStated`: a word such as "by" says so. */
export function dueOfHeading(
  heading: string,
  isDayFirst = false,
): (DateInWords & { isStated: boolean }) | null {
  if (!/\d{2}/.test(heading)) return null
  const dates = datesInWords(heading.slice(0, 300), isDayFirst)
  const last = dates.at(-1)
  if (!last) return null
  const previous = dates.at(-2)
  if (previous && isRange.test(heading.slice(previous.to, last.from))) {
    return { ...last, isStated: true }
  }
  const before = heading.slice(0, last.from)
  if (hasDueWordBefore(before)) return { ...last, isStated: true }
  const isAtEnd = /^[^\p{L}\p{N}]*$/u.test(heading.slice(last.to))
  return isAtEnd && !startWords.test(before) && !weeks.test(before)
    ? { ...last, isStated: false }
    : null
}

/** Whether a heading is one of a plan because it says by which date: "Quick fixes (due by: …)". */
export function isDueHeading(heading: string): boolean {
  const due = dueOfHeading(heading)
  return due !== null && due.isStated && hasDueWordBefore(heading.slice(0, due.from))
}
