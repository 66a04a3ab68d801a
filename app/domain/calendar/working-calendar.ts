/**
 * The days an organisation works: its week and its holidays. Due dates and reminders fall on these.
 *
 *     const holidays = [calendarDate('2026-12-25')]
 *     const calendar = { timeZone: 'Europe/Berlin', workingDays: [1, 2, 3, 4, 5], holidays }
 *     workingDayOnOrBefore(calendar, calendarDate('2026-12-27')) // '2026-12-24', a Thursday
 *     workingDayOnOrAfter(calendar, calendarDate('2026-12-25'))  // '2026-12-28', a Monday
 */
import {
  addDays,
  type IsoWeekday,
  isoWeekday,
  type CalendarDate,
} from '~/domain/calendar/calendar-date'

/** How far a search for a working day looks: longer than any year of holidays. */
const searchDays = 400

export interface WorkingCalendar {
  readonly timeZone: string
  readonly workingDays: readonly IsoWeekday[]
  readonly holidays: readonly CalendarDate[]
}

interface Index {
  readonly weekdays: ReadonlySet<IsoWeekday>
  readonly holidays: ReadonlySet<CalendarDate>
}

/** Built once per calendar object; calendars are never changed in place. */
const indexes = new WeakMap<WorkingCalendar, Index>()

function indexOf(calendar: WorkingCalendar): Index {
  let index = indexes.get(calendar)
  if (!index) {
    index = { weekdays: new Set(calendar.workingDays), holidays: new Set(calendar.holidays) }
    indexes.set(calendar, index)
  }
  return index
}

/** The same calendar with somebody's own week; without one it is the organisation's. Its holidays hold for all. */
export function withWorkingDays(
  calendar: WorkingCalendar,
  workingDays: readonly IsoWeekday[] | undefined,
): WorkingCalendar {
  return workingDays?.length ? { ...calendar, workingDays } : calendar
}

/** Whether the organisation works on `date`: a day of its week that is no holiday. */
export function isWorkingDay(calendar: WorkingCalendar, date: CalendarDate): boolean {
  const index = indexOf(calendar)
  return index.weekdays.has(isoWeekday(date)) && !index.holidays.has(date)
}

/** `date`, or the nearest working day before it; null when there is none in the 400 days before. */
export function workingDayOnOrBefore(
  calendar: WorkingCalendar,
  date: CalendarDate,
): CalendarDate | null {
  return findWorkingDay(calendar, date, -1)
}

/** `date`, or the nearest working day after it; null when there is none in the 400 days after. */
export function workingDayOnOrAfter(
  calendar: WorkingCalendar,
  date: CalendarDate,
): CalendarDate | null {
  return findWorkingDay(calendar, date, 1)
}

/**
 * The working days from `from` to `to`, both included, in order; empty when `to` is before `from`.
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: CalendarDate,
  to: CalendarDate,
): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) days.push(date)
  }
  return days
}

function findWorkingDay(
  calendar: WorkingCalendar,
  from: CalendarDate,
  step: 1 | -1,
): CalendarDate | null {
  let date = from
  for (let tried = 0; tried <= searchDays; tried += 1) {
    if (isWorkingDay(calendar, date)) return date
    date = addDays(date, step)
  }
  return null
}
