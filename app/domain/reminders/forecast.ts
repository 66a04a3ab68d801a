/**
 * The mail that a launch and the days after it will send if nobody does anything: what a manager
 * sees before the launch button. It plays the sweep itself forward from the launch, so what is
 * listed is what is sent.
 *
 *     forecastMail({ tasks, people, plans, policy, calendar, organisationZone, from, days: 30, launchAt })
 *     // [{ onDate: '2026-11-02', sendAt: 2026-11-02T09:30:00.000Z, personId: 'p1',
 *     //    subject: '4 new tasks from Phishing plan', lines: [{ kind: 'assignment', taskId: 't1' }, …] }, …]
 */
import {
  addDays,
  type CalendarDate,
  calendarDateAt,
  instantAt,
} from '~/domain/calendar/calendar-date'
import { isWorkingDay, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import type { TaskSectionKind } from '~/domain/reminders/digest'
import type { PlanCounts } from '~/domain/reminders/manager-summary'
import type { RemindableTask, ReminderPolicy } from '~/domain/reminders/policy'
import {
  applySweep,
  calendarOf,
  planSweep,
  type SweepDigest,
  type SweepPerson,
  type SweepState,
  type WaitingAssignment,
} from '~/domain/reminders/sweep'

export interface ForecastInput {
  /**
   * Tasks with `launchedOn: null` are those the launch gives out; the organisation's other unfinished
   * tasks belong here too, because their reminders travel in the same emails.
   */
  readonly tasks: readonly RemindableTask[]
  readonly people: readonly SweepPerson[]
  /** The running plans and, with `launchedOn: null`, the one that is launched. */
  readonly plans: readonly PlanCounts[]
  /** Assignments that wait already. */
  readonly waitingAssignments?: readonly WaitingAssignment[]
  readonly policy: ReminderPolicy
  readonly calendar: WorkingCalendar
  readonly organisationZone: string
  /** The day of the launch by the organisation's clock. */
  readonly from: CalendarDate
  /** Days after `from` that are looked at. */
  readonly days: number
  readonly launchAt: Date
}

export interface ForecastLine {
  readonly kind: TaskSectionKind | 'summary'
  /** Null for the manager's summary. */
  readonly taskId: string | null
}

export interface ForecastMail {
  readonly onDate: CalendarDate
  /** The instant its slot opens, or the launch when the slot is open then. */
  readonly sendAt: Date
  readonly personId: string
  readonly subject: string
  readonly lines: readonly ForecastLine[]
}

/** Every digest from the launch to `days` days after `from`, in the order of sending. */
export function forecastMail(input: ForecastInput): ForecastMail[] {
  const { policy, calendar, organisationZone, launchAt } = input
  const organisation = { timeZone: organisationZone, calendar }
  const launchedOn = calendarDateAt(launchAt, organisationZone)
  const planSummaries = input.plans.map((plan) => ({
    ...plan,
    launchedOn: plan.launchedOn ?? launchedOn,
  }))
  const lastOn = addDays(input.from, input.days)
  const mails: ForecastMail[] = []
  let state = launch(input, launchedOn)
  for (const now of sweepInstants(input, lastOn)) {
    const result = planSweep({ ...state, now, organisation, policy, planSummaries })
    state = applySweep(state, result)
    for (const digest of result.digests) {
      if (digest.onDate <= lastOn) mails.push(mailOf(digest, now))
    }
  }
  return mails
}

/** What the launch changes: draft tasks run from that day, and each waits to be announced. */
function launch(input: ForecastInput, launchedOn: CalendarDate): SweepState {
  const given = input.tasks.filter((task) => task.launchedOn === null)
  const announced = given.flatMap(({ id, responsibleId, status }) =>
    responsibleId === null
      ? []
      : [{ ledgerId: `launch/${id}`, personId: responsibleId, taskId: id, taskStatus: status }],
  )
  return {
    people: input.people,
    tasks: input.tasks.map((task) => (task.launchedOn === null ? { ...task, launchedOn } : task)),
    waitingAssignments: [...(input.waitingAssignments ?? []), ...announced],
  }
}

/**
 * The launch and every opening of somebody's slot after it; between these no sweep finds anything
 * new.
 */
function sweepInstants(input: ForecastInput, lastOn: CalendarDate): Date[] {
  const { people, calendar, policy, organisationZone, launchAt } = input
  const zones = new Set([organisationZone, ...people.flatMap(({ timeZone }) => timeZone ?? [])])
  const calendars = [calendar, ...people.map((person) => calendarOf(person, calendar))]
  const instants = new Set([launchAt.getTime()])
  // A zone far to the west or east is a day away from `from` at the launch.
  for (let date = addDays(input.from, -1); date <= lastOn; date = addDays(date, 1)) {
    if (!calendars.some((each) => isWorkingDay(each, date))) continue
    for (const zone of zones) {
      const opensAt = instantAt(date, policy.sendAt, zone).getTime()
      if (opensAt > launchAt.getTime()) instants.add(opensAt)
    }
  }
  return [...instants].sort((a, b) => a - b).map((instant) => new Date(instant))
}

function mailOf({ onDate, personId, subject, sections }: SweepDigest, sendAt: Date): ForecastMail {
  const lines = sections.flatMap((section): ForecastLine[] =>
    section.kind === 'summary'
      ? [{ kind: 'summary', taskId: null }]
      : section.items.map(({ taskId }) => ({ kind: section.kind, taskId })),
  )
  return { onDate, sendAt, personId, subject, lines }
}
