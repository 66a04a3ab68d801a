/**
 * The manager's weekly look at every running plan: how many tasks are done, and the lists of those
 * that are overdue, blocked or nobody's. It falls on the policy's weekday, or on the first working
 * day after it when that is a day off.
 *
 *     summaryOn(policy, calendarDate('2026-12-30'), calendar) // '2026-12-28', that week's Monday
 */
import { type CalendarDate, compareDates, daysBetween } from '~/domain/calendar/calendar-date'
import { type WorkingCalendar, workingDayOnOrAfter } from '~/domain/calendar/working-calendar'
import {
  latestWeekdayOnOrBefore,
  type RemindableTask,
  type ReminderPolicy,
} from '~/domain/reminders/policy'

/** Tasks that one list of a summary names; `total` counts them all. */
const namedTasks = 20

/** Counts of one running plan; cancelled tasks are in neither. */
export interface PlanCounts {
  readonly planId: string
  readonly title: string
  /** Null while the plan is a draft. */
  readonly launchedOn: CalendarDate | null
  readonly total: number
  readonly done: number
}

export interface PlanLine {
  readonly planId: string
  readonly title: string
  readonly total: number
  readonly done: number
  readonly overdue: number
  readonly blocked: number
  readonly unowned: number
}

export interface SummaryTask {
  readonly taskId: string
  readonly planId: string
  readonly action: string
  readonly dueOn: CalendarDate
  /** Positive when late, else zero. */
  readonly daysLate: number
  readonly responsibleId: string | null
}

export interface SummaryList {
  readonly total: number
  /** The first twenty, the earliest due first. */
  readonly tasks: readonly SummaryTask[]
}

export interface ManagerSummary {
  readonly plans: readonly PlanLine[]
  readonly overdue: SummaryList
  readonly blocked: SummaryList
  /** Tasks with nobody responsible, or somebody who is deactivated. */
  readonly unowned: SummaryList
}

/**
 * The latest summary day not after `today`, which must be a working day; null when none is in
 * reach.
 */
export function summaryOn(
  policy: Pick<ReminderPolicy, 'managerSummaryWeekday'>,
  today: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate | null {
  const occursOn = latestWeekdayOnOrBefore(today, policy.managerSummaryWeekday)
  return workingDayOnOrAfter(calendar, occursOn)
}

/**
 * Whether a manager's summary is due: its day has come, no digest was made since (a digest of that
 * day carries it), and some unfinished plan was running before it. A missed one is caught up once;
 * somebody who has had no digest yet gets the last one as a first look.
 */
export function isSummaryDue(
  plans: readonly PlanCounts[],
  scheduledOn: CalendarDate | null,
  lastDigestOn: CalendarDate | null,
): boolean {
  if (scheduledOn === null) return false
  if (lastDigestOn !== null && lastDigestOn >= scheduledOn) return false
  return plans.some(
    (plan) => isUnfinished(plan) && plan.launchedOn !== null && plan.launchedOn < scheduledOn,
  )
}

/** The summary as of `today`. `tasks` are all unfinished tasks of the running plans. */
export function buildManagerSummary(
  today: CalendarDate,
  plans: readonly PlanCounts[],
  tasks: readonly RemindableTask[],
  deactivatedIds: ReadonlySet<string>,
): ManagerSummary {
  const running = plans.filter((plan) => plan.launchedOn !== null && isUnfinished(plan))
  const ids = new Set(running.map(({ planId }) => planId))
  const open = tasks.filter(
    ({ planId, status }) => ids.has(planId) && status !== 'done' && status !== 'cancelled',
  )
  const overdue = open.filter(({ dueOn }) => dueOn < today)
  const blocked = open.filter(({ status }) => status === 'blocked')
  const unowned = open.filter(
    ({ responsibleId }) => responsibleId === null || deactivatedIds.has(responsibleId),
  )
  return {
    plans: running.map(({ planId, title, total, done }) => {
      const count = (list: readonly RemindableTask[]) =>
        list.filter((task) => task.planId === planId).length
      return {
        ...{ planId, title, total, done },
        overdue: count(overdue),
        blocked: count(blocked),
        unowned: count(unowned),
      }
    }),
    overdue: listOf(overdue, today),
    blocked: listOf(blocked, today),
    unowned: listOf(unowned, today),
  }
}

function isUnfinished(plan: PlanCounts): boolean {
  return plan.done < plan.total
}

function listOf(tasks: readonly RemindableTask[], today: CalendarDate): SummaryList {
  const first = [...tasks].sort(byDueDate).slice(0, namedTasks)
  return {
    total: tasks.length,
    tasks: first.map(({ id, planId, action, dueOn, responsibleId }) => ({
      ...{ taskId: id, planId, action, dueOn, responsibleId },
      daysLate: Math.max(0, daysBetween(dueOn, today)),
    })),
  }
}

/** For `sort`: the earliest due first, then by action and id so that the order never wavers. */
export function byDueDate(
  a: Pick<RemindableTask, 'id' | 'dueOn' | 'action'>,
  b: Pick<RemindableTask, 'id' | 'dueOn' | 'action'>,
): number {
  return (
    compareDates(a.dueOn, b.dueOn) || compareText(a.action, b.action) || compareText(a.id, b.id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
