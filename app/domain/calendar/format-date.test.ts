import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { formatDay, formatDistance, formatInstant } from '~/domain/calendar/format-date'

const today = calendarDate('2026-12-15')

describe('formatDay', () => {
  it.each([
    ['2026-12-18', 'Fri 18 Dec'],
    ['2026-03-01', 'Sun 1 Mar'],
    ['2027-01-04', 'Mon 4 Jan 2027'],
    ['2025-12-31', 'Wed 31 Dec 2025'],
  ])('%s is %s', (date, text) => {
    expect(formatDay(calendarDate(date), today)).toBe(text)
  })
})

describe('formatDistance', () => {
  it.each([
    ['2026-12-18', 'in 3 days'],
    ['2026-12-16', 'tomorrow'],
    ['2026-12-15', 'today'],
    ['2026-12-14', 'yesterday'],
    ['2026-12-11', '4 days ago'],
  ])('%s is %s', (date, text) => {
    expect(formatDistance(calendarDate(date), today)).toBe(text)
  })
})

describe('formatInstant', () => {
  it.each([
    ['2026-12-18T07:00:00Z', 'Europe/Berlin', 'Fri 18 Dec 2026, 08:00'],
    ['2026-12-31T23:05:00Z', 'Asia/Kathmandu', 'Fri 1 Jan 2027, 04:50'],
    ['2026-12-18T05:00:00Z', 'America/New_York', 'Fri 18 Dec 2026, 00:00'],
  ])('%s in %s is %s', (instant, zone, text) => {
    expect(formatInstant(new Date(instant), zone)).toBe(text)
  })
})
