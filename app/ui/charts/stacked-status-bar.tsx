import { useId } from 'react'
import { taskStatusLabel, type TaskStatus } from '~/domain/shared/vocabulary'
import { ChartFrame, LegendItem } from './chart-frame'

interface StackedStatusBarProps {
  counts: Readonly<Partial<Record<TaskStatus, number>>>
  title?: string
  isTitleHidden?: boolean
}

/** From finished to not begun; cancelled tasks close the bar. */
const order: readonly TaskStatus[] = ['done', 'started', 'blocked', 'open', 'cancelled']

/** All tasks of a plan as one bar, cut by status. */
export function StackedStatusBar({
  counts,
  title = 'Tasks by status',
  isTitleHidden,
}: StackedStatusBarProps) {
  const id = useId()
  const parts = order
    .map((status) => ({ status, count: counts[status] ?? 0 }))
    .filter(({ count }) => count > 0)
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <p className="text-muted">No tasks yet, so there is nothing to draw.</p>
  const summary = parts
    .map(({ status, count }) => `${count} ${taskStatusLabel[status].toLowerCase()}`)
    .join(', ')
  const segments = parts.map((part, index) => {
    const before = parts.slice(0, index).reduce((sum, { count }) => sum + count, 0)
    return { ...part, x: percentOf(before, total), width: percentOf(part.count, total) }
  })
  return (
    <ChartFrame
      title={title}
      isTitleHidden={isTitleHidden}
      summary={`${total} ${total === 1 ? 'task' : 'tasks'}: ${summary}.`}
      legend={parts.map(({ status, count }) => (
        <LegendItem
          key={status}
          sample={<rect className={`bar-status-${status}`} width="12" height="12" rx="3" />}
        >
          {taskStatusLabel[status]} {count}
        </LegendItem>
      ))}
      table={{
        headers: ['Status', 'Tasks', 'Share'],
        rows: parts.map(({ status, count }) => [
          taskStatusLabel[status],
          count,
          `${Math.round((count / total) * 100)}%`,
        ]),
      }}
    >
      <svg
        className="chart block rounded-sm"
        width="100%"
        height="20"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{`${title}: ${summary}`}</title>
        <desc id={`${id}-desc`}>The numbers are in the table below the chart.</desc>
        {segments.map(({ status, x, width }) => (
          <rect
            key={status}
            className={`bar-segment bar-status-${status}`}
            x={x}
            width={width}
            height="20"
          />
        ))}
      </svg>
    </ChartFrame>
  )
}

const percentOf = (count: number, total: number) => `${Math.round((count / total) * 10_000) / 100}%`
