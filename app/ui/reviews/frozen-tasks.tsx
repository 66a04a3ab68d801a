import { formatDay } from '~/domain/calendar/format-date'
import type { PlanSnapshot, ReviewSnapshot } from '~/domain/reviews/snapshot'
import { Disclosure } from '../primitives/disclosure'

/** The overdue and blocked tasks that a review names, as they stood when it was opened. */
export function FrozenTasks({ snapshot }: { snapshot: ReviewSnapshot }) {
  const plans = snapshot.plans.filter((plan) => plan.overdue.length + plan.blocked.length > 0)
  if (plans.length === 0) return null
  return (
    <Disclosure summary="Overdue and blocked tasks on that day" className="mt-4">
      <div className="space-y-4">
        {plans.map((plan) => (
          <PlanTasks key={plan.planId} plan={plan} takenOn={snapshot.takenOn} />
        ))}
      </div>
    </Disclosure>
  )
}

function PlanTasks({ plan, takenOn }: { plan: PlanSnapshot; takenOn: ReviewSnapshot['takenOn'] }) {
  return (
    <section>
      <h3 className="font-semibold">{plan.title}</h3>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {plan.overdue.map((task) => (
          <li key={`overdue ${task.reference}`}>
            #{task.reference} {task.action}{' '}
            <span className="text-muted">
              ({task.responsibleName ?? 'nobody'}, due {formatDay(task.dueOn, takenOn)},{' '}
              {task.daysLate} {task.daysLate === 1 ? 'day' : 'days'} late)
            </span>
          </li>
        ))}
        {plan.blocked.map((task) => (
          <li key={`blocked ${task.reference}`}>
            #{task.reference} {task.action}{' '}
            <span className="text-muted">
              ({task.responsibleName ?? 'nobody'}, blocked{task.reason ? `: ${task.reason}` : ''})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
