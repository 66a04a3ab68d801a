/**
 * When a task is worth a message. A policy gives every task a list of notice dates around its due
 * date: some days before it, the day itself, the day after, and then certain weekdays for as long as
 * it is late. Notices before the due date that fall on a day off move to the working day before, so
 * that they are never late; overdue notices move to the working day after.
 *
 * A task gets at most one reminder at a time: the latest notice date that has come, if nothing was
 * written about the task on or after it. Days on which nothing could be sent are thereby caught up
 * once, in the words of today.
 *
 *     // Due on Fri 18 Dec, launched on 1 Dec, nothing sent so far, today is Tue 15 Dec:
 *     remindersFor(task, defaultReminderPolicy, calendarDate('2026-12-15'), calendar)
 *     // [{ kind: 'due-soon', daysLeft: 3, onDate: '2026-12-15', scheduledOn: '2026-12-15', hold: null, … }]
 */
import { z } from 'zod'
import {
  addDays,
  type CalendarDate,
  daysBetween,
  type IsoWeekday,
  isoWeekday,
} from '~/domain/calendar/calendar-date'
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '~/domain/calendar/working-calendar'
import { type Hold, holdFor } from '~/domain/reminders/hold'
import type { TaskStatus } from '~/domain/shared/vocabulary'

const weekday = z.union(
  [1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as IsoWeekday)),
  'Choose a day of the week.',
)

/**
 * What an organisation decides about reminders; weekdays by ISO 8601, times by the recipient's
 * clock.
 */
export const ReminderPolicy = z.object({
  /** Days before the due date, each from 1 to 60; kept from the farthest to the nearest. */
  dueSoonDays: z
    .array(z.number().int().min(1).max(60))
    .max(10)
    .transform((days) => [...new Set(days)].sort((a, b) => b - a)),
  onDueDay: z.boolean(),
  overdueNextDay: z.boolean(),
  /** The weekdays on which a late task is mentioned again. */
  overdueWeekdays: z.array(weekday).transform((days) => [...new Set(days)].sort((a, b) => a - b)),
  /** HH:mm, by the clock of the recipient. */
  sendAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day, such as 08:00.'),
  managerSummaryWeekday: weekday,
})
export type ReminderPolicy = z.infer<typeof ReminderPolicy>

export const defaultReminderPolicy: ReminderPolicy = {
  dueSoonDays: [7, 3, 1],
  onDueDay: true,
  overdueNextDay: true,
  overdueWeekdays: [1, 4],
  sendAt: '08:00',
  managerSummaryWeekday: 1,
}

export interface RemindableTask {
  readonly id: string
  readonly planId: string
  readonly action: string
  readonly dueOn: CalendarDate
  readonly status: TaskStatus
  readonly responsibleId: string | null
  /** The day of the launch by the organisation's clock; null while the plan is a draft. */
  readonly launchedOn: CalendarDate | null
  /** The last day a reminder about the task was written into the ledger, sent or held back. */
  readonly lastNoticeOn: CalendarDate | null
}

export const reminderKinds = ['due-soon', 'due-today', 'overdue'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export interface Reminder {
  /** By the state of today, whatever notice date it answers. */
  readonly kind: ReminderKind
  readonly taskId: string
  readonly personId: string | null
  /** The day it goes out. */
  readonly onDate: CalendarDate
  /** The notice date it answers: `onDate`, or an earlier one that is being caught up. */
  readonly scheduledOn: CalendarDate
  /** Negative when the task is late. */
  readonly daysLeft: number
  /** Why it must not be sent; null when it may. */
  readonly hold: Hold | null
}

/**
 * The reminders that fall on `today` for one task: none or one. Same input, same answer; sending is
 * someone else's job. Nothing falls on a day off, nothing before the launch, and nothing is ever
 * said about a task that is done or cancelled.
 */
export function remindersFor(
  task: RemindableTask,
  policy: ReminderPolicy,
  today: CalendarDate,
  calendar: WorkingCalendar,
): Reminder[] {
  if (task.status === 'done' || task.status === 'cancelled') return []
  if (task.launchedOn === null || !isWorkingDay(calendar, today)) return []
  const scheduledOn = latestNoticeOn(task.dueOn, policy, today, calendar)
  if (scheduledOn === null || scheduledOn < task.launchedOn) return []
  if (task.lastNoticeOn !== null && scheduledOn <= task.lastNoticeOn) return []
  const daysLeft = daysBetween(today, task.dueOn)
  return [
    {
      kind: daysLeft > 0 ? 'due-soon' : daysLeft === 0 ? 'due-today' : 'overdue',
      taskId: task.id,
      personId: task.responsibleId,
      onDate: today,
      scheduledOn,
      daysLeft,
      hold: holdOf(task),
    },
  ]
}

function holdOf(task: RemindableTask): Hold | null {
  if (task.responsibleId === null) return holdFor('nobody-responsible')
  return task.status === 'blocked' ? holdFor('task-blocked') : null
}

/**
 * The latest notice date not after `today`, which must be a working day: that makes every overdue
 * date up to today land on today or before it, wherever days off move it.
 */
function latestNoticeOn(
  dueOn: CalendarDate,
  policy: ReminderPolicy,
  today: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate | null {
  const late = today > dueOn ? latestOverdueNoticeOn(dueOn, policy, today, calendar) : null
  if (late !== null) return late
  let latest: CalendarDate | null = null
  for (const days of policy.onDueDay ? [...policy.dueSoonDays, 0] : policy.dueSoonDays) {
    const noticeOn = workingDayOnOrBefore(calendar, addDays(dueOn, -days))
    if (noticeOn === null || noticeOn > today) continue
    if (latest === null || noticeOn > latest) latest = noticeOn
  }
  return latest
}

function latestOverdueNoticeOn(
  dueOn: CalendarDate,
  policy: ReminderPolicy,
  today: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate | null {
  let latest = policy.overdueNextDay ? workingDayOnOrAfter(calendar, addDays(dueOn, 1)) : null
  for (const day of policy.overdueWeekdays) {
    const occursOn = latestWeekdayOnOrBefore(today, day)
    if (occursOn <= dueOn) continue
    const noticeOn = workingDayOnOrAfter(calendar, occursOn)
    if (noticeOn !== null && (latest === null || noticeOn > latest)) latest = noticeOn
  }
  return latest
}

/** The latest day not after `date` that is the given weekday. */
export function latestWeekdayOnOrBefore(date: CalendarDate, day: IsoWeekday): CalendarDate {
  return addDays(date, -((isoWeekday(date) - day + 7) % 7))
}
