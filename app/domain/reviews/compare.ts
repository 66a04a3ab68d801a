/**
 * Two reviews beside each other: per plan that both saw, every metric then and now. Which one is
 * "then" is decided by when it was taken, not by the order of the arguments.
 *
 *     compareSnapshots(august, november).plans[0].rows[0]
 *     // { id: 'done-percent', label: 'Done', format: 'percent', then: 20, now: 62, change: 42, direction: 'better' }
 */
import {
  metricIds,
  metrics,
  type Metric,
  type MetricFormat,
  type MetricId,
} from '~/domain/progress/catalog'
import type { PlanStatus } from '~/domain/progress/plan-status'
import type { PlanSnapshot, ReviewSnapshot } from '~/domain/reviews/snapshot'

export interface ComparedMetric {
  id: MetricId
  label: string
  format: MetricFormat
  /** Null where that review has no such number. */
  then: number | null
  now: number | null
  /** now − then, null unless both are there. */
  change: number | null
  /** Null where there is no change to judge, or neither way is better. */
  direction: 'better' | 'worse' | 'same' | null
}

export interface ComparedPlan {
  planId: string
  /** As the later review calls it. */
  title: string
  statusThen: PlanStatus
  statusNow: PlanStatus
  rows: ComparedMetric[]
}

export interface ReviewComparison {
  then: ReviewSnapshot
  now: ReviewSnapshot
  /** Plans of both reviews, in the order of the later one. */
  plans: ComparedPlan[]
  onlyThen: PlanSnapshot[]
  onlyNow: PlanSnapshot[]
}

export function compareSnapshots(a: ReviewSnapshot, b: ReviewSnapshot): ReviewComparison {
  const [then, now] = Date.parse(a.takenAt) <= Date.parse(b.takenAt) ? [a, b] : [b, a]
  const before = new Map(then.plans.map((plan) => [plan.planId, plan]))
  const after = new Set(now.plans.map((plan) => plan.planId))
  return {
    then,
    now,
    plans: now.plans.flatMap((plan) => {
      const earlier = before.get(plan.planId)
      return earlier ? [comparePlan(earlier, plan)] : []
    }),
    onlyThen: then.plans.filter((plan) => !after.has(plan.planId)),
    onlyNow: now.plans.filter((plan) => !before.has(plan.planId)),
  }
}

function comparePlan(then: PlanSnapshot, now: PlanSnapshot): ComparedPlan {
  return {
    planId: now.planId,
    title: now.title,
    statusThen: then.status,
    statusNow: now.status,
    rows: metricIds.map((id) =>
      compareMetric(metrics[id], then.numbers[id] ?? null, now.numbers[id] ?? null),
    ),
  }
}

function compareMetric(metric: Metric, then: number | null, now: number | null): ComparedMetric {
  const change = then === null || now === null ? null : now - then
  return {
    id: metric.id,
    label: metric.label,
    format: metric.format,
    then,
    now,
    change,
    direction: directionOf(change, metric.betterWhen),
  }
}

function directionOf(
  change: number | null,
  betterWhen: Metric['betterWhen'],
): ComparedMetric['direction'] {
  if (change === null || betterWhen === null) return null
  if (change === 0) return 'same'
  return change > 0 === (betterWhen === 'higher') ? 'better' : 'worse'
}
