import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import { defaultStart, startProblem } from './default-start'

const calendar: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [calendarDate('2026-12-28')],
}

describe('defaultStart', () => {
  it.each([
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-30'],
    ['2026-11-27', '2026-11-30'],
    ['2026-12-22', '2026-12-29'],
  ])('offers, on %s, %s', (today, start) => {
    expect(defaultStart(calendarDate(today), calendar)).toBe(start)
  })

  it('moves on where nobody works on Mondays', () => {
    const tuesdays: WorkingCalendar = { ...calendar, workingDays: [2, 6] }
    expect(defaultStart(calendarDate('2026-11-22'), tuesdays)).toBe('2026-11-24')
  })
})

describe('startProblem', () => {
  const today = calendarDate('2026-11-22')
  it.each(['2025-11-22', '2026-11-22', '2028-11-22'])('accepts %s', (day) => {
    expect(startProblem(calendarDate(day), today)).toBeNull()
  })
  it.each(['2025-11-21', '2028-11-23', '9999-12-31', '0001-01-01'])('refuses %s', (day) => {
    expect(startProblem(calendarDate(day), today)).toMatch(/from 2025-11-22 to 2028-11-22/)
  })
})
