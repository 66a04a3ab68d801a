/**
 * "My tasks": what waits for one person, in the four heaps people think in. "This week" lasts until
 * Sunday, the last day of the ISO week, whatever day it is; its note names the last working day.
 *
 *     groupMyTasks(tasks, calendarDate('2026-11-25'), calendar).map((group) => group.label)
 *     // ['Overdue', 'Today', 'This week', 'Later'], without the empty ones
 */
import {
  addDays,
  compareDates,
  isoWeekday,
  type CalendarDate,
} from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import { workingDayOnOrBefore, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import type { Priority, Stage, TaskStatus, Track } from '~/domain/shared/vocabulary'

/** A task as lists show it. */
export interface TaskListItem {
  id: string
  reference: number
  action: string
  outcome: string | null
  dueOn: CalendarDate
  status: TaskStatus
  priority: Priority | null
  track: Track | null
  horizonDays: number | null
  stage: Stage
  planId: string
  planTitle: string
  ownerRoleName: string | null
  responsibleName: string | null
}

export const myTasksGroupKeys = ['overdue', 'today', 'this-week', 'later'] as const
export type MyTasksGroupKey = (typeof myTasksGroupKeys)[number]
export const myTasksGroupLabel: Record<MyTasksGroupKey, string> = {
  overdue: 'Overdue',
  today: 'Today',
  'this-week': 'This week',
  later: 'Later',
}

export interface MyTasksGroup<T> {
  key: MyTasksGroupKey
  label: string
  /** What the label leaves open, such as "until Fri 27 Nov". */
  note: string | null
  tasks: T[]
}

/** The Sunday that ends the ISO week of `date`. */
export const lastDayOfWeek = (date: CalendarDate): CalendarDate =>
  addDays(date, 7 - isoWeekday(date))

/** The heap a task due on `dueOn` lies in, for counting in the database with the same bounds. */
export function myTasksGroupOf(dueOn: CalendarDate, today: CalendarDate): MyTasksGroupKey {
  if (compareDates(dueOn, today) < 0) return 'overdue'
  if (compareDates(dueOn, today) === 0) return 'today'
  return compareDates(dueOn, lastDayOfWeek(today)) <= 0 ? 'this-week' : 'later'
}

/** The non-empty heaps in order; within one, the earliest due first, then by number. */
export function groupMyTasks<T extends Pick<TaskListItem, 'dueOn' | 'reference'>>(
  tasks: readonly T[],
  today: CalendarDate,
  calendar: WorkingCalendar,
): MyTasksGroup<T>[] {
  const sorted = [...tasks].sort(
    (a, b) => compareDates(a.dueOn, b.dueOn) || a.reference - b.reference,
  )
  const heaps = new Map<MyTasksGroupKey, T[]>(myTasksGroupKeys.map((key) => [key, []]))
  for (const task of sorted) heaps.get(myTasksGroupOf(task.dueOn, today))?.push(task)
  return [...heaps]
    .filter(([, heap]) => heap.length > 0)
    .map(([key, heap]) => ({
      key,
      label: myTasksGroupLabel[key],
      note: key === 'this-week' ? weekNote(today, calendar) : null,
      tasks: heap,
    }))
}

function weekNote(today: CalendarDate, calendar: WorkingCalendar): string | null {
  const last = workingDayOnOrBefore(calendar, lastDayOfWeek(today))
  return last && compareDates(last, today) > 0 ? `until ${formatDay(last, today)}` : null
}
