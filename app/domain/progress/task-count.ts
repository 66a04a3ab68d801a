/**
 * What every number about a plan is made from: one row per distinct combination, counted by the
 * database, so a plan of 5,000 tasks costs as much as one of fifty. And the one way percentages are
 * rounded.
 *
 *     percent(199, 200) // 99: 100 is shown only when everything is done
 *     percent(0, 0)     // null: nothing to do has no percentage
 */
import { compareDates, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { TaskStatus, Track } from '~/domain/shared/vocabulary'

/** `count` tasks of a plan that share all the other columns. */
export interface TaskCount {
  planId: string
  track: Track | null
  ownerRoleId: string | null
  status: TaskStatus
  dueOn: CalendarDate
  count: number
}

/** Tasks of a plan that are done today, counted by the organisation's day on which they were completed. */
export interface CompletedCount {
  date: CalendarDate
  count: number
}

/** Whole percent, rounded down; null when there is nothing to take a part of. */
export function percent(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part * 100) / whole) : null
}

/** The rows apart by plan, for a page that fetched several plans in one query. */
export function taskCountsByPlan(rows: readonly TaskCount[]): Map<string, TaskCount[]> {
  const plans = new Map<string, TaskCount[]>()
  for (const row of rows) {
    const plan = plans.get(row.planId)
    if (plan) plan.push(row)
    else plans.set(row.planId, [row])
  }
  return plans
}

export const isUnfinished = (row: Pick<TaskCount, 'status'>): boolean =>
  row.status !== 'done' && row.status !== 'cancelled'

/** Late is from the day after the due date. */
export const isOverdue = (row: Pick<TaskCount, 'status' | 'dueOn'>, today: CalendarDate): boolean =>
  isUnfinished(row) && compareDates(row.dueOn, today) < 0
