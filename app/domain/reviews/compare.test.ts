import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { metricIds } from '~/domain/progress/catalog'
import { compareSnapshots } from '~/domain/reviews/compare'
import type { PlanSnapshot, ReviewSnapshot } from '~/domain/reviews/snapshot'

const plan = (planId: string, numbers: PlanSnapshot['numbers'], more = {}): PlanSnapshot => ({
  planId,
  title: `Plan ${planId}`,
  startsOn: calendarDate('2026-08-03'),
  endsOn: null,
  status: 'late',
  because: '',
  numbers,
  byTrack: [],
  byOwnerRole: [],
  overdue: [],
  blocked: [],
  ...more,
})
const taken = (takenAt: string, plans: PlanSnapshot[]): ReviewSnapshot => ({
  schema: 1,
  takenAt,
  takenOn: calendarDate(takenAt.slice(0, 10)),
  plans,
})

const august = taken('2026-08-24T09:00:00Z', [
  plan('a', { 'done-percent': 20, overdue: 1, blocked: 2, total: 10 }),
  plan('gone', { done: 1 }),
])
const november = taken('2026-11-23T09:00:00Z', [
  plan('new', { done: 0 }),
  plan(
    'a',
    { 'done-percent': 62, overdue: 4, blocked: 2, total: 12, 'expected-percent': null },
    {
      title: 'Plan A, renamed',
      status: 'on-course',
    },
  ),
])

describe('compareSnapshots', () => {
  const comparison = compareSnapshots(august, november)
  const rows = Object.fromEntries((comparison.plans[0]?.rows ?? []).map((row) => [row.id, row]))

  it('matches plans by id and names the ones that only one review saw', () => {
    expect(comparison.plans).toHaveLength(1)
    expect(comparison.plans[0]).toMatchObject({
      title: 'Plan A, renamed',
      statusThen: 'late',
      statusNow: 'on-course',
    })
    expect(comparison.onlyThen.map((each) => each.planId)).toEqual(['gone'])
    expect(comparison.onlyNow.map((each) => each.planId)).toEqual(['new'])
  })

  it('gives then, now, the change, and whether that is better', () => {
    expect(Object.keys(rows)).toEqual([...metricIds])
    expect(rows['done-percent']).toMatchObject({
      then: 20,
      now: 62,
      change: 42,
      direction: 'better',
    })
    expect(rows.overdue).toMatchObject({ change: 3, direction: 'worse' })
    expect(rows.blocked).toMatchObject({ change: 0, direction: 'same' })
    expect(rows.total).toMatchObject({ change: 2, direction: null })
    expect(rows['expected-percent']).toMatchObject({ then: null, now: null, change: null })
  })

  it('puts the earlier one first whatever the order of the arguments', () => {
    expect(compareSnapshots(november, august)).toEqual(comparison)
  })
})
