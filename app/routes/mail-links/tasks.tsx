import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useParams } from '@remix-run/react'
import { mailLinkCompletionPath, mailLinkStartPath, mailLinkTaskPath } from '~/domain/shared/paths'
import type { ContactPage } from '~/domain/tasks/contact-page'
import { pageDateWords } from '~/domain/calendar/date-languages'
import { door } from '~/http/door.server'
import { requireContact } from '~/http/require-contact.server'
import { listContactTasks } from '~/services/tasks/get-contact-tasks.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { DateWordsProvider } from '~/ui/primitives/date-words'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'
import { Day, Instant } from '~/ui/primitives/time'
import { TaskStatusBadge } from '~/ui/tasks/task-marks'

export const meta: MetaFunction = () => [
  { title: 'Your tasks – Wardround' },
  { name: 'robots', content: 'noindex' },
]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Shows, and changes nothing: mail scanners open it as well. */
export const loader = door(async (args) => {
  const link = await requireContact(args)
  const dateWords = pageDateWords(link.actor.dateLanguage)
  const headers = { 'Cache-Control': 'no-store' }
  return data({ ...(await listContactTasks(link)), dateWords }, { headers })
})

export default function ContactTasks() {
  return (
    <DateWordsProvider words={useLoaderData<typeof loader>().dateWords}>
      <Tasks />
    </DateWordsProvider>
  )
}

function Tasks() {
  const { name, organisationName, tasks, total, expiresAt, timeZone, today } =
    useLoaderData<typeof loader>()
  const { token = '' } = useParams()
  return (
    <AuthLayout
      isWide
      title={`Your tasks at ${organisationName}`}
      description={`For ${name}. You need no account: this link is yours alone.`}
      footer={
        <>
          The link works until <Instant at={expiresAt} timeZone={timeZone} />; each message brings a
          new one.
        </>
      }
    >
      {total === 0 ? <p>Nothing waits for you. Thank you.</p> : null}
      {tasks.map((task) => (
        <Task key={task.id} task={task} token={token} today={today} />
      ))}
      {total > tasks.length ? <p>and {total - tasks.length} more after these.</p> : null}
    </AuthLayout>
  )
}

function Task({
  task,
  token,
  today,
}: {
  task: ContactPage['tasks'][number]
  token: string
  today: ContactPage['today']
}) {
  const path = mailLinkTaskPath(token, task.id)
  const completion = mailLinkCompletionPath(token, task.id)
  const start = mailLinkStartPath(token, task.id)
  return (
    <article aria-label={task.action} className="grid gap-2 border-t border-line pt-4">
      <h2 className="font-semibold">
        <TextLink to={path}>{task.action}</TextLink>
      </h2>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <TaskStatusBadge status={task.status} />
        <span>
          {task.planTitle}, due <Day date={task.dueOn} today={today} />
        </span>
      </p>
      {task.outcome ? <p>Done when: {task.outcome}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Form method="post" action={completion}>
          <input type="hidden" name="version" value={task.version} />
          <SubmitButton action={completion} icon="check" aria-label={`Complete: ${task.action}`}>
            It is done
          </SubmitButton>
        </Form>
        {task.status === 'open' ? (
          <Form method="post" action={start}>
            <input type="hidden" name="version" value={task.version} />
            <SubmitButton action={start} variant="secondary" aria-label={`Start: ${task.action}`}>
              I have begun
            </SubmitButton>
          </Form>
        ) : null}
        <p className="self-center">
          <TextLink to={path}>Comment or add proof</TextLink>
        </p>
      </div>
    </article>
  )
}
