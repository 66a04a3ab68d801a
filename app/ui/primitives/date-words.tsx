import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { englishDates, type DateWords } from '~/domain/calendar/date-words'
import { formatDay, formatDistance, formatInstant } from '~/domain/calendar/format-date'

const DateWordsContext = createContext<DateWords>(englishDates)

/** Lets everything below write its dates with these words; null is English. */
export function DateWordsProvider({
  words,
  children,
}: {
  words: DateWords | null | undefined
  children: ReactNode
}) {
  return (
    <DateWordsContext.Provider value={words ?? englishDates}>{children}</DateWordsContext.Provider>
  )
}

/** The formats of dates in the reader's language. */
export function useDateFormat() {
  const words = useContext(DateWordsContext)
  return useMemo(
    () => ({
      formatDay: (date: CalendarDate, today: CalendarDate) => formatDay(date, today, words),
      formatDistance: (date: CalendarDate, today: CalendarDate) =>
        formatDistance(date, today, words),
      formatInstant: (instant: Date, timeZone: string) => formatInstant(instant, timeZone, words),
    }),
    [words],
  )
}
