/**
 * A line of its own that says when a section ends, before or after its table.
 *
 *     targetOfLine('Target completion: day 30')      // { horizonDays: 30, dueOn: null }
 *     targetOfLine('Deadline: 26 February 2027')     // { horizonDays: null, dueOn: '2027-02-26' }
 *     targetOfLine('Target group: nurses')           // null
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { dateInWords } from './due-date-in-words'
import { horizonOfLabel } from './horizon-of-heading'
import { comparable, vocabularyWords } from '../vocabulary/vocabularies'

export interface SectionTarget {
  horizonDays: number | null
  dueOn: CalendarDate | null
}

const keys = new Set(vocabularyWords((words) => words.targetKeys))
/** Of keys that end in a target's name, those of one word are too common: "Sales target". */
const longKeys = new Set([...keys].filter((key) => key.includes(' ') || key.length > 8))

/** The end that the line sets for its section, or null when it is about something else. */
export function targetOfLine(line: string, isDayFirst = false): SectionTarget | null {
  const colon = line.indexOf(':')
  if (colon === -1 || colon > 60 || !isTargetKey(comparable(line.slice(0, colon)))) return null
  const value = line.slice(colon + 1).replace(/[.\s]+$/, '')
  const dueOn = dateInWords(value, isDayFirst)?.date ?? null
  const horizonDays = horizonOfLabel(value)
  return dueOn === null && horizonDays === null ? null : { horizonDays, dueOn }
}

/** A target's own name, or its end: "Phase 1 target completion". */
function isTargetKey(key: string): boolean {
  if (keys.has(key)) return true
  const words = key.split(' ')
  return words.slice(1, 5).some((_, index) => longKeys.has(words.slice(index + 1).join(' ')))
}
