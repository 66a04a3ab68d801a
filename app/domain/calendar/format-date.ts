/**
 * Dates as people read them. English names are written out here rather than asked of the runtime's
 * locale data, so that server, browser and email print the same text.
 *
 *     formatDay(calendarDate('2026-12-18'), calendarDate('2026-12-15'))      // 'Fri 18 Dec'
 *     formatDistance(calendarDate('2026-12-18'), calendarDate('2026-12-15')) // 'in 3 days'
 */
import {
  type CalendarDate,
  calendarDateAt,
  daysBetween,
  isoWeekday,
  timeOfDayAt,
} from '~/domain/calendar/calendar-date'

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** "Fri 18 Dec"; with the year when it is another than that of `today`. */
export function formatDay(date: CalendarDate, today: CalendarDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? formatShortDay(date) : formatFullDay(date)
}

/**
 * How far `date` is from `today`, in days: "in 3 days", "tomorrow", "today", "yesterday", "4 days
 * ago".
 */
export function formatDistance(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** "Fri 18 Dec 2026, 08:00" by the clocks of `timeZone`. Throws RangeError for an unknown zone. */
export function formatInstant(instant: Date, timeZone: string): string {
  const date = calendarDateAt(instant, timeZone)
  return `${formatFullDay(date)}, ${timeOfDayAt(instant, timeZone)}`
}

function formatShortDay(date: CalendarDate): string {
  const month = monthNames[Number(date.slice(5, 7)) - 1]
  return `${weekdayNames[isoWeekday(date) - 1]} ${Number(date.slice(8))} ${month}`
}

function formatFullDay(date: CalendarDate): string {
  return `${formatShortDay(date)} ${Number(date.slice(0, 4))}`
}
