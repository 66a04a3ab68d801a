import { calendarDate, type CalendarDate } from '~/domain/calendar/calendar-date'

/** A `date` column as Prisma gives it (midnight UTC) to the calendar date it stands for. */
export function toCalendarDate(column: Date): CalendarDate {
  return calendarDate(column.toISOString().slice(0, 10))
}

/** A calendar date as Prisma wants it for a `date` column. */
export function fromCalendarDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
