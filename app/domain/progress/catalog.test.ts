import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { formatMetric, metricIds, metrics } from '~/domain/progress/catalog'
import { planProgress, type PlanProgress } from '~/domain/progress/plan-progress'

const today = calendarDate('2026-11-23')
const progressOf = (rows: { status: 'done' | 'open'; count: number; dueOn: string }[]) =>
  planProgress({
    rows: rows.map((row) => ({
      ...row,
      planId: 'p1',
      track: null,
      ownerRoleId: null,
      dueOn: calendarDate(row.dueOn),
    })),
    today,
    startsOn: calendarDate('2026-11-02'),
    ownerRoleName: (id) => id,
  })
const valuesOf = (progress: PlanProgress) =>
  Object.fromEntries(metricIds.map((id) => [id, metrics[id].value(progress)]))

describe('metrics', () => {
  it('read their values off the progress of a plan', () => {
    const progress = progressOf([
      { status: 'done', count: 1, dueOn: '2026-11-10' },
      { status: 'open', count: 2, dueOn: '2026-11-13' },
      { status: 'open', count: 1, dueOn: '2026-12-01' },
    ])
    expect(valuesOf(progress)).toEqual({
      'done-percent': 25,
      'expected-percent': 75,
      'points-behind': 50,
      total: 4,
      done: 1,
      overdue: 2,
      'oldest-overdue-days': 10,
      blocked: 0,
      'due-next-two-weeks': 1,
      cancelled: 0,
    })
  })

  it('have no percentages without tasks', () => {
    expect(valuesOf(progressOf([]))).toMatchObject({
      'done-percent': null,
      'expected-percent': null,
      'points-behind': null,
      total: 0,
    })
  })

  it('are filed under their own id, and explained', () => {
    for (const id of metricIds) {
      expect(metrics[id].id).toBe(id)
      expect(metrics[id].explanation).toMatch(/^[A-Z].+\.$/)
    }
  })
})

it.each([
  ['percent', 62, '62%'],
  ['percent', null, '–'],
  ['count', 5_000, '5,000'],
  ['days', 1, '1 day'],
  ['days', 0, '0 days'],
  ['points', 1, '1 point'],
  ['points', 22, '22 points'],
] as const)('formatMetric(%s, %s)', (format, value, text) => {
  expect(formatMetric(format, value)).toBe(text)
})
