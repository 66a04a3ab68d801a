import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { DecisionView } from '~/domain/reviews/review-views'
import { reviewDecisionPath, reviewDecisionTaskPath, taskPath } from '~/domain/shared/paths'
import { LinkButton } from '../primitives/button'
import { Card } from '../primitives/card'
import { ListLink } from '../primitives/text-link'
import { Day } from '../primitives/time'
import { PlainText } from '../primitives/words'

interface DecisionListProps {
  reviewId: string
  decisions: readonly DecisionView[]
  today: CalendarDate
  /** Offers to change each, and to make it a task. */
  isEditable?: boolean
}

/** The decisions of a review, numbered in the order they were written. */
export function DecisionList({ reviewId, decisions, today, isEditable }: DecisionListProps) {
  if (decisions.length === 0) return <p className="text-muted">No decision is written yet.</p>
  return (
    <Card isPadded={false}>
      <ol className="divide-y divide-line">
        {decisions.map((decision, index) => (
          <li key={decision.id} className="flex gap-1 px-4 py-3">
            <span className="w-6 flex-none text-muted tabular-nums">{index + 1}.</span>
            <div className="min-w-0 flex-1">
              <PlainText>{decision.text}</PlainText>
              <DecisionFacts decision={decision} today={today} />
              {isEditable ? <DecisionLinks reviewId={reviewId} decision={decision} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function DecisionFacts({ decision, today }: { decision: DecisionView; today: CalendarDate }) {
  const { ownerName, dueOn, task } = decision
  if (!ownerName && !dueOn && !task) return null
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
      {ownerName ? <span>{ownerName}</span> : null}
      {dueOn ? (
        <span>
          by <Day date={dueOn} today={today} isShort />
        </span>
      ) : null}
      {task ? (
        <ListLink to={taskPath(task.id)} className="link">
          Task #{task.reference}
        </ListLink>
      ) : null}
    </p>
  )
}

function DecisionLinks({ reviewId, decision }: { reviewId: string; decision: DecisionView }) {
  const subject = decision.text.slice(0, 60)
  return (
    <p className="no-print mt-2 flex flex-wrap gap-2">
      <LinkButton
        to={reviewDecisionPath(reviewId, decision.id)}
        size="sm"
        icon="edit"
        aria-label={`Change: ${subject}`}
      >
        Change
      </LinkButton>
      {decision.task ? null : (
        <LinkButton
          to={reviewDecisionTaskPath(reviewId, decision.id)}
          size="sm"
          icon="tasks"
          aria-label={`Make it a task: ${subject}`}
        >
          Make it a task
        </LinkButton>
      )}
    </p>
  )
}
