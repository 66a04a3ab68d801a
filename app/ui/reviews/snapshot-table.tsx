import { formatDay } from '~/domain/calendar/format-date'
import { formatMetric, metricIds, metrics, type MetricId } from '~/domain/progress/catalog'
import type { PlanSnapshot, ReviewSnapshot } from '~/domain/reviews/snapshot'
import { PlanStatusBadge } from '../plans/plan-status-badge'
import { DataTable, type Column } from '../primitives/data-table'
import { DescriptionList } from '../primitives/description-list'
import { Disclosure } from '../primitives/disclosure'
import { EmptyState } from '../primitives/empty-state'

/** The numbers of one plan by metric; what a snapshot does not know is absent. */
export type MetricNumbers = Readonly<Record<string, number | null>>

interface SnapshotTableProps {
  snapshot: ReviewSnapshot
  /** The same plans as they stand now, by plan id, to show beside the frozen numbers. */
  now?: Readonly<Record<string, MetricNumbers>>
}

/** The frozen numbers of a review, plan by plan, beside today's where those are given. */
export function SnapshotTable({ snapshot, now }: SnapshotTableProps) {
  if (snapshot.plans.length === 0) {
    return (
      <EmptyState title="No plan was running" icon="plan" level={3}>
        When this review was opened there were no launched plans to count.
      </EmptyState>
    )
  }
  return (
    <div className="space-y-6">
      {snapshot.plans.map((plan) => (
        <PlanTable
          key={plan.planId}
          plan={plan}
          takenOn={snapshot.takenOn}
          now={now?.[plan.planId]}
        />
      ))}
      <Explanations />
    </div>
  )
}

interface Row {
  id: MetricId
  frozen: number | null
  now: number | null
}

interface PlanTableProps {
  plan: PlanSnapshot
  takenOn: ReviewSnapshot['takenOn']
  now: MetricNumbers | undefined
}

function PlanTable({ plan, takenOn, now }: PlanTableProps) {
  const rows = metricIds
    .filter((id) => plan.numbers[id] !== undefined)
    .map((id): Row => ({ id, frozen: plan.numbers[id] ?? null, now: now?.[id] ?? null }))
  const day = formatDay(takenOn, takenOn)
  const columns: Column<Row>[] = [
    { key: 'metric', header: 'Number', cell: (row) => metrics[row.id].label },
    {
      key: 'frozen',
      header: `On ${day}`,
      align: 'end',
      isTight: true,
      cell: (row) => <strong>{formatMetric(metrics[row.id].format, row.frozen)}</strong>,
    },
  ]
  if (now) {
    columns.push({
      key: 'now',
      header: 'Today',
      align: 'end',
      isTight: true,
      cell: (row) => formatMetric(metrics[row.id].format, row.now),
    })
  }
  return (
    <article className="card">
      <header className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 border-b border-line px-3 py-3">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="font-semibold">{plan.title}</h3>
          <p className="text-sm text-muted">{plan.because}</p>
        </div>
        <PlanStatusBadge status={plan.status} />
      </header>
      <DataTable
        caption={`${plan.title}: numbers on ${day}`}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        isCompact
        isStacked={false}
      />
    </article>
  )
}

/** What is counted, for whoever reads the numbers for the first time. */
function Explanations() {
  return (
    <Disclosure summary="What these numbers mean">
      <DescriptionList
        items={metricIds.map((id) => ({
          term: metrics[id].label,
          value: metrics[id].explanation,
        }))}
      />
    </Disclosure>
  )
}
