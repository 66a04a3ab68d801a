import { redirect, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import {
  dashboardPath,
  planCancellationPath,
  planPath,
  planRolesPath,
  plansPath,
  planTemplatePath,
} from '~/domain/shared/paths'
import {
  frameworkOfGrouping,
  planGroupingLabel,
  planGroupings,
  type PlanGrouping,
} from '~/domain/tasks/plan-grouping'
import type { PlanPage } from '~/domain/tasks/task-page'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { getPlanPage } from '~/services/tasks/get-plan-page.server'
import { listLaterTimes } from '~/services/tasks/list-later-times.server'
import { FrameworkFilter } from '~/ui/frameworks/framework-filter'
import { GroupHeading } from '~/ui/plans/group-heading'
import { PlanProgressCard } from '~/ui/plans/plan-progress-card'
import { StandInWords } from '~/ui/people/stand-in-words'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { EmptyState } from '~/ui/primitives/empty-state'
import { SegmentedLinks } from '~/ui/primitives/link-groups'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { TextLink } from '~/ui/primitives/text-link'
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
    ref: new URL(args.request.url).searchParams.get('ref'),
    page: pageNumber(args.request),
  })
  const { launchedAt, cancelledAt } = page.plan
  if (!launchedAt && !cancelledAt && can(actor, 'plan:start')) throw redirect(planRolesPath(planId))
  return {
    page,
    laterTimes: page.paging.page === 1 ? await listLaterTimes(actor, planId) : [],
    canCompleteAll: can(actor, 'task:work'),
    canSaveTemplate: can(actor, 'guide:import') && launchedAt !== null && cancelledAt === null,
  }
})

export default function Plan() {
  const { page, canSaveTemplate } = useLoaderData<typeof loader>()
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
            {canSaveTemplate ? (
              <LinkButton to={planTemplatePath(plan.id)} variant="quiet">
                Save as a template
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
      {page.standIns.length > 0 && !plan.cancelledAt ? (
        <Callout tone="info">
          {page.standIns.map((standIn) => (
            <p key={`${standIn.awayName} ${standIn.askedName}`}>
              <StandInWords standIn={standIn} today={today} />
            </p>
          ))}
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
  hipaa: ['plan'],
  'iso-27001': ['plan'],
  'nist-csf': ['plan'],
}

/** The address of the plan as it is looked at; what it shows without being told is left out. */
function pathOf(
  page: PlanPage,
  change: { group?: PlanGrouping; ref?: null; page?: number },
): string {
  const group = change.group ?? page.groupBy
  return planPath(page.plan.id, {
    group: group === 'horizon' ? null : group,
    ref: change.ref === null ? null : page.filter?.ref,
    page: change.page === 1 ? null : change.page,
  })
}

function Work() {
  const { page, canCompleteAll } = useLoaderData<typeof loader>()
  const { plan, today, progress, groupBy, groups, paging } = page
  return (
    <>
      <PlanProgressCard
        {...progress}
        title="Progress"
        status={plan.cancelledAt ? null : progress.status}
        badge={<Badge icon="cancelled">Cancelled</Badge>}
      />
      <Look page={page} />
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
        returnTo={pathOf(page, { page: paging.page })}
      />
      <Pagination
        {...paging}
        noun={frameworkOfGrouping(groupBy) ? 'rows' : 'tasks'}
        pathFor={(number) => pathOf(page, { page: number })}
      />
      <LaterTimes />
    </>
  )
}

/** What comes round again: work of the plan that its progress does not count. */
function LaterTimes() {
  const { page, laterTimes, canCompleteAll } = useLoaderData<typeof loader>()
  if (laterTimes.length === 0) return null
  return (
    <div className="mt-8">
      <TaskList
        groups={[
          {
            key: 'again',
            label: 'Coming round again',
            note: 'not counted in the progress above',
            tasks: laterTimes.map((task) =>
              canCompleteAll || task.isMine ? task : { ...task, version: undefined },
            ),
          },
        ]}
        today={page.today}
        canComplete
        hide={['plan']}
        returnTo={pathOf(page, { page: 1 })}
      />
    </div>
  )
}

/** How the tasks are grouped, and which of them are shown. */
function Look({ page }: { page: PlanPage }) {
  const { plan, groupBy, groups, filter, references } = page
  const offered = planGroupings.filter(
    (grouping) =>
      references.length > 0 || grouping === groupBy || frameworkOfGrouping(grouping) === null,
  )
  return (
    <>
      <div className="mt-6 mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <SegmentedLinks
          label="Group by"
          options={offered.map((group) => ({
            label: planGroupingLabel[group],
            to: pathOf(page, { group }),
            isCurrent: group === groupBy,
          }))}
        />
        <FrameworkFilter
          action={planPath(plan.id)}
          keep={{ group: groupBy === 'horizon' ? null : groupBy }}
          references={references}
          chosen={filter?.ref ?? null}
        />
      </div>
      {filter ? (
        <p className="mb-4">
          {groups.length > 0 ? 'Only tasks that serve ' : 'No task of this plan serves '}
          <strong className="font-semibold">{filter.label}</strong>
          {`, ${filter.words}. `}
          <TextLink to={pathOf(page, { ref: null })}>Show all tasks</TextLink>
        </p>
      ) : null}
    </>
  )
}
