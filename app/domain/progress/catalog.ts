/**
 * Every number a plan is judged by, once: the dashboard, the review snapshot and the exports read
 * this list, so a metric has one name, one explanation and one way to be computed.
 *
 *     metrics['done-percent'].value(progress)              // 62
 *     formatMetric('percent', 62)                          // '62%'
 */
import type { PlanProgress } from '~/domain/progress/plan-progress'
import { pointsBehind } from '~/domain/progress/plan-status'

export const metricIds = [
  'done-percent',
  'expected-percent',
  'points-behind',
  'total',
  'done',
  'overdue',
  'oldest-overdue-days',
  'blocked',
  'due-next-two-weeks',
  'cancelled',
] as const
export type MetricId = (typeof metricIds)[number]

export type MetricFormat = 'percent' | 'points' | 'count' | 'days'

export interface Metric {
  id: MetricId
  label: string
  /** What is counted, for whoever reads the number for the first time. */
  explanation: string
  format: MetricFormat
  /** Which way is better; null where neither is. */
  betterWhen: 'higher' | 'lower' | null
  /** Null where a plan without tasks has no such number. */
  value: (progress: PlanProgress) => number | null
}

export const metrics = {
  'done-percent': {
    id: 'done-percent',
    label: 'Done',
    explanation: 'Tasks done, out of all that are not cancelled, rounded down.',
    format: 'percent',
    betterWhen: 'higher',
    value: (progress) => progress.donePercent,
  },
  'expected-percent': {
    id: 'expected-percent',
    label: 'Expected by today',
    explanation: 'Tasks whose due date is today or earlier, done or not, rounded down.',
    format: 'percent',
    betterWhen: null,
    value: (progress) => progress.expectedPercent,
  },
  'points-behind': {
    id: 'points-behind',
    label: 'Behind',
    explanation: 'Percentage points by which "done" is lower than "expected by today".',
    format: 'points',
    betterWhen: 'lower',
    value: (progress) => (progress.total === 0 ? null : pointsBehind(progress)),
  },
  total: {
    id: 'total',
    label: 'Tasks',
    explanation: 'All tasks of the plan that are not cancelled.',
    format: 'count',
    betterWhen: null,
    value: (progress) => progress.total,
  },
  done: {
    id: 'done',
    label: 'Tasks done',
    explanation: 'Tasks that somebody completed.',
    format: 'count',
    betterWhen: 'higher',
    value: (progress) => progress.done,
  },
  overdue: {
    id: 'overdue',
    label: 'Overdue',
    explanation: 'Unfinished tasks whose due date was before today.',
    format: 'count',
    betterWhen: 'lower',
    value: (progress) => progress.overdue,
  },
  'oldest-overdue-days': {
    id: 'oldest-overdue-days',
    label: 'Longest overdue',
    explanation: 'Days since the due date of the task that is overdue for the longest time.',
    format: 'days',
    betterWhen: 'lower',
    value: (progress) => progress.oldestOverdueDays,
  },
  blocked: {
    id: 'blocked',
    label: 'Blocked',
    explanation: 'Tasks that somebody marked as blocked, with a reason.',
    format: 'count',
    betterWhen: 'lower',
    value: (progress) => progress.blocked,
  },
  'due-next-two-weeks': {
    id: 'due-next-two-weeks',
    label: 'Due in two weeks',
    explanation: 'Unfinished tasks due today or on one of the thirteen days after it.',
    format: 'count',
    betterWhen: null,
    value: (progress) => progress.dueNextTwoWeeks,
  },
  cancelled: {
    id: 'cancelled',
    label: 'Cancelled',
    explanation: 'Tasks taken out of the plan with a reason; they count nowhere else.',
    format: 'count',
    betterWhen: null,
    value: (progress) => progress.cancelled,
  },
} as const satisfies Record<MetricId, Metric>

/** A number with its unit as people read it; an en dash where there is none. */
export function formatMetric(format: MetricFormat, value: number | null): string {
  if (value === null) return '–'
  if (format === 'percent') return `${value}%`
  if (format === 'count') return value.toLocaleString('en')
  const unit = format === 'days' ? 'day' : 'point'
  return `${value.toLocaleString('en')} ${unit}${Math.abs(value) === 1 ? '' : 's'}`
}
