import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { useDateFormat } from './date-words'

interface DayProps {
  date: CalendarDate
  today: CalendarDate
  /** Leaves "in 3 days" out. */
  isShort?: boolean
  className?: string
}

/** A calendar date for people: "Fri 18 Dec, in 3 days". */
export function Day({ date, today, isShort, className }: DayProps) {
  const { formatDay, formatDistance } = useDateFormat()
  const day = formatDay(date, today)
  return (
    <time dateTime={date} className={className}>
      {isShort ? day : `${day}, ${formatDistance(date, today)}`}
    </time>
  )
}

/** A moment for people: "Fri 18 Dec 2026, 08:00", by the clocks of `timeZone`. */
export function Instant({
  at,
  timeZone,
  className,
}: {
  at: Date
  timeZone: string
  className?: string
}) {
  const { formatInstant } = useDateFormat()
  return (
    <time dateTime={at.toISOString()} className={className}>
      {formatInstant(at, timeZone)}
    </time>
  )
}
