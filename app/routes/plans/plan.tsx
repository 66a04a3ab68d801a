import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import {
  dashboardPath,
  planCancellationPath,
  planPath,
  planRolesPath,
  plansPath,
} from '~/domain/shared/paths'
import { planGroupingLabel, planGroupings, type PlanGrouping } from '~/domain/tasks/plan-grouping'
import type { PlanPage } from '~/domain/tasks/task-page'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { getPlanPage } from '~/services/tasks/get-plan-page.server'
import { GroupHeading } from '~/ui/plans/group-heading'
import { PlanProgressCard } from '~/ui/plans/plan-progress-card'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { EmptyState } from '~/ui/primitives/empty-state'
import { SegmentedLinks } from '~/ui/primitives/link-groups'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { Day } from '~/ui/primitives/time'
import { TaskList, type HiddenFact } from '~/ui/tasks/task-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.plan.title ?? 'Plan'} – Wardround` },
]

const groupingOf = (request: Request): PlanGrouping => {
  const wanted = new URL(request.url).searchParams.get('group')
  return planGroupings.find((grouping) => grouping === wanted) ?? 'horizon'
}

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  const page = await getPlanPage(actor, planId, {
    groupBy: groupingOf(args.request),
    page: pageNumber(args.request),
  })
  const { launchedAt, cancelledAt } = page.plan
  if (!launchedAt && !cancelledAt && can(actor, 'plan:start')) throw redirect(planRolesPath(planId))
  return { page, canCompleteAll: can(actor, 'task:work') }
})

export default function Plan() {
  const { page } = useLoaderData<typeof loader>()
  const { plan, today, may } = page
  return (
    <>
      <PageHeader
        title={plan.title}
        breadcrumbs={[{ label: 'Plans', to: plansPath() }]}
        facts={
          <span className="text-muted">
            <Day date={plan.startsOn} today={today} isShort />
            {plan.endsOn ? (
              <>
                {' to '}
                <Day date={plan.endsOn} today={today} isShort />
              </>
            ) : null}
          </span>
        }
        actions={
          <>
            {may.cancel && plan.launchedAt ? (
              <LinkButton to={planCancellationPath(plan.id)} variant="quiet">
                Cancel the plan
              </LinkButton>
            ) : null}
            {plan.launchedAt ? (
              <LinkButton to={dashboardPath({ plan: plan.id })} icon="chart">
                Dashboard
              </LinkButton>
            ) : null}
          </>
        }
      />
      {plan.cancelledAt ? (
        <Callout tone="warn" title="This plan was cancelled">
          {plan.cancelReason}
        </Callout>
      ) : null}
      {plan.launchedAt ? <Work /> : <NotLaunched page={page} />}
    </>
  )
}

function NotLaunched({ page: { plan } }: { page: PlanPage }) {
  if (plan.cancelledAt) return null
  return (
    <EmptyState title="This plan is being prepared" icon="plan">
      Its tasks appear here when a manager launches it, and everybody concerned gets an email.
    </EmptyState>
  )
}

/** What a grouping's headings say already. */
const hidden: Record<PlanGrouping, readonly HiddenFact[]> = {
  horizon: ['plan'],
  track: ['plan', 'track'],
  'owner-role': ['plan', 'owner'],
  status: ['plan', 'status'],
}

function Work() {
  const { page, canCompleteAll } = useLoaderData<typeof loader>()
  const { plan, today, progress, groupBy, groups, paging } = page
  const pathOf = (grouping: PlanGrouping, number: number) =>
    planPath(plan.id, {
      group: grouping === 'horizon' ? null : grouping,
      page: number === 1 ? null : number,
    })
  return (
    <>
      <PlanProgressCard
        {...progress}
        title="Progress"
        status={plan.cancelledAt ? null : progress.status}
        badge={<Badge icon="cancelled">Cancelled</Badge>}
      />
      <div className="mt-6 mb-4">
        <SegmentedLinks
          label="Group by"
          options={planGroupings.map((grouping) => ({
            label: planGroupingLabel[grouping],
            to: pathOf(grouping, 1),
            isCurrent: grouping === groupBy,
          }))}
        />
      </div>
      <TaskList
        groups={groups.map(({ counts, tasks }) => ({
          key: counts.key,
          label: counts.label,
          heading: <GroupHeading counts={counts} />,
          // A row without a version has no Complete button.
          tasks: tasks.map((task) =>
            canCompleteAll || task.isMine ? task : { ...task, version: undefined },
          ),
        }))}
        today={today}
        canComplete
        hide={hidden[groupBy]}
        returnTo={pathOf(groupBy, paging.page)}
      />
      <Pagination {...paging} noun="tasks" pathFor={(number) => pathOf(groupBy, number)} />
    </>
  )
}
