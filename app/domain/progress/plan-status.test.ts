import { describe, expect, it } from 'vitest'
import {
  atRiskPoints,
  lateDays,
  latePoints,
  planStatus,
  planStatusRule,
} from '~/domain/progress/plan-status'

const base = {
  total: 100,
  done: 50,
  donePercent: 50,
  expectedPercent: 50,
  overdue: 0,
  blocked: 0,
  oldestOverdueDays: 0,
}
type Facts = Partial<typeof base>

describe('planStatus', () => {
  it.each<[string, string, Facts, RegExp]>([
    ['even', 'on-course', {}, /^50% is done where 50% was expected by today, and no task/],
    ['ahead', 'on-course', { donePercent: 80 }, /^80%/],
    ['5 points behind', 'on-course', { expectedPercent: 55 }, /^50%/],
    [
      '6 points behind',
      'at-risk',
      { expectedPercent: 56 },
      /expected by today, 6 points behind\.$/,
    ],
    ['15 points behind', 'at-risk', { expectedPercent: 65 }, /15 points behind/],
    ['16 points behind', 'late', { expectedPercent: 66 }, /16 points behind\.$/],
    ['one overdue', 'at-risk', { overdue: 1, oldestOverdueDays: 1 }, /^1 task is overdue\.$/],
    [
      '14 days overdue',
      'at-risk',
      { overdue: 2, oldestOverdueDays: 14 },
      /^2 tasks are overdue\.$/,
    ],
    [
      '15 days overdue',
      'late',
      { overdue: 1, oldestOverdueDays: 15 },
      /^The longest overdue task is 15 days late\.$/,
    ],
    ['blocked', 'at-risk', { blocked: 2 }, /^2 tasks are blocked\.$/],
    [
      'overdue and blocked',
      'at-risk',
      { overdue: 1, oldestOverdueDays: 3, blocked: 1 },
      /^1 task is overdue; 1 task is blocked\.$/,
    ],
    [
      'late on both counts',
      'late',
      { expectedPercent: 90, overdue: 9, oldestOverdueDays: 20 },
      /40 points behind; the longest overdue task is 20 days late\.$/,
    ],
    ['complete', 'on-course', { done: 100, donePercent: 100 }, /^Every task is done\.$/],
    [
      'without tasks',
      'on-course',
      { total: 0, done: 0, donePercent: null as never, expectedPercent: null as never },
      /^There is nothing to do/,
    ],
  ])('%s is %s', (_name, status, facts, because) => {
    const judged = planStatus({ ...base, ...facts })
    expect(judged.status).toBe(status)
    expect(judged.because).toMatch(because)
  })

  it('states the thresholds it uses', () => {
    expect(planStatusRule.late).toContain(`more than ${latePoints} percentage points`)
    expect(planStatusRule.late).toContain(`more than ${lateDays} days overdue`)
    expect(planStatusRule['at-risk']).toContain(`more than ${atRiskPoints} percentage points`)
  })
})
