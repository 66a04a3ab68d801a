import { expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { isWorkingDay, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import { proposeNewDates } from '~/domain/guides/revisions/propose-new-dates'

const calendar: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [calendarDate('2026-12-14')],
}
const item = (id: string, horizonDays: number | null, dueOn: string | null = null) => ({
  ...{ id, stage: 'plan' as const, horizonDays },
  dueOn: dueOn === null ? null : calendarDate(dueOn),
})
const items = [item('a', 30), item('b', 90), item('c', 30), item('d', 90, '2027-01-12')]
const plan = { startsOn: calendarDate('2026-11-02'), isRunning: true, calendar }

it.each<[string, string, string[], Record<string, string>]>([
  ['where it would have been from the start', '2026-11-03', ['c'], { c: '2026-12-02' }],
  ['five working days from today at the soonest', '2026-12-07', ['c'], { c: '2026-12-15' }],
  ['on the day the guide states', '2026-11-03', ['d'], { d: '2027-01-12' }],
  ['only what is new', '2026-11-03', [], {}],
])('%s', (_, today, newIds, expected) => {
  const dates = proposeNewDates(items, newIds, { ...plan, today: calendarDate(today) })
  expect(Object.fromEntries(dates)).toEqual(expected)
  for (const date of dates.values()) expect(isWorkingDay(calendar, date)).toBe(true)
})

it('follows the start alone in a draft', () => {
  const today = calendarDate('2026-12-07')
  const dates = proposeNewDates(items, ['c'], { ...plan, isRunning: false, today })
  expect(dates.get('c')).toBe('2026-12-02')
})

it('finds a day even in a calendar without working days', () => {
  const empty = { ...calendar, workingDays: [] }
  const today = calendarDate('2026-12-07')
  const dates = proposeNewDates(items, ['c'], { ...plan, calendar: empty, today })
  expect(dates.get('c')).toBe('2026-12-12')
})
