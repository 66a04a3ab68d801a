import type { ReactNode } from 'react'
import { planStatusRule, planStatuses, type PlanStatus } from '~/domain/progress/plan-status'
import { Disclosure } from '../primitives/disclosure'
import { Progress } from '../primitives/progress'
import { ListLink } from '../primitives/text-link'
import { PlanStatusBadge } from './plan-status-badge'

interface PlanProgressCardProps {
  title: string
  /** Makes the title a link; leave it out on the plan's own page. */
  to?: string
  /** Null for a draft or cancelled plan: `badge` says so instead. */
  status: PlanStatus | null
  badge?: ReactNode
  /** The facts that decided the status, in one sentence. */
  because?: string | null
  total: number
  done: number
  donePercent: number | null
  expectedPercent: number | null
  overdue: number
  blocked: number
  /** A line of dates and the like. */
  note?: ReactNode
  level?: 2 | 3
}

/** How far a plan is: its status with the rule one click away, done against expected, what hurts. */
export function PlanProgressCard(props: PlanProgressCardProps) {
  const { title, to, status, badge, because, note, level = 2 } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="card flex flex-col p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <Heading className="min-w-0 flex-1 basis-48 text-lg/6 font-semibold">
          {to ? (
            <ListLink to={to} className="hover:text-accent hover:underline">
              {title}
            </ListLink>
          ) : (
            title
          )}
        </Heading>
        {status ? <PlanStatusBadge status={status} /> : badge}
      </div>
      {note ? <p className="mt-0.5 text-sm text-muted">{note}</p> : null}
      {props.total > 0 ? (
        <PlanNumbers {...props} />
      ) : (
        <p className="mt-3 text-muted">No tasks yet.</p>
      )}
      {status && because ? (
        <Disclosure summary="Why?" className="mt-3 text-sm">
          <p>{because}</p>
          <ul className="mt-2 list-disc space-y-1 pl-4 text-muted">
            {[...planStatuses].reverse().map((each) => (
              <li key={each} className={each === status ? 'font-medium text-ink' : undefined}>
                {planStatusRule[each]}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </article>
  )
}

function PlanNumbers(props: PlanProgressCardProps) {
  const { title, done, total, donePercent, expectedPercent, overdue, blocked } = props
  return (
    <>
      <p className="mt-3 mb-1 flex flex-wrap items-baseline gap-x-2">
        <span className="text-2xl font-semibold">{donePercent ?? 0}%</span>
        <span className="text-muted">done, {expectedPercent ?? 0}% expected by today</span>
      </p>
      <Progress
        label={`${title}: done, in percent`}
        value={donePercent ?? 0}
        max={100}
        expected={expectedPercent ?? 0}
      />
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>
          {done} of {total} {total === 1 ? 'task' : 'tasks'}
        </span>
        {overdue > 0 ? <span className="font-semibold text-bad">{overdue} overdue</span> : null}
        {blocked > 0 ? <span className="font-semibold text-held">{blocked} blocked</span> : null}
      </p>
    </>
  )
}
