import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '~/domain/calendar/calendar-date'
import { taskStatuses, tracks } from '~/domain/shared/vocabulary'
import { planProgress, type ProgressNumbers } from '~/domain/progress/plan-progress'
import { percent, taskCountsByPlan, type TaskCount } from '~/domain/progress/task-count'

const today = calendarDate('2026-11-23')
const startsOn = calendarDate('2026-11-02')
const names: Record<string, string> = { hr: 'HR', it: 'IT manager' }
const ownerRoleName = (id: string) => names[id] ?? id

const row = (
  status: TaskCount['status'],
  dueInDays: number,
  count: number,
  more = {},
): TaskCount => ({
  planId: 'p1',
  track: 'prevention',
  ownerRoleId: 'it',
  status,
  dueOn: addDays(today, dueInDays),
  count,
  ...more,
})
const progressOf = (...rows: TaskCount[]) => planProgress({ rows, today, startsOn, ownerRoleName })

describe('percent', () => {
  it.each([
    [0, 0, null],
    [0, 3, 0],
    [1, 3, 33],
    [2, 3, 66],
    [199, 200, 99],
    [4_999, 5_000, 99],
    [29, 100, 29],
    [3, 3, 100],
  ])('%s of %s', (part, whole, expected) => {
    expect(percent(part, whole)).toBe(expected)
  })
})

describe('planProgress', () => {
  it('counts what is done, expected, late, blocked and next', () => {
    const progress = progressOf(
      row('done', -10, 3),
      row('open', -20, 1),
      row('blocked', -1, 2),
      row('started', 0, 1),
      row('open', 13, 2),
      row('open', 14, 1),
      row('done', 5, 2),
      row('cancelled', -30, 4),
    )
    expect(progress).toMatchObject({
      total: 12,
      done: 5,
      cancelled: 4,
      blocked: 2,
      overdue: 3,
      oldestOverdueDays: 20,
      donePercent: 41,
      expectedPercent: 58,
      dueNextTwoWeeks: 3,
      startsOn,
      endsOn: addDays(today, 14),
    })
  })

  it('has no percentages without tasks, and counts cancelled ones apart', () => {
    expect(progressOf(row('cancelled', -30, 4))).toMatchObject({
      total: 0,
      cancelled: 4,
      donePercent: null,
      expectedPercent: null,
      overdue: 0,
      oldestOverdueDays: 0,
      endsOn: null,
      byTrack: [],
      byOwnerRole: [],
    })
  })

  it('breaks down by track in their order, and by owner role by name, those without last', () => {
    const progress = progressOf(
      row('open', -1, 1, { track: null, ownerRoleId: null }),
      row('done', -1, 2, { track: 'response', ownerRoleId: 'it' }),
      row('blocked', 3, 1, { track: 'prevention', ownerRoleId: 'hr' }),
      row('open', 3, 1, { track: 'response', ownerRoleId: 'hr' }),
    )
    expect(progress.byTrack.map((part) => [part.label, part.done, part.total])).toEqual([
      ['Prevention', 0, 1],
      ['Response', 2, 3],
      ['No track', 0, 1],
    ])
    expect(progress.byOwnerRole.map((part) => [part.key, part.label, part.donePercent])).toEqual([
      ['hr', 'HR', 0],
      ['it', 'IT manager', 100],
      [null, 'No owner role', 0],
    ])
    expect(progress.byTrack[2]).toMatchObject({ key: null, overdue: 1, expectedPercent: 100 })
  })

  it('keeps every percentage within 0 and 100, 100 only when all are done, and parts that add up', () => {
    const anyRow = fc.record({
      planId: fc.constant('p1'),
      track: fc.constantFrom(...tracks, null),
      ownerRoleId: fc.constantFrom('hr', 'it', null),
      status: fc.constantFrom(...taskStatuses),
      dueOn: fc.integer({ min: -100, max: 100 }).map((days) => addDays(today, days)),
      count: fc.integer({ min: 1, max: 3_000 }),
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
        const progress = progressOf(...rows)
        for (const part of [progress, ...progress.byTrack, ...progress.byOwnerRole]) {
          expectSound(part)
        }
        for (const parts of [progress.byTrack, progress.byOwnerRole]) {
          for (const field of ['total', 'done', 'overdue', 'blocked'] as const) {
            expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(progress[field])
          }
        }
        expect(progress.overdue > 0).toBe(progress.oldestOverdueDays > 0)
      }),
    )
  })
})

function expectSound(part: ProgressNumbers) {
  for (const value of [part.donePercent, part.expectedPercent]) {
    if (part.total === 0) expect(value).toBeNull()
    else {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(100)
    }
  }
  if (part.total > 0) expect(part.donePercent === 100).toBe(part.done === part.total)
}

it('taskCountsByPlan takes rows of several plans apart', () => {
  const other = row('open', 0, 2, { planId: 'p2' })
  const plans = taskCountsByPlan([row('open', 0, 1), other, row('done', 0, 3)])
  expect([...plans.keys()]).toEqual(['p1', 'p2'])
  expect(plans.get('p1')).toHaveLength(2)
  expect(plans.get('p2')).toEqual([other])
})
