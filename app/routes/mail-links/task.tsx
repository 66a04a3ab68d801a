import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useParams } from '@remix-run/react'
import {
  mailLinkCommentsPath,
  mailLinkCompletionPath,
  mailLinkEvidencePath,
  mailLinkPath,
  mailLinkStartPath,
} from '~/domain/shared/paths'
import { evidenceKindLabel, evidenceKinds } from '~/domain/tasks/evidence-kinds'
import { pageDateWords } from '~/domain/calendar/date-languages'
import { door } from '~/http/door.server'
import { requireContact } from '~/http/require-contact.server'
import { getContactTask } from '~/services/tasks/get-contact-tasks.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { Disclosure } from '~/ui/primitives/disclosure'
import { Callout } from '~/ui/primitives/notices'
import { DateWordsProvider } from '~/ui/primitives/date-words'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'
import { Day, Instant } from '~/ui/primitives/time'
import { PlainText } from '~/ui/primitives/words'
import { CommentForm } from '~/ui/tasks/comment-form'
import { EvidenceForm } from '~/ui/tasks/evidence-form'
import { TaskStatusBadge } from '~/ui/tasks/task-marks'

export const meta: MetaFunction = () => [
  { title: 'Your task – Wardround' },
  { name: 'robots', content: 'noindex' },
]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Shows, and changes nothing: mail scanners open it as well. */
export const loader = door(async (args) => {
  const link = await requireContact(args)
  const page = await getContactTask(link, args.params.taskId ?? '')
  const dateWords = pageDateWords(link.actor.dateLanguage)
  return data({ ...page, dateWords }, { headers: { 'Cache-Control': 'no-store' } })
})

export default function ContactTask() {
  return (
    <DateWordsProvider words={useLoaderData<typeof loader>().dateWords}>
      <Task />
    </DateWordsProvider>
  )
}

function Task() {
  const { task, organisationName, today } = useLoaderData<typeof loader>()
  const { token = '' } = useParams()
  const isOver = task.status === 'done' || task.status === 'cancelled'
  return (
    <AuthLayout
      isWide
      title={task.action}
      description={`${task.planTitle}, at ${organisationName}.`}
      footer={<TextLink to={mailLinkPath(token)}>All your tasks</TextLink>}
    >
      <p className="flex flex-wrap items-center gap-2">
        <TaskStatusBadge status={task.status} />
        <span>
          Due <Day date={task.dueOn} today={today} isShort={isOver} />
        </span>
      </p>
      {task.blockedReason ? <Callout tone="warn">Blocked: {task.blockedReason}</Callout> : null}
      <Words title="Done when" text={task.outcome} />
      <Words title="How" text={task.detail} />
      {isOver ? null : <Verbs />}
      <Said />
      <div className="grid gap-1">
        {evidenceKinds.map((kind) => (
          <Disclosure key={kind} summary={`Add a ${evidenceKindLabel[kind].toLowerCase()}…`}>
            <EvidenceForm
              taskId={task.id}
              kind={kind}
              action={mailLinkEvidencePath(token, task.id)}
            />
          </Disclosure>
        ))}
      </div>
      <CommentForm
        key={task.comments.length}
        taskId={task.id}
        action={mailLinkCommentsPath(token, task.id)}
      />
    </AuthLayout>
  )
}

function Words({ title, text }: { title: string; text: string | null }) {
  if (!text) return null
  return (
    <div>
      <h2 className="font-semibold">{title}</h2>
      <PlainText>{text}</PlainText>
    </div>
  )
}

function Verbs() {
  const { task } = useLoaderData<typeof loader>()
  const { token = '' } = useParams()
  const completion = mailLinkCompletionPath(token, task.id)
  const start = mailLinkStartPath(token, task.id)
  return (
    <div className="flex flex-wrap gap-2">
      <Form method="post" action={completion}>
        <input type="hidden" name="version" value={task.version} />
        <SubmitButton action={completion} icon="check">
          It is done
        </SubmitButton>
      </Form>
      {task.status === 'open' ? (
        <Form method="post" action={start}>
          <input type="hidden" name="version" value={task.version} />
          <SubmitButton action={start} variant="secondary">
            I have begun
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}

/** What they said and added so far. */
function Said() {
  const { task, timeZone } = useLoaderData<typeof loader>()
  if (task.evidence.length + task.comments.length === 0) return null
  return (
    <div>
      <h2 className="font-semibold">From you so far</h2>
      <ul className="list-disc space-y-1 pl-5">
        {task.evidence.map(({ id, title, addedAt }) => (
          <li key={id}>
            {title}{' '}
            <span className="text-sm text-muted">
              added <Instant at={addedAt} timeZone={timeZone} />
            </span>
          </li>
        ))}
        {task.comments.map(({ id, body, createdAt }) => (
          <li key={id}>
            <PlainText>{body}</PlainText>{' '}
            <span className="text-sm text-muted">
              <Instant at={createdAt} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
