/**
 * The words of dates in every language there is, out of date-fns' locales. For the server alone: a
 * browser would load all of the locales to write in one. Nothing under `ui/` imports this.
 *
 *     dateWordsOf('de').months[11] // 'Dez.'
 *     dateWordsOf(null)            // English
 */
import type { Locale } from 'date-fns'
import { de } from 'date-fns/locale/de'
import { es } from 'date-fns/locale/es'
import { fr } from 'date-fns/locale/fr'
import { it } from 'date-fns/locale/it'
import { nl } from 'date-fns/locale/nl'
import { pt } from 'date-fns/locale/pt'
import {
  englishDates,
  isDateLanguage,
  type DateLanguage,
  type DateWords,
} from '~/domain/calendar/date-words'

interface Wording {
  locale: Locale
  day: string
  today: string
  tomorrow: string
  yesterday: string
}

const plain = '{weekday} {day} {month}'

const wordings: Record<Exclude<DateLanguage, 'en'>, Wording> = {
  de: {
    locale: de,
    day: '{weekday} {day}. {month}',
    ...{ today: 'heute', tomorrow: 'morgen', yesterday: 'gestern' },
  },
  fr: { locale: fr, day: plain, today: 'aujourd’hui', tomorrow: 'demain', yesterday: 'hier' },
  it: { locale: it, day: plain, today: 'oggi', tomorrow: 'domani', yesterday: 'ieri' },
  es: { locale: es, day: plain, today: 'hoy', tomorrow: 'mañana', yesterday: 'ayer' },
  nl: { locale: nl, day: plain, today: 'vandaag', tomorrow: 'morgen', yesterday: 'gisteren' },
  pt: { locale: pt, day: plain, today: 'hoje', tomorrow: 'amanhã', yesterday: 'ontem' },
}

const made = new Map<DateLanguage, DateWords>()

/** The words of a language; English for none, or one that is not known. */
export function dateWordsOf(language: string | null | undefined): DateWords {
  if (!isDateLanguage(language) || language === 'en') return englishDates
  const words = made.get(language) ?? makeWords(language, wordings[language])
  made.set(language, words)
  return words
}

/** The words for a page: a few hundred characters, and null for English, which every page has already. */
export function pageDateWords(language: string | null | undefined): DateWords | null {
  const words = dateWordsOf(language)
  return words.language === 'en' ? null : words
}

function makeWords(language: DateLanguage, { locale, ...wording }: Wording): DateWords {
  const { localize, formatDistance } = locale
  const short = { width: 'abbreviated', context: 'formatting' } as const
  const distance = (comparison: 1 | -1) =>
    formatDistance('xDays', 7, { addSuffix: true, comparison }).replace('7', '{days}')
  return {
    language,
    weekdays: ([1, 2, 3, 4, 5, 6, 0] as const).map((day) => localize.day(day, short)),
    months: ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map((month) =>
      localize.month(month, short),
    ),
    ...wording,
    inDays: distance(1),
    daysAgo: distance(-1),
  }
}
