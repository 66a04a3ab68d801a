/**
 * When the next review of a series is: so many months later, on that day or the working day before.
 *
 *     nextReviewDate(calendarDate('2026-08-31'), 6, calendar) // 2027-02-26, a Friday: 28 February is a Sunday
 */
import { addMonths, compareDates, type CalendarDate } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import {
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  type WorkingCalendar,
} from '~/domain/calendar/working-calendar'
import { Invalid } from '~/domain/shared/errors'

/** A review further away than this is a slip of the keyboard in the year. */
const farthestMonths = 60

/** Throws Invalid when a review cannot be put on `date`: it is past, or more than five years away. */
export function ensureSchedulable(date: CalendarDate, today: CalendarDate): void {
  if (compareDates(date, today) < 0) {
    throw new Invalid(
      'scheduled-in-the-past',
      'That day is in the past; choose today or a later day.',
      'scheduledOn',
    )
  }
  if (compareDates(date, addMonths(today, farthestMonths)) > 0) {
    throw new Invalid(
      'scheduled-too-far',
      'That is more than five years away; check the year.',
      'scheduledOn',
    )
  }
}

/** Throws Invalid unless `date` is a working day that a review can be put on. */
export function ensureReviewDay(
  date: CalendarDate,
  today: CalendarDate,
  calendar: WorkingCalendar,
): void {
  ensureSchedulable(date, today)
  if (isWorkingDay(calendar, date)) return
  const next = workingDayOnOrAfter(calendar, date)
  throw new Invalid(
    'scheduled-on-a-day-off',
    `${formatDay(date, today)} is not a working day of the organisation; choose ${next ? `${formatDay(next, today)} or ` : ''}another day.`,
    'scheduledOn',
  )
}

/**
 * The day after a review that was held on `heldOn` by plan `scheduledOn`: the next of the series, or,
 * where that has passed already, counted from the day it was held.
 */
export function followingReviewDate(
  review: { scheduledOn: CalendarDate; heldOn: CalendarDate; repeatMonths: number },
  calendar: WorkingCalendar,
): CalendarDate | null {
  const next = nextReviewDate(review.scheduledOn, review.repeatMonths, calendar)
  if (next && compareDates(next, review.heldOn) > 0) return next
  return nextReviewDate(review.heldOn, review.repeatMonths, calendar)
}

/**
 * The day of the next review, always after `date`. `repeatMonths` is 1 to 24. Null only where the
 * organisation has no working day within reach (more than a year of holidays).
 */
export function nextReviewDate(
  date: CalendarDate,
  repeatMonths: number,
  calendar: WorkingCalendar,
): CalendarDate | null {
  const target = addMonths(date, repeatMonths)
  const before = workingDayOnOrBefore(calendar, target)
  if (before && compareDates(before, date) > 0) return before
  return workingDayOnOrAfter(calendar, target)
}
