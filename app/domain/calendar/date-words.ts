/**
 * The words that dates are written with in one language: what `formatDay` and its kin take beside the
 * date. Small enough to travel with a page, so that browsers know the reader's language and no other;
 * `date-languages.ts` makes them, on the server only.
 *
 *     formatDay(calendarDate('2026-12-18'), today, germanWords) // 'Fr 18. Dez'
 */

/** Languages that dates can be written in, by their own names. */
export const dateLanguageLabel = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
  es: 'Español',
  nl: 'Nederlands',
  pt: 'Português',
} as const
export type DateLanguage = keyof typeof dateLanguageLabel

export const dateLanguages = Object.keys(dateLanguageLabel) as DateLanguage[]

/** What is stored may be of a later version; such a language is English here. */
export const isDateLanguage = (text: string | null | undefined): text is DateLanguage =>
  Object.hasOwn(dateLanguageLabel, text ?? '')

export interface DateWords {
  readonly language: DateLanguage
  /** From Monday on. */
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  /** With {weekday}, {day} and {month}; the year goes behind. */
  readonly day: string
  readonly today: string
  readonly tomorrow: string
  readonly yesterday: string
  /** With {days}, two or more. */
  readonly inDays: string
  readonly daysAgo: string
}

export const englishDates: DateWords = {
  language: 'en',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  day: '{weekday} {day} {month}',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: 'in {days} days',
  daysAgo: '{days} days ago',
}
