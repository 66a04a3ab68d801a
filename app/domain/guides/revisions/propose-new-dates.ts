/**
 * When the tasks that a guide's new version brings into a plan are due: where they would be due had
 * they been in the plan from its start, and never so soon that nobody could have done them.
 *
 *     // Today is Mon 7 Dec; the plan started on 2 Nov, so its 30 days are over:
 *     proposeNewDates(items, ['i4'], { startsOn, today, isRunning: true, calendar }).get('i4') // '2026-12-14'
 */
import { addDays, maxDate, type CalendarDate } from '~/domain/calendar/calendar-date'
import { workingDayOnOrAfter, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import { proposeDueDates, type DatableItem } from '~/domain/plans/propose-due-dates'

/** Working days that somebody has at least for a task that comes into a running plan. */
export const workingDaysForNewTask = 5

/**
 * Dates by item. The whole version is spread over its horizons, so that new items stand between the
 * ones that were there; only the dates of `newIds` are given.
 */
export function proposeNewDates(
  items: readonly DatableItem[],
  newIds: readonly string[],
  plan: {
    startsOn: CalendarDate
    /** A draft's dates only have to follow its start. */
    isRunning: boolean
    today: CalendarDate
    calendar: WorkingCalendar
  },
): Map<string, CalendarDate> {
  const { startsOn, isRunning, today, calendar } = plan
  const earliest = isRunning
    ? workingDaysAfter(today, workingDaysForNewTask, calendar)
    : (workingDayOnOrAfter(calendar, startsOn) ?? startsOn)
  const wanted = new Set(newIds)
  return new Map(
    proposeDueDates(items, startsOn, calendar)
      .filter(({ id }) => wanted.has(id))
      .map(({ id, dueOn }) => [id, maxDate(earliest, dueOn ?? earliest)]),
  )
}

/** The day `count` working days after `date`; where the calendar has none left, as many days after it. */
function workingDaysAfter(
  date: CalendarDate,
  count: number,
  calendar: WorkingCalendar,
): CalendarDate {
  let day = date
  for (let passed = 0; passed < count; passed += 1) {
    const next = workingDayOnOrAfter(calendar, addDays(day, 1))
    if (next === null) return addDays(date, count)
    day = next
  }
  return day
}
