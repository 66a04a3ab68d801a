/**
 * The start date that a new plan is offered: the Monday after today, or the first working day after
 * that Monday where it is a day off. And the days that a start may be on at all.
 *
 *     // Sun 22 Nov 2026 in a five-day week without holidays
 *     defaultStart(calendarDate('2026-11-22'), calendar) // '2026-11-23'
 *     startProblem(calendarDate('2036-11-22'), calendarDate('2026-11-22')) // 'A plan starts …'
 */
import { addDays, addMonths, isoWeekday, type CalendarDate } from '~/domain/calendar/calendar-date'
import { workingDayOnOrAfter, type WorkingCalendar } from '~/domain/calendar/working-calendar'

/** How far a start may lie from today: a plan that runs already is entered late, none is years away. */
const monthsBack = 12
const monthsAhead = 24

/** The Monday after `today`, moved to the next working day where it is none. */
export function defaultStart(today: CalendarDate, calendar: WorkingCalendar): CalendarDate {
  const monday = addDays(today, 8 - isoWeekday(today))
  return workingDayOnOrAfter(calendar, monday) ?? monday
}

/** Why a plan cannot start on `startsOn`, as a sentence; null when it can. */
export function startProblem(startsOn: CalendarDate, today: CalendarDate): string | null {
  const earliest = addMonths(today, -monthsBack)
  const latest = addMonths(today, monthsAhead)
  if (startsOn >= earliest && startsOn <= latest) return null
  return `A plan starts at most a year back and two years ahead: choose a day from ${earliest} to ${latest}.`
}
