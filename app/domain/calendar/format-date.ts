/**
 * Dates as people read them, in English or with the words of another language. The words are written
 * out rather than asked of the runtime's locale data, so that server, browser and email print the
 * same text.
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
import { englishDates, type DateWords } from '~/domain/calendar/date-words'

/** "Fri 18 Dec"; with the year when it is another than that of `today`. */
export function formatDay(
  date: CalendarDate,
  today: CalendarDate,
  words: DateWords = englishDates,
): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4)
  return isThisYear ? formatShortDay(date, words) : formatFullDay(date, words)
}

/**
 * How far `date` is from `today`, in days: "in 3 days", "tomorrow", "today", "yesterday", "4 days
 * ago".
 */
export function formatDistance(
  date: CalendarDate,
  today: CalendarDate,
  words: DateWords = englishDates,
): string {
  const days = daysBetween(today, date)
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  if (days === -1) return words.yesterday
  const pattern = days > 0 ? words.inDays : words.daysAgo
  return pattern.replace('{days}', String(Math.abs(days)))
}

/** "Fri 18 Dec 2026, 08:00" by the clocks of `timeZone`. Throws RangeError for an unknown zone. */
export function formatInstant(
  instant: Date,
  timeZone: string,
  words: DateWords = englishDates,
): string {
  const date = calendarDateAt(instant, timeZone)
  return `${formatFullDay(date, words)}, ${timeOfDayAt(instant, timeZone)}`
}

function formatShortDay(date: CalendarDate, { weekdays, months, day }: DateWords): string {
  return day
    .replace('{weekday}', weekdays[isoWeekday(date) - 1]!)
    .replace('{day}', String(Number(date.slice(8))))
    .replace('{month}', months[Number(date.slice(5, 7)) - 1]!)
}

/** "Fri 18 Dec 2026", in the given words. */
export function formatFullDay(date: CalendarDate, words: DateWords = englishDates): string {
  return `${formatShortDay(date, words)} ${Number(date.slice(0, 4))}`
}
