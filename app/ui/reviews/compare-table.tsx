import { formatDay } from '~/domain/calendar/format-date'
import { formatMetric } from '~/domain/progress/catalog'
import type { ComparedMetric, ComparedPlan, ReviewComparison } from '~/domain/reviews/compare'
import { PlanStatusBadge } from '../plans/plan-status-badge'
import { Badge, type Tone } from '../primitives/badge'
import { DataTable } from '../primitives/data-table'
import { EmptyState } from '../primitives/empty-state'
import { Icon, type IconName } from '../primitives/icon'

/** Two reviews beside each other: per plan every number then and now, and whether that is better. */
export function CompareTable({ comparison }: { comparison: ReviewComparison }) {
  const { then, now, plans, onlyThen, onlyNow } = comparison
  const days = {
    then: formatDay(then.takenOn, now.takenOn),
    now: formatDay(now.takenOn, now.takenOn),
  }
  return (
    <div className="space-y-6">
      {plans.length === 0 ? (
        <EmptyState title="No plan in common" icon="review" level={3}>
          The two reviews looked at different plans, so there is nothing to compare.
        </EmptyState>
      ) : null}
      {plans.map((plan) => (
        <PlanComparison key={plan.planId} plan={plan} days={days} />
      ))}
      <OnlyIn day={days.then} titles={onlyThen.map((plan) => plan.title)} />
      <OnlyIn day={days.now} titles={onlyNow.map((plan) => plan.title)} />
    </div>
  )
}

function PlanComparison({
  plan,
  days,
}: {
  plan: ComparedPlan
  days: { then: string; now: string }
}) {
  return (
    <article className="card">
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-3 py-3">
        <h3 className="min-w-0 flex-1 basis-48 font-semibold">{plan.title}</h3>
        <p className="flex items-center gap-2">
          <PlanStatusBadge status={plan.statusThen} />
          <Icon name="arrow-right" className="text-muted" />
          <span className="sr-only">then</span>
          <PlanStatusBadge status={plan.statusNow} />
        </p>
      </header>
      <DataTable
        caption={`${plan.title}: ${days.then} and ${days.now}`}
        columns={[
          { key: 'metric', header: 'Number', cell: (row) => row.label },
          {
            key: 'then',
            header: days.then,
            align: 'end',
            isTight: true,
            cell: (row) => formatMetric(row.format, row.then),
          },
          {
            key: 'now',
            header: days.now,
            align: 'end',
            isTight: true,
            cell: (row) => <strong>{formatMetric(row.format, row.now)}</strong>,
          },
          {
            key: 'change',
            header: 'Change',
            align: 'end',
            isTight: true,
            cell: (row) => <Change row={row} />,
          },
        ]}
        rows={plan.rows}
        rowKey={(row) => row.id}
        isCompact
      />
    </article>
  )
}

const directionLook: Record<'better' | 'worse', { tone: Tone; icon: IconName; word: string }> = {
  better: { tone: 'good', icon: 'check-circle', word: 'better' },
  worse: { tone: 'bad', icon: 'alert', word: 'worse' },
}

function Change({ row }: { row: ComparedMetric }) {
  if (row.change === null) return <span className="text-muted">–</span>
  if (row.change === 0) return <span className="text-muted">no change</span>
  const sign = row.change > 0 ? '+' : '−'
  const unit = row.format === 'percent' ? 'points' : row.format
  const text = `${sign}${formatMetric(unit, Math.abs(row.change))}`
  if (row.direction !== 'better' && row.direction !== 'worse') return <span>{text}</span>
  const look = directionLook[row.direction]
  return (
    <span className="inline-flex items-center justify-end gap-2">
      {text}
      <Badge tone={look.tone} icon={look.icon}>
        {look.word}
      </Badge>
    </span>
  )
}

function OnlyIn({ day, titles }: { day: string; titles: readonly string[] }) {
  if (titles.length === 0) return null
  return (
    <p className="text-muted">
      Only in the review of {day}: {titles.join(', ')}.
    </p>
  )
}
