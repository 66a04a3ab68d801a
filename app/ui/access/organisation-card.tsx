import { totalsOf, type OrganisationOverview } from '~/domain/access/organisation-views'
import { organisationSwitchPath } from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { PlanStatusBadge } from '../plans/plan-status-badge'
import { Badge } from '../primitives/badge'
import { Progress } from '../primitives/progress'
import { SubmitButton } from '../primitives/submit-button'
import { Day } from '../primitives/time'

/** One organisation of the account: how its plans stand, what waits for this person, and the way in. */
export function OrganisationCard({ organisation }: { organisation: OrganisationOverview }) {
  const { id, name, isCurrent, permissionRole, today, plans, nextReviewOn } = organisation
  const { status, total, done, overdue, blocked } = totalsOf(organisation)
  return (
    <article className="card flex h-full flex-col p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h2 className="min-w-0 flex-1 basis-40 text-lg/6 font-semibold wrap-break-word hyphens-auto">
          {name}
        </h2>
        {status ? <PlanStatusBadge status={status} /> : <Badge>No plan is running</Badge>}
      </div>
      <p className="text-sm text-muted">You are {permissionRoleLabel[permissionRole]} here</p>
      {total > 0 ? (
        <div className="mt-3">
          <p className="mb-1">
            {done} of {total} {total === 1 ? 'task' : 'tasks'} done in {plans.length}{' '}
            {plans.length === 1 ? 'plan' : 'plans'}
          </p>
          <Progress label={`${name}: done`} value={done} max={total} />
          <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
            {overdue > 0 ? <span className="font-semibold text-bad">{overdue} overdue</span> : null}
            {blocked > 0 ? (
              <span className="font-semibold text-held">{blocked} blocked</span>
            ) : null}
            {overdue + blocked === 0 ? <span>Nothing overdue or blocked</span> : null}
          </p>
        </div>
      ) : null}
      <p className="mt-2 text-sm">
        {mineInWords(organisation)}
        {nextReviewOn ? (
          <>
            {' '}
            Next review <Day date={nextReviewOn} today={today} isShort />.
          </>
        ) : null}
      </p>
      <div className="mt-auto pt-4">
        {isCurrent ? (
          <Badge tone="accent" icon="check">
            You are here
          </Badge>
        ) : (
          <form method="post" action={organisationSwitchPath(id)}>
            <SubmitButton action={organisationSwitchPath(id)} variant="secondary">
              Go to {name}
            </SubmitButton>
          </form>
        )}
      </div>
    </article>
  )
}

function mineInWords({ myOpenCount, myOverdueCount }: OrganisationOverview): string {
  if (myOpenCount === 0) return 'No task waits for you here.'
  const tasks = `${myOpenCount} ${myOpenCount === 1 ? 'task waits' : 'tasks wait'} for you`
  return myOverdueCount > 0 ? `${tasks}, ${myOverdueCount} overdue.` : `${tasks}.`
}
