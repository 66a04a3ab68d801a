/** What the tests of the sweep and of the forecast share: one clinic, and generators of many. */
import fc from 'fast-check'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type IsoWeekday,
} from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import type { PlanCounts } from '~/domain/reminders/manager-summary'
import {
  defaultReminderPolicy,
  type RemindableTask,
  type ReminderPolicy,
} from '~/domain/reminders/policy'
import type { SweepPerson } from '~/domain/reminders/sweep'

export const on = calendarDate

export const office: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [on('2026-12-25'), on('2027-01-01')],
}

export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
] as const

export function aTask(change: Partial<RemindableTask> = {}): RemindableTask {
  return {
    id: 't1',
    planId: 'plan',
    action: 'Review vendor access',
    dueOn: on('2026-12-18'),
    status: 'open',
    responsibleId: 'ana',
    launchedOn: on('2026-11-02'),
    lastNoticeOn: null,
    ...change,
  }
}

export function aPerson(change: Partial<SweepPerson> = {}): SweepPerson {
  const id = change.id ?? 'ana'
  return {
    id,
    name: id,
    email: `${id}@clinic.example`,
    timeZone: null,
    permissionRole: 'member',
    deactivatedAt: null,
    lastDigestOn: null,
    ...change,
  }
}

export function aPlan(change: Partial<PlanCounts> = {}): PlanCounts {
  return {
    planId: 'plan',
    title: 'Vendor access',
    launchedOn: on('2026-11-02'),
    total: 10,
    done: 3,
    ...change,
  }
}

export interface Scenario {
  readonly startsOn: CalendarDate
  readonly calendar: WorkingCalendar
  readonly policy: ReminderPolicy
  readonly people: SweepPerson[]
  readonly tasks: RemindableTask[]
  readonly plans: PlanCounts[]
}

const week = fc.oneof(
  fc.constant<IsoWeekday[]>([1, 2, 3, 4, 5]),
  fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
)

const policy: fc.Arbitrary<ReminderPolicy> = fc.oneof(
  fc.constant(defaultReminderPolicy),
  fc.record({
    dueSoonDays: fc.constantFrom<number[]>([7, 3, 1], [14, 2], []),
    onDueDay: fc.boolean(),
    overdueNextDay: fc.boolean(),
    overdueWeekdays: fc.uniqueArray(fc.constantFrom<IsoWeekday>(1, 2, 3, 4, 5, 6, 7)),
    sendAt: fc.constantFrom('08:00', '02:30', '00:00', '23:30'),
    managerSummaryWeekday: fc.constantFrom<IsoWeekday>(1, 5, 7),
  }),
)

const people: fc.Arbitrary<SweepPerson[]> = fc.tuple(
  ...(['ana', 'ben', 'cleo', 'dan'] as const).map((id) =>
    fc
      .record({
        timeZone: fc.option(fc.constantFrom(...zones)),
        permissionRole: fc.constantFrom(
          'member' as const,
          'manager' as const,
          'administrator' as const,
        ),
        deactivatedAt: fc.oneof(
          { weight: 5, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constant(new Date('2026-01-01T00:00:00Z')) },
        ),
      })
      .map((change) => aPerson({ id, ...change })),
  ),
)

/**
 * Clinics of four around changes of daylight saving and 29 February, with tasks due in the weeks
 * about.
 */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .constantFrom('2026-03-06', '2026-03-27', '2026-10-02', '2026-10-23', '2028-02-25')
  .chain((text) => {
    const startsOn = on(text)
    const day = (min: number, max: number) =>
      fc.integer({ min, max }).map((days) => addDays(startsOn, days))
    const task = fc.record({
      dueOn: day(-10, 16),
      status: fc.constantFrom('open' as const, 'started' as const, 'blocked' as const),
      responsibleId: fc.constantFrom('ana', 'ben', 'cleo', 'dan', null),
      launchedOn: fc.option(day(-30, -1)),
    })
    return fc.record({
      startsOn: fc.constant(startsOn),
      calendar: fc.record({
        timeZone: fc.constantFrom(...zones),
        workingDays: week,
        holidays: fc.array(day(-5, 15), { maxLength: 4 }),
      }),
      policy,
      people,
      tasks: fc
        .array(task, { minLength: 1, maxLength: 8 })
        .map((list) =>
          list.map((each, index) => aTask({ ...each, id: `t${index}`, action: `Action ${index}` })),
        ),
      plans: fc.option(day(-30, -8)).map((launchedOn) => [aPlan({ launchedOn })]),
    })
  })
