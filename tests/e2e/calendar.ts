import { addDays, calendarDateAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import { instantAt } from '~/domain/calendar/calendar-date'
import { workingDayOnOrAfter, type WorkingCalendar } from '~/domain/calendar/working-calendar'

/** The clinic of the tests: Monday to Friday, no holidays. */
export const clinicZone = 'Europe/Zurich'
const clinic: WorkingCalendar = { timeZone: clinicZone, workingDays: [1, 2, 3, 4, 5], holidays: [] }

export const today = (): CalendarDate => calendarDateAt(new Date(), clinicZone)

/** The first working day of the clinic on or after a date. */
export const workingDayFrom = (date: CalendarDate): CalendarDate =>
  workingDayOnOrAfter(clinic, date)!

/** The next working day after a date. */
export const workingDayAfter = (date: CalendarDate): CalendarDate =>
  workingDayFrom(addDays(date, 1))

/** Nine in the morning at the clinic: the day's mail is due, and nothing else has happened. */
export const morningOf = (date: CalendarDate): string =>
  instantAt(date, '09:00', clinicZone).toISOString()

/** Whether mail goes out at this moment: from 08:00 on a working day of the clinic. */
export function isMailTime(at: Date): boolean {
  const date = calendarDateAt(at, clinicZone)
  return workingDayFrom(date) === date && at >= instantAt(date, '08:00', clinicZone)
}
