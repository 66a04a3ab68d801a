/**
 * How far a plan is, by today: from counted rows to the numbers of the dashboard, of a review's
 * frozen snapshot and of every export. Cancelled tasks count nowhere but in `cancelled`.
 *
 *     planProgress({ rows: [{ status: 'done', dueOn: '2026-11-20', count: 3, … },
 *                           { status: 'open', dueOn: '2026-11-20', count: 1, … }],
 *                    today: '2026-11-23', startsOn: '2026-11-02', ownerRoleName: () => 'HR' })
 *     // total 4, done 3, donePercent 75, expectedPercent 100, overdue 1, oldestOverdueDays 3
 */
import {
  addDays,
  compareDates,
  daysBetween,
  maxDate,
  type CalendarDate,
} from '~/domain/calendar/calendar-date'
import { trackLabel, tracks } from '~/domain/shared/vocabulary'
import { isOverdue, isUnfinished, percent, type TaskCount } from '~/domain/progress/task-count'

/** The numbers of a set of tasks; percentages are whole, rounded down, null without tasks. */
export interface ProgressNumbers {
  /** Tasks that are to be done: all but the cancelled ones. */
  total: number
  done: number
  blocked: number
  /** Unfinished and due before today. */
  overdue: number
  donePercent: number | null
  /** The part due by the end of today, done or not. */
  expectedPercent: number | null
}

/** The numbers of one track or owner role; `key` is its value or id, null for tasks without one. */
export interface ProgressPart extends ProgressNumbers {
  key: string | null
  label: string
}

export interface PlanProgress extends ProgressNumbers {
  today: CalendarDate
  startsOn: CalendarDate
  /** The last due date, or null without tasks. */
  endsOn: CalendarDate | null
  cancelled: number
  /** Days the longest overdue task is late; 0 when none is. */
  oldestOverdueDays: number
  /** Unfinished tasks due from today to the thirteenth day after it. */
  dueNextTwoWeeks: number
  byTrack: ProgressPart[]
  byOwnerRole: ProgressPart[]
}

/** The rows have to be of one plan (`taskCountsByPlan`). */
export function planProgress(input: {
  rows: readonly TaskCount[]
  today: CalendarDate
  startsOn: CalendarDate
  ownerRoleName: (ownerRoleId: string) => string
}): PlanProgress {
  const { today, startsOn } = input
  const rows = input.rows.filter((row) => row.status !== 'cancelled')
  const overdueDays = rows
    .filter((row) => row.count > 0 && isOverdue(row, today))
    .map((row) => daysBetween(row.dueOn, today))
  return {
    today,
    startsOn,
    endsOn: lastDueDate(rows),
    ...progressNumbers(rows, today),
    cancelled: countOf(input.rows, (row) => row.status === 'cancelled'),
    oldestOverdueDays: overdueDays.reduce((most, days) => Math.max(most, days), 0),
    dueNextTwoWeeks: countOf(rows, (row) => isUnfinished(row) && isWithinTwoWeeks(row, today)),
    byTrack: partsByTrack(rows, today),
    byOwnerRole: partsByOwnerRole(rows, today, input.ownerRoleName),
  }
}

function progressNumbers(rows: readonly TaskCount[], today: CalendarDate): ProgressNumbers {
  const total = countOf(rows, () => true)
  const done = countOf(rows, (row) => row.status === 'done')
  const expected = countOf(rows, (row) => compareDates(row.dueOn, today) <= 0)
  return {
    total,
    done,
    blocked: countOf(rows, (row) => row.status === 'blocked'),
    overdue: countOf(rows, (row) => isOverdue(row, today)),
    donePercent: percent(done, total),
    expectedPercent: percent(expected, total),
  }
}

/** In the order of the tracks, without empty ones; tasks without a track come last. */
function partsByTrack(rows: readonly TaskCount[], today: CalendarDate): ProgressPart[] {
  return [...tracks, null].flatMap((track) => {
    const own = rows.filter((row) => row.track === track)
    const label = track === null ? 'No track' : trackLabel[track]
    return own.length > 0 ? [{ key: track, label, ...progressNumbers(own, today) }] : []
  })
}

/** By name; tasks without an owner role come last. */
function partsByOwnerRole(
  rows: readonly TaskCount[],
  today: CalendarDate,
  nameOf: (ownerRoleId: string) => string,
): ProgressPart[] {
  const byRole = new Map<string | null, TaskCount[]>()
  for (const row of rows) {
    byRole.set(row.ownerRoleId, [...(byRole.get(row.ownerRoleId) ?? []), row])
  }
  return [...byRole]
    .map(([key, own]) => ({
      key,
      label: key === null ? 'No owner role' : nameOf(key),
      ...progressNumbers(own, today),
    }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) || a.label.localeCompare(b.label, 'en'),
    )
}

const isWithinTwoWeeks = (row: TaskCount, today: CalendarDate) =>
  compareDates(row.dueOn, today) >= 0 && compareDates(row.dueOn, addDays(today, 14)) < 0

function countOf(rows: readonly TaskCount[], keep: (row: TaskCount) => boolean): number {
  return rows.reduce((sum, row) => sum + (keep(row) ? row.count : 0), 0)
}

function lastDueDate(rows: readonly TaskCount[]): CalendarDate | null {
  return rows.reduce<CalendarDate | null>(
    (last, row) => (last === null ? row.dueOn : maxDate(last, row.dueOn)),
    null,
  )
}
