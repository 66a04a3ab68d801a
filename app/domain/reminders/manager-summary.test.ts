import { describe, expect, it } from 'vitest'
import { buildManagerSummary, isSummaryDue, summaryOn } from '~/domain/reminders/manager-summary'
import { defaultReminderPolicy as policy } from '~/domain/reminders/policy'
import { aPlan, aTask, office, on } from '~/domain/reminders/scenarios.test-support'

describe('summaryOn', () => {
  it.each([
    ['2026-12-14', '2026-12-14'],
    ['2026-12-18', '2026-12-14'],
    ['2026-12-21', '2026-12-21'],
  ])('on %s the latest is that of %s', (today, expected) => {
    expect(summaryOn(policy, on(today), office)).toBe(expected)
  })

  it('moves to the first working day of the week when Monday is off', () => {
    const calendar = { ...office, holidays: [on('2026-12-21'), on('2026-12-22')] }
    expect(summaryOn(policy, on('2026-12-23'), calendar)).toBe('2026-12-23')
    expect(summaryOn(policy, on('2026-12-24'), calendar)).toBe('2026-12-23')
  })
})

describe('isSummaryDue', () => {
  const monday = on('2026-12-14')
  it.each<[string, Parameters<typeof isSummaryDue>, boolean]>([
    ['its day has come', [[aPlan()], monday, on('2026-12-11')], true],
    ['no digest was ever made', [[aPlan()], monday, null], true],
    ['a digest of that day carried it', [[aPlan()], monday, monday], false],
    ['a digest since then carried it', [[aPlan()], monday, on('2026-12-15')], false],
    ['no plan runs', [[], monday, null], false],
    ['the plan is a draft', [[aPlan({ launchedOn: null })], monday, null], false],
    ['the plan was launched on that day', [[aPlan({ launchedOn: monday })], monday, null], false],
    ['every task is done', [[aPlan({ done: 10 })], monday, null], false],
    ['no day is in reach', [[aPlan()], null, null], false],
  ])('%s', (_, args, expected) => {
    expect(isSummaryDue(...args)).toBe(expected)
  })
})

describe('buildManagerSummary', () => {
  const today = on('2026-12-14')
  const plans = [
    aPlan({ planId: 'a', title: 'A' }),
    aPlan({ planId: 'b', title: 'B' }),
    aPlan({ planId: 'finished', done: 10 }),
    aPlan({ planId: 'draft', launchedOn: null }),
  ]
  const tasks = [
    aTask({ id: '1', planId: 'a', dueOn: on('2026-12-10') }),
    aTask({ id: '2', planId: 'a', dueOn: on('2026-12-08'), status: 'blocked' }),
    aTask({ id: '3', planId: 'b', dueOn: on('2026-12-14'), responsibleId: null }),
    aTask({ id: '4', planId: 'b', dueOn: on('2026-12-20'), responsibleId: 'gone' }),
    aTask({ id: '5', planId: 'b', dueOn: on('2026-12-01'), status: 'done' }),
    aTask({ id: '6', planId: 'draft', dueOn: on('2026-12-01') }),
  ]
  const summary = buildManagerSummary(today, plans, tasks, new Set(['gone']))

  it('counts each running plan', () => {
    expect(summary.plans).toEqual([
      { planId: 'a', title: 'A', total: 10, done: 3, overdue: 2, blocked: 1, unowned: 0 },
      { planId: 'b', title: 'B', total: 10, done: 3, overdue: 0, blocked: 0, unowned: 2 },
    ])
  })

  it('lists what is overdue, blocked and nobody’s, the earliest due first', () => {
    expect(summary.overdue.tasks.map(({ taskId, daysLate }) => [taskId, daysLate])).toEqual([
      ['2', 6],
      ['1', 4],
    ])
    expect(summary.blocked.tasks.map(({ taskId }) => taskId)).toEqual(['2'])
    expect(summary.unowned.tasks.map(({ taskId, daysLate }) => [taskId, daysLate])).toEqual([
      ['3', 0],
      ['4', 0],
    ])
  })

  it('names twenty of a list and counts them all', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      aTask({ id: `${index}`, planId: 'a', dueOn: on('2026-12-01') }),
    )
    const { overdue } = buildManagerSummary(today, plans, many, new Set())
    expect([overdue.total, overdue.tasks.length]).toEqual([50, 20])
  })
})
