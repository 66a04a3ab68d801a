import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { can } from '~/domain/access/can'
import { detailParts } from '~/domain/guides/templates/detail-parts'
import {
  evidenceWithdrawalPath,
  guidePath,
  planPath,
  taskPath,
  tasksPath,
} from '~/domain/shared/paths'
import { evidenceKindLabel, evidenceKinds } from '~/domain/tasks/evidence-kinds'
import type { TaskPage } from '~/domain/tasks/task-page'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { getTaskPage } from '~/services/tasks/get-task-page.server'
import { sourceAnchor } from '~/ui/guides/guide-text'
import { StandInWords } from '~/ui/people/stand-in-words'
import { Section } from '~/ui/primitives/card'
import { Disclosure } from '~/ui/primitives/disclosure'
import { TextInput } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'
import { Day } from '~/ui/primitives/time'
import { PlainText } from '~/ui/primitives/words'
import { ActivityList } from '~/ui/tasks/activity-list'
import { CommentForm } from '~/ui/tasks/comment-form'
import { EvidenceForm } from '~/ui/tasks/evidence-form'
import { EvidenceList, type EvidenceListItem } from '~/ui/tasks/evidence-list'
import { GoneFromGuideNote } from '~/ui/tasks/gone-from-guide'
import { TaskActions, TaskReasons } from '~/ui/tasks/task-actions'
import { completeHint, TaskLinks } from '~/ui/tasks/task-links'
import { TaskStatusBadge } from '~/ui/tasks/task-marks'
import { TaskRounds } from '~/ui/tasks/task-rounds'
import { TaskSide } from '~/ui/tasks/task-side'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.task.action ?? 'Task'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const page = await getTaskPage(actor, args.params.taskId ?? '', {
    page: pageNumber(args.request),
  })
  return { page, timeZone: actor.timeZone, canReadLedger: can(actor, 'ledger:read') }
})

export default function Task() {
  const { page, timeZone, canReadLedger } = useLoaderData<typeof loader>()
  const { task, today, planTitle, responsibleName, may } = page
  return (
    <>
      <PageHeader
        title={task.action}
        breadcrumbs={[
          { label: 'My tasks', to: tasksPath() },
          { label: planTitle, to: planPath(task.planId) },
        ]}
        facts={
          <>
            <TaskStatusBadge status={task.status} />
            <span>
              Due <Day date={task.dueOn} today={today} />
            </span>
            <span className="text-muted">{responsibleName ?? 'Nobody is responsible'}</span>
          </>
        }
        actions={<TaskActions task={task} may={may} hint={completeHint(page)} />}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <div className="mb-4 empty:hidden">
            <StatusNote page={page} />
            {page.standIn ? (
              <Callout tone="info">
                <StandInWords standIn={page.standIn} today={today} />
              </Callout>
            ) : null}
            <GoneFromGuideNote task={task} />
          </div>
          <Outcome page={page} />
          <TaskRounds {...page} />
          <TaskReasons task={task} may={may} />
          <Evidence page={page} timeZone={timeZone} />
          <TaskLinks {...page} />
          <Events page={page} timeZone={timeZone} />
        </div>
        <TaskSide {...page} canReadLedger={canReadLedger} />
      </div>
    </>
  )
}

/** Why it stands still, or why it is over. */
function StatusNote({ page: { task, statusBy, isPlanCancelled } }: { page: TaskPage }) {
  const by = statusBy ? `, by ${statusBy}` : ''
  if (isPlanCancelled && task.status === 'cancelled') {
    return (
      <Callout title="The plan was cancelled">
        {task.cancelReason ?? 'No reason is recorded.'}
      </Callout>
    )
  }
  if (task.status === 'blocked') {
    return (
      <Callout tone="warn" icon="blocked" title={`Blocked${by}`}>
        {task.blockedReason}
      </Callout>
    )
  }
  if (task.status === 'cancelled') {
    return <Callout title={`Cancelled${by}`}>{task.cancelReason}</Callout>
  }
  return task.status === 'done' ? <Callout tone="good" title={`Done${by}`} /> : null
}

function Outcome({ page: { task, source } }: { page: TaskPage }) {
  return (
    <div className="mb-4 grid gap-4">
      {task.outcome ? (
        <div>
          <h2 className="font-semibold">Done when</h2>
          <PlainText>{task.outcome}</PlainText>
        </div>
      ) : null}
      {detailParts(task.detail, task.frameworkRefs).map(({ label, text }) => (
        <div key={`${label}: ${text}`}>
          <h2 className="font-semibold">{label ?? 'How'}</h2>
          <PlainText>{text}</PlainText>
        </div>
      ))}
      {task.why ? (
        <div>
          <h2 className="font-semibold">Why</h2>
          <blockquote className="mt-1 border-l-2 border-line pl-3 text-muted">
            <PlainText>{task.why}</PlainText>
          </blockquote>
          {source ? (
            <p className="mt-1 text-sm">
              <TextLink
                to={`${guidePath(source.templateId, { item: source.itemId })}#${sourceAnchor(source.itemId)}`}
              >
                Read it in the guide
              </TextLink>
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function Evidence({ page, timeZone }: { page: TaskPage; timeZone: string }) {
  const { task, evidence, may } = page
  return (
    <Section title="Evidence">
      <EvidenceList
        items={evidence}
        timeZone={timeZone}
        empty={may.work ? 'Nothing yet. Add what proves the outcome.' : 'Nothing yet.'}
        actionFor={may.work ? (item) => <Withdrawal item={item} /> : undefined}
      />
      {may.work ? (
        <div className="mt-3 grid gap-1">
          {evidenceKinds.map((kind) => (
            <Disclosure key={kind} summary={`Add a ${evidenceKindLabel[kind].toLowerCase()}…`}>
              <EvidenceForm taskId={task.id} kind={kind} />
            </Disclosure>
          ))}
        </div>
      ) : null}
    </Section>
  )
}

/** What a linked task proves is withdrawn on its own page. */
function Withdrawal({ item: { id, taskId, title, fromReference } }: { item: EvidenceListItem }) {
  if (fromReference) return null
  const path = evidenceWithdrawalPath(taskId, id)
  return (
    <Disclosure
      summary={
        <>
          Withdraw<span className="sr-only"> {title}</span>
        </>
      }
      className="text-sm"
    >
      <Form method="post" action={path} className="grid gap-2">
        <TextInput name="reason" id={`withdraw-${id}`} label="Reason" maxLength={1_000} required />
        <div>
          <SubmitButton action={path} variant="secondary" size="sm">
            Withdraw
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

function Events({ page, timeZone }: { page: TaskPage; timeZone: string }) {
  const { task, events, eventPaging, may } = page
  return (
    <Section title="Activity" note={eventPaging.total > 0 ? eventPaging.total : undefined}>
      {may.work ? (
        <div className="mb-4">
          {/* The key changes with every comment, so the field starts empty again. */}
          <CommentForm key={eventPaging.total} taskId={task.id} />
        </div>
      ) : null}
      <ActivityList items={events} timeZone={timeZone} />
      <Pagination
        {...eventPaging}
        pathFor={(page) => (page === 1 ? taskPath(task.id) : `${taskPath(task.id)}?page=${page}`)}
      />
    </Section>
  )
}
