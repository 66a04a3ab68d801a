import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate } from '~/domain/calendar/calendar-date'
import { isWorkingDay } from '~/domain/calendar/working-calendar'
import {
  defaultReminderPolicy,
  ReminderPolicy,
  type RemindableTask,
  remindersFor,
} from '~/domain/reminders/policy'
import { aTask, office, on, scenarios } from '~/domain/reminders/scenarios.test-support'

const policy = defaultReminderPolicy
const remind = (change: Partial<RemindableTask>, today: string) =>
  remindersFor(aTask(change), policy, on(today), office)[0] ?? null

/** The notices of a task whose ledger is written every day, as "date kind daysLeft". */
function notices(change: Partial<RemindableTask>, from: string, to: string): string[] {
  const lines: string[] = []
  let task = aTask(change)
  for (let today: CalendarDate = on(from); today <= on(to); today = addDays(today, 1)) {
    for (const reminder of remindersFor(task, policy, today, office)) {
      lines.push(`${reminder.onDate} ${reminder.kind} ${reminder.daysLeft}`)
      task = { ...task, lastNoticeOn: reminder.onDate }
    }
  }
  return lines
}

describe('the notices of a task, from launch to three weeks late', () => {
  it.each<[string, Partial<RemindableTask>, string[]]>([
    [
      'due on a Wednesday: 7, 3 and 1 days before (3 before is a Sunday), then late',
      { dueOn: on('2026-11-18') },
      [
        ...['2026-11-11 due-soon 7', '2026-11-13 due-soon 5', '2026-11-17 due-soon 1'],
        ...['2026-11-18 due-today 0', '2026-11-19 overdue -1', '2026-11-23 overdue -5'],
        ...['2026-11-26 overdue -8', '2026-11-30 overdue -12', '2026-12-03 overdue -15'],
      ],
    ],
    [
      'due on a Monday: 3 and 1 days before move to Friday and collapse',
      { dueOn: on('2026-11-23') },
      [
        ...['2026-11-16 due-soon 7', '2026-11-20 due-soon 3', '2026-11-23 due-today 0'],
        ...['2026-11-24 overdue -1', '2026-11-26 overdue -3', '2026-11-30 overdue -7'],
        '2026-12-03 overdue -10',
      ],
    ],
    [
      'due on a Friday: the day after moves to Monday and collapses with it',
      { dueOn: on('2026-11-20') },
      [
        ...['2026-11-13 due-soon 7', '2026-11-17 due-soon 3', '2026-11-19 due-soon 1'],
        ...['2026-11-20 due-today 0', '2026-11-23 overdue -3', '2026-11-26 overdue -6'],
        ...['2026-11-30 overdue -10', '2026-12-03 overdue -13'],
      ],
    ],
    [
      'due on a Saturday, a day off since: the day itself moves to Friday and counts as a day before',
      { dueOn: on('2026-11-21') },
      [
        ...['2026-11-13 due-soon 8', '2026-11-18 due-soon 3', '2026-11-20 due-soon 1'],
        ...['2026-11-23 overdue -2', '2026-11-26 overdue -5', '2026-11-30 overdue -9'],
        '2026-12-03 overdue -12',
      ],
    ],
    [
      'launched later than its first notices: they are dropped',
      { dueOn: on('2026-11-20'), launchedOn: on('2026-11-18') },
      [
        ...['2026-11-19 due-soon 1', '2026-11-20 due-today 0', '2026-11-23 overdue -3'],
        ...['2026-11-26 overdue -6', '2026-11-30 overdue -10', '2026-12-03 overdue -13'],
      ],
    ],
    [
      'launched on a notice day: kept',
      { dueOn: on('2026-12-04'), launchedOn: on('2026-11-27') },
      [
        '2026-11-27 due-soon 7',
        '2026-12-01 due-soon 3',
        '2026-12-03 due-soon 1',
        '2026-12-04 due-today 0',
      ],
    ],
    [
      'launched when late already: from the next weekday on',
      { dueOn: on('2026-11-04'), launchedOn: on('2026-11-24') },
      ['2026-11-26 overdue -22', '2026-11-30 overdue -26', '2026-12-03 overdue -29'],
    ],
  ])('%s', (_, change, expected) => {
    expect(notices(change, '2026-11-02', '2026-12-05')).toEqual(expected)
  })

  it('moves around holidays: earlier before the due date, later after it', () => {
    // Fri 25 Dec and Fri 1 Jan are holidays.
    expect(notices({ dueOn: on('2026-12-28') }, '2026-12-14', '2027-01-05')).toEqual([
      '2026-12-21 due-soon 7',
      '2026-12-24 due-soon 4',
      '2026-12-28 due-today 0',
      '2026-12-29 overdue -1',
      '2026-12-31 overdue -3',
      '2027-01-04 overdue -7',
    ])
    const calendar = { ...office, holidays: [on('2026-11-23'), on('2026-11-26')] }
    const late = aTask({ dueOn: on('2026-11-20'), lastNoticeOn: on('2026-11-20') })
    const days = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map((today) =>
      remindersFor(late, policy, on(today), calendar).map(({ scheduledOn }) => scheduledOn),
    )
    expect(days).toEqual([[], ['2026-11-24'], [], ['2026-11-27']])
  })
})

describe('remindersFor', () => {
  it('has nothing for finished tasks and drafts, nor on days off', () => {
    expect(remind({ status: 'done' }, '2026-12-18')).toBeNull()
    expect(remind({ status: 'cancelled' }, '2026-12-18')).toBeNull()
    expect(remind({ launchedOn: null }, '2026-12-18')).toBeNull()
    expect(remind({ dueOn: on('2026-12-20') }, '2026-12-20')).toBeNull()
    expect(remind({ dueOn: on('2026-12-25') }, '2026-12-25')).toBeNull()
  })

  it('holds back what is blocked or nobody’s, and says why', () => {
    expect(remind({ status: 'started' }, '2026-12-18')?.hold).toBeNull()
    expect(remind({ status: 'blocked' }, '2026-12-18')?.hold).toEqual({
      code: 'task-blocked',
      reason: 'The task is blocked; the manager’s summary carries it.',
    })
    expect(remind({ responsibleId: null }, '2026-12-18')).toMatchObject({
      personId: null,
      hold: { code: 'nobody-responsible' },
    })
    expect(remind({ status: 'blocked', responsibleId: null }, '2026-12-18')?.hold?.code).toBe(
      'nobody-responsible',
    )
  })

  it.each<[string, Partial<RemindableTask>, string, object | null]>([
    [
      'the notice of 7 days, two days late',
      {},
      '2026-12-14',
      { kind: 'due-soon', scheduledOn: '2026-12-11', onDate: '2026-12-14', daysLeft: 4 },
    ],
    [
      'a due-soon notice of a task that is due today by now',
      { lastNoticeOn: on('2026-12-11') },
      '2026-12-18',
      { kind: 'due-today', scheduledOn: '2026-12-18' },
    ],
    [
      'several notices in one: a task that is late by now',
      { lastNoticeOn: on('2026-12-11') },
      '2026-12-23',
      { kind: 'overdue', scheduledOn: '2026-12-21', daysLeft: -5 },
    ],
    ['a notice that was written', { lastNoticeOn: on('2026-12-15') }, '2026-12-16', null],
    ['a notice that was caught up later', { lastNoticeOn: on('2026-12-16') }, '2026-12-16', null],
    ['nothing before the first notice', {}, '2026-12-10', null],
  ])('catches up %s', (_, change, today, expected) => {
    const reminder = remind(change, today)
    if (expected) expect(reminder).toMatchObject(expected)
    else expect(reminder).toBeNull()
  })

  it('answers a due date that moved', () => {
    const moved = { dueOn: on('2026-12-30'), lastNoticeOn: on('2026-12-15') }
    expect(remind(moved, '2026-12-16')).toBeNull()
    expect(remind(moved, '2026-12-23')).toMatchObject({ kind: 'due-soon', daysLeft: 7 })
  })

  it('follows the policy', () => {
    const quiet = { ...policy, onDueDay: false, overdueNextDay: false, overdueWeekdays: [] }
    const task = aTask({ lastNoticeOn: on('2026-12-17') })
    expect(remindersFor(task, quiet, on('2026-12-18'), office)).toEqual([])
    expect(remindersFor(task, quiet, on('2027-01-11'), office)).toEqual([])
    const mondays = { ...quiet, overdueWeekdays: [1 as const] }
    expect(remindersFor(task, mondays, on('2026-12-21'), office)).toHaveLength(1)
  })

  it('never speaks on a day off, before the launch or twice for one notice date', () => {
    fc.assert(
      fc.property(scenarios, ({ startsOn, calendar, policy: anyPolicy, tasks }) => {
        for (const task of tasks) {
          const answered = new Set<string>()
          let current = task
          for (let day = -12; day <= 40; day += 1) {
            const today = addDays(startsOn, day)
            for (const reminder of remindersFor(current, anyPolicy, today, calendar)) {
              expect(isWorkingDay(calendar, today)).toBe(true)
              expect(task.launchedOn !== null && reminder.scheduledOn >= task.launchedOn).toBe(true)
              expect(reminder.scheduledOn <= today).toBe(true)
              expect(answered.has(reminder.scheduledOn)).toBe(false)
              answered.add(reminder.scheduledOn)
              current = { ...current, lastNoticeOn: today }
            }
            const finished = { ...current, status: 'done' as const }
            expect(remindersFor(finished, anyPolicy, today, calendar)).toEqual([])
          }
        }
      }),
    )
  })

  it('with every day looked at, answers each notice date on the day itself', () => {
    fc.assert(
      fc.property(scenarios, ({ startsOn, calendar, policy: anyPolicy, tasks }) => {
        for (const task of tasks) {
          let current = { ...task, launchedOn: addDays(startsOn, -30) }
          for (let day = -30; day <= 40; day += 1) {
            const today = addDays(startsOn, day)
            for (const reminder of remindersFor(current, anyPolicy, today, calendar)) {
              expect(reminder.scheduledOn).toBe(today)
              current = { ...current, lastNoticeOn: today }
            }
          }
        }
      }),
    )
  })
})

describe('the ReminderPolicy schema', () => {
  it('accepts the default as it is', () => {
    expect(ReminderPolicy.parse(defaultReminderPolicy)).toEqual(defaultReminderPolicy)
  })

  it('puts days in order, each once', () => {
    const parsed = ReminderPolicy.parse({
      ...policy,
      dueSoonDays: [1, 7, 1],
      overdueWeekdays: [4, 1, 4],
    })
    expect(parsed.dueSoonDays).toEqual([7, 1])
    expect(parsed.overdueWeekdays).toEqual([1, 4])
  })

  it.each([
    { dueSoonDays: [0] },
    { dueSoonDays: [61] },
    { overdueWeekdays: [8] },
    { sendAt: '24:00' },
    { sendAt: '8:00' },
    { managerSummaryWeekday: 0 },
  ])('refuses %o', (change) => {
    expect(ReminderPolicy.safeParse({ ...policy, ...change }).success).toBe(false)
  })
})
