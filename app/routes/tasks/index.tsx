import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import { accountPath, guidesPath, plansPath, tasksPath } from '~/domain/shared/paths'
import { myTasksGroupKeys } from '~/domain/tasks/my-tasks'
import type { MyTasksPage } from '~/domain/tasks/task-page'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { listMyTasks } from '~/services/tasks/list-my-tasks.server'
import { LinkButton } from '~/ui/primitives/button'
import { EmptyState } from '~/ui/primitives/empty-state'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { TextLink } from '~/ui/primitives/text-link'
import { Day } from '~/ui/primitives/time'
import { TaskList } from '~/ui/tasks/task-list'

export const meta: MetaFunction = () => [{ title: 'My tasks – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const page = await listMyTasks(actor, { page: pageNumber(args.request) })
  return { ...page, canImport: can(actor, 'guide:import') }
})

const pathOfPage = (page: number) => tasksPath({ page: page === 1 ? null : page })

export default function MyTasks() {
  const { canImport, ...list } = useLoaderData<typeof loader>()
  const { today, groups, counts, paging } = list
  const isEmpty = paging.total === 0
  return (
    <>
      <PageHeader title="My tasks" description={isEmpty ? undefined : summaryOf(list)} />
      {list.awayUntil ? (
        <Callout tone="info">
          You are away until <Day date={list.awayUntil} today={today} isShort />; your backups are
          asked instead. <TextLink to={accountPath()}>Back already?</TextLink>
        </Callout>
      ) : null}
      {isEmpty ? (
        <NothingToDo {...list} canImport={canImport} />
      ) : (
        <TaskList
          groups={groups.map((group) => ({ ...group, note: noteOf(group, counts) }))}
          today={today}
          canComplete
          hide={['responsible']}
          returnTo={pathOfPage(paging.page)}
        />
      )}
      <Pagination {...paging} noun="tasks" pathFor={pathOfPage} />
    </>
  )
}

/** "12 tasks, 3 of them overdue. 2 done in the last seven days." */
function summaryOf({ paging, counts, doneRecently }: MyTasksPage): string {
  const total = paging.total === 1 ? '1 task' : `${paging.total.toLocaleString('en')} tasks`
  const late = counts.overdue > 0 ? `, ${counts.overdue.toLocaleString('en')} overdue` : ''
  const done = doneRecently > 0 ? ` ${doneRecently} done in the last seven days.` : ''
  return `${total}${late}.${done}`
}

/** The whole heap's size where this page shows only a part of it. */
function noteOf(
  { key, note, tasks }: MyTasksPage['groups'][number],
  counts: MyTasksPage['counts'],
): string | null {
  const isPart = myTasksGroupKeys.includes(key) && counts[key] > tasks.length
  const whole = isPart ? `of ${counts[key].toLocaleString('en')}` : null
  return [whole, note].filter(Boolean).join(' · ') || null
}

function NothingToDo({
  situation,
  doneRecently,
  canImport,
}: Pick<MyTasksPage, 'situation' | 'doneRecently'> & { canImport: boolean }) {
  if (!situation.hasRunningPlan) {
    return (
      <EmptyState
        title="No plan is running yet"
        icon="plan"
        action={
          canImport ? (
            <LinkButton to={guidesPath()} variant="primary">
              Start from a guide
            </LinkButton>
          ) : null
        }
      >
        {canImport
          ? 'Import a guide and start a plan; its tasks appear here for whoever they belong to.'
          : 'Your tasks appear here when a manager launches a plan, and you get an email about them.'}
      </EmptyState>
    )
  }
  const action = <LinkButton to={plansPath()}>See the plans</LinkButton>
  if (doneRecently > 0) {
    return (
      <EmptyState title="All done" icon="check-circle" action={action}>
        You finished {doneRecently === 1 ? '1 task' : `${doneRecently} tasks`} in the last seven
        days, and nothing else is yours. New tasks come with an email.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing is yours right now" icon="tasks" action={action}>
      {situation.hasOwnerRole
        ? 'No open task is yours. As holder or backup of an owner role you get an email as soon as one is.'
        : 'Tasks come to you through an owner role, such as IT manager or HR, or by name. You hold no owner role yet; a manager gives them out.'}
    </EmptyState>
  )
}
