import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, compareDates, daysBetween } from '~/domain/calendar/calendar-date'
import { taskStatuses } from '~/domain/shared/vocabulary'
import { burnUp } from '~/domain/progress/burn-up'
import type { TaskCount } from '~/domain/progress/task-count'

const startsOn = calendarDate('2026-11-02')
const day = (n: number) => addDays(startsOn, n)
const row = (status: TaskCount['status'], dueDay: number, count: number): TaskCount => ({
  planId: 'p1',
  track: null,
  ownerRoleId: null,
  status,
  dueOn: day(dueDay),
  count,
})

const isRising = (numbers: readonly number[]) =>
  numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? n))

describe('burnUp', () => {
  it('draws done, ideal and scope day by day, done only up to today', () => {
    const points = burnUp({
      rows: [row('done', 1, 2), row('open', 3, 1), row('cancelled', 2, 9)],
      completedByDay: [
        { date: day(2), count: 1 },
        { date: day(0), count: 1 },
      ],
      startsOn,
      today: day(2),
    })
    expect(points).toEqual([
      { date: day(0), done: 1, ideal: 0, scope: 3 },
      { date: day(1), done: 1, ideal: 2, scope: 3 },
      { date: day(2), done: 2, ideal: 2, scope: 3 },
      { date: day(3), done: null, ideal: 3, scope: 3 },
    ])
  })

  it('carries on to today where work is left, and to the last completion where none is', () => {
    const late = { startsOn, today: day(9), completedByDay: [] }
    expect(burnUp({ ...late, rows: [row('open', 3, 1)] }).at(-1)?.date).toBe(day(9))
    const completedByDay = [{ date: day(5), count: 1 }]
    const finished = burnUp({ ...late, completedByDay, rows: [row('done', 3, 1)] })
    expect(finished.at(-1)).toEqual({ date: day(5), done: 1, ideal: 1, scope: 1 })
  })

  it('counts completions from before the start at the start', () => {
    const completedByDay = [{ date: day(-4), count: 2 }]
    const points = burnUp({ rows: [row('done', 1, 2)], completedByDay, startsOn, today: day(0) })
    expect(points[0]).toEqual({ date: startsOn, done: 2, ideal: 0, scope: 2 })
  })

  it('is empty without tasks', () => {
    const rows = [row('cancelled', 1, 2)]
    expect(burnUp({ rows, completedByDay: [], startsOn, today: day(1) })).toEqual([])
  })

  it('is monotone, ends at the scope, has both ends and today, and at most 120 points', () => {
    const anyRow = fc
      .tuple(
        fc.constantFrom(...taskStatuses),
        fc.integer({ min: -20, max: 1_500 }),
        fc.integer({ min: 1, max: 50 }),
      )
      .map(([status, dueDay, count]) => row(status, dueDay, count))
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -30, max: 2_000 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 40 })),
        (rows, todayOffset, ages) => {
          const today = day(todayOffset)
          const completedByDay = rows
            .filter((each) => each.status === 'done')
            .map((each) => ({ date: addDays(today, -(ages.next().value ?? 0)), count: each.count }))
          const points = burnUp({ rows, completedByDay, startsOn, today })
          if (rows.every((each) => each.status === 'cancelled')) return points.length === 0
          const last = points.at(-1)
          const passed = points.filter((point) => compareDates(point.date, today) <= 0)
          expect(points.length).toBeLessThanOrEqual(120)
          expect(points[0]?.date).toBe(startsOn)
          expect(last?.ideal).toBe(last?.scope)
          const isTodayWithin = todayOffset >= 0 && last && compareDates(today, last.date) <= 0
          expect(points.some((point) => point.date === today)).toBe(isTodayWithin)
          expect(points.filter((point) => point.done !== null)).toEqual(passed)
          expect(isRising(points.map((point, i) => daysBetween(startsOn, point.date) - i))).toBe(
            true,
          )
          expect(isRising(points.map((point) => point.ideal))).toBe(true)
          expect(isRising(passed.map((point) => point.done ?? -1))).toBe(true)
          expect(Math.max(0, ...passed.map((point) => point.done ?? 0))).toBeLessThanOrEqual(
            last?.scope ?? 0,
          )
          return true
        },
      ),
    )
  })
})
