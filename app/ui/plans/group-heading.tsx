import type { PlanGroupCounts } from '~/domain/tasks/plan-grouping'
import { Progress } from '../primitives/progress'

interface GroupHeadingProps {
  /** Counts over the whole plan, whatever part of it the page shows. */
  counts: Omit<PlanGroupCounts, 'key'>
  id?: string
}

/** The heading of a group of tasks with how far it is. */
export function GroupHeading({ counts, id }: GroupHeadingProps) {
  const { label, done, total, overdue, blocked, cancelled } = counts
  return (
    <div id={id} className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
      <h2 className="font-semibold">{label}</h2>
      {total > 0 ? (
        <span className="w-24">
          <Progress label={`${label}: tasks done`} value={done} max={total} />
        </span>
      ) : null}
      <span className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>
          {done} of {total} done
        </span>
        {overdue > 0 ? <span className="font-semibold text-bad">{overdue} overdue</span> : null}
        {blocked > 0 ? <span className="font-semibold text-held">{blocked} blocked</span> : null}
        {cancelled > 0 ? <span>{cancelled} cancelled</span> : null}
      </span>
    </div>
  )
}
