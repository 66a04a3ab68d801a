import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, compareDates } from '~/domain/calendar/calendar-date'
import { isWorkingDay, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import {
  ensureReviewDay,
  ensureSchedulable,
  followingReviewDate,
  nextReviewDate,
} from '~/domain/reviews/schedule'

const calendar: WorkingCalendar = {
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [calendarDate('2026-12-25'), calendarDate('2026-12-24')],
}

describe('nextReviewDate', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-26'],
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-11-25', 1, '2026-12-23'],
    ['2026-01-30', 1, '2026-02-27'],
    ['2026-11-23', 24, '2028-11-23'],
  ])('after %s by %s months', (date, months, next) => {
    expect(nextReviewDate(calendarDate(date), months, calendar)).toBe(next)
  })

  it('is a working day after the last one, even where holidays fill the month', () => {
    const first = calendarDate('2026-11-02')
    const holidays = Array.from({ length: 45 }, (_, i) => addDays(first, i + 1))
    const shut = { ...calendar, holidays }
    expect(nextReviewDate(first, 1, shut)).toBe('2026-12-18')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 24 }),
        fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
        (offset, months, workingDays) => {
          const week = { ...shut, workingDays: workingDays as WorkingCalendar['workingDays'] }
          const date = addDays(first, offset)
          const next = nextReviewDate(date, months, week)
          expect(next && isWorkingDay(week, next) && compareDates(next, date) > 0).toBe(true)
        },
      ),
    )
  })
})

it.each([
  ['2026-11-22', /in the past/],
  ['2026-11-23', null],
  ['2031-11-24', /more than five years away/],
])('ensureSchedulable %s', (date, refusal) => {
  const act = () => ensureSchedulable(calendarDate(date), calendarDate('2026-11-23'))
  if (refusal) expect(act).toThrow(refusal)
  else expect(act).not.toThrow()
})

it.each([
  ['2026-11-22', /in the past/],
  ['2026-11-28', /Sat 28 Nov is not a working day.*Mon 30 Nov/],
  ['2026-12-24', /not a working day.*Mon 28 Dec/],
  ['2026-12-23', null],
])('ensureReviewDay %s', (date, refusal) => {
  const act = () => ensureReviewDay(calendarDate(date), calendarDate('2026-11-23'), calendar)
  if (refusal) expect(act).toThrow(refusal)
  else expect(act).not.toThrow()
})

it.each([
  ['2026-11-23', '2026-11-25', '2026-12-23'],
  // Held two months late: the day that was next has passed, so the series counts from here.
  ['2026-09-21', '2026-11-23', '2026-12-23'],
  ['2026-10-23', '2026-11-23', '2026-12-23'],
])('followingReviewDate of %s held on %s', (scheduledOn, heldOn, next) => {
  const review = { scheduledOn: calendarDate(scheduledOn), heldOn: calendarDate(heldOn) }
  expect(followingReviewDate({ ...review, repeatMonths: 1 }, calendar)).toBe(next)
})
