import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { dateWordsOf } from '~/domain/calendar/date-languages'
import { dateLanguages, englishDates } from '~/domain/calendar/date-words'
import { formatDay, formatDistance, formatInstant } from '~/domain/calendar/format-date'

const day = calendarDate('2026-12-18')
const today = calendarDate('2026-12-15')

describe('every language', () => {
  it.each(dateLanguages)('%s has all its words', (language) => {
    const words = dateWordsOf(language)
    expect(words.language).toBe(language)
    expect(words.weekdays.filter(Boolean)).toHaveLength(7)
    expect(new Set(words.months).size).toBe(12)
    expect(words.inDays).toContain('{days}')
    expect(words.daysAgo).toContain('{days}')
    expect(formatDay(day, today, words)).not.toMatch(/[{}]|undefined/)
    expect(JSON.stringify(words).length).toBeLessThan(600)
  })

  it.each([
    ['en', 'Fri 18 Dec', 'in 3 days', 'yesterday'],
    ['de', 'Fr. 18. Dez.', 'in 3 Tagen', 'gestern'],
    ['fr', 'ven. 18 déc.', 'dans 3 jours', 'hier'],
    ['it', 'ven 18 dic', 'tra 3 giorni', 'ieri'],
    ['es', 'vie 18 dic', 'en 3 días', 'ayer'],
    ['nl', 'vri 18 dec.', 'over 3 dagen', 'gisteren'],
    ['pt', 'sex 18 dez', 'daqui a 3 dias', 'ontem'],
  ])('%s: %s', (language, written, distance, yesterday) => {
    const words = dateWordsOf(language)
    expect(formatDay(day, today, words)).toBe(written)
    expect(formatDistance(day, today, words)).toBe(distance)
    expect(formatDistance(calendarDate('2026-12-14'), today, words)).toBe(yesterday)
  })
})

it('writes the year and the time of day behind the day', () => {
  const words = dateWordsOf('de')
  expect(formatDay(calendarDate('2028-02-29'), today, words)).toBe('Di. 29. Feb. 2028')
  const instant = new Date('2026-03-01T07:00:00Z')
  expect(formatInstant(instant, 'Europe/Berlin', words)).toBe('So. 1. März 2026, 08:00')
})

it.each([null, undefined, '', 'en', 'xx', 'constructor'])('%s is English', (language) => {
  expect(dateWordsOf(language)).toBe(englishDates)
})
