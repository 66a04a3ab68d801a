/**
 * The burn-up of a plan: tasks done, day by day, against the ideal line (what was due by that day)
 * and the scope (all tasks that are to be done). It runs from the plan's start to its last due date,
 * and on to today where work is left, in at most about 120 points.
 *
 *     burnUp({ rows: [{ dueOn: '2026-11-03', count: 2, … }], completedByDay: [{ date: '2026-11-02', count: 1 }],
 *              startsOn: '2026-11-02', today: '2026-11-02' })
 *     // [{ date: '2026-11-02', done: 1, ideal: 0, scope: 2 }, { date: '2026-11-03', done: null, ideal: 2, scope: 2 }]
 */
import {
  addDays,
  compareDates,
  daysBetween,
  maxDate,
  type CalendarDate,
} from '~/domain/calendar/calendar-date'
import type { CompletedCount, TaskCount } from '~/domain/progress/task-count'

export interface BurnUpPoint {
  date: CalendarDate
  /** Tasks completed up to the end of this day; null for days after today. */
  done: number | null
  /** Tasks due up to the end of this day. */
  ideal: number
  scope: number
}

/** Intervals between points at most; wide charts have no more pixels worth spending. */
const maxIntervals = 117

/**
 * The series of one plan, in order of date; empty without tasks. `completedByDay` counts the tasks
 * that are done today, so a reopened task has left the line.
 */
export function burnUp(input: {
  rows: readonly TaskCount[]
  completedByDay: readonly CompletedCount[]
  startsOn: CalendarDate
  today: CalendarDate
}): BurnUpPoint[] {
  const rows = input.rows.filter((row) => row.status !== 'cancelled' && row.count > 0)
  const scope = rows.reduce((sum, row) => sum + row.count, 0)
  if (scope === 0) return []
  const due = cumulative(rows.map((row) => ({ date: row.dueOn, count: row.count })))
  const done = cumulative(input.completedByDay)
  return sampleDates(input.startsOn, lastDate(input, rows), input.today).map((date) => ({
    date,
    done: compareDates(date, input.today) <= 0 ? done(date) : null,
    ideal: due(date),
    scope,
  }))
}

function lastDate(
  input: { completedByDay: readonly CompletedCount[]; startsOn: CalendarDate; today: CalendarDate },
  rows: readonly TaskCount[],
): CalendarDate {
  const planned = rows.reduce((last, row) => maxDate(last, row.dueOn), input.startsOn)
  const isWorkLeft = rows.some((row) => row.status !== 'done')
  if (isWorkLeft) return maxDate(planned, input.today)
  return input.completedByDay.reduce((last, day) => maxDate(last, day.date), planned)
}

/** Evenly spaced days from first to last, both of them and today always among them. */
function sampleDates(first: CalendarDate, last: CalendarDate, today: CalendarDate): CalendarDate[] {
  const days = daysBetween(first, last)
  const step = Math.max(1, Math.ceil(days / maxIntervals))
  const offsets = new Set([days])
  for (let offset = 0; offset < days; offset += step) offsets.add(offset)
  const todayOffset = daysBetween(first, today)
  if (todayOffset >= 0 && todayOffset <= days) offsets.add(todayOffset)
  return [...offsets].sort((a, b) => a - b).map((offset) => addDays(first, offset))
}

/** A function from a day to the sum of all counts up to and including it; for days asked in any order. */
function cumulative(counts: readonly CompletedCount[]): (date: CalendarDate) => number {
  const sorted = [...counts].sort((a, b) => compareDates(a.date, b.date))
  const sums: number[] = []
  for (const { count } of sorted) sums.push((sums.at(-1) ?? 0) + count)
  return (date) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = sorted[middle]
      if (at && compareDates(at.date, date) <= 0) low = middle + 1
      else high = middle
    }
    return sums[low - 1] ?? 0
  }
}
