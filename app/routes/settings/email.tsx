import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { messageSandbox, type EmailView } from '~/domain/reminders/ledger-page'
import { keptEmailHtmlPath, keptEmailPath, mailPath, settingsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getMail } from '~/services/mail/list-mail.server'
import { resendEmail } from '~/services/mail/resend-email.server'
import { Card, Section } from '~/ui/primitives/card'
import { DescriptionList } from '~/ui/primitives/description-list'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'
import { EmailStateBadge } from '~/ui/reminders/state-badges'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.email.subject ?? 'Message'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { html, ...email } = await getMail(actor, args.params.emailId ?? '')
  return { email, hasHtml: html !== null, timeZone: actor.timeZone }
})

/** Sends a failed message again. */
export const action = door(async (args) => {
  const actor = await requireActor(args)
  const emailId = args.params.emailId ?? ''
  const isOnItsWay = await resendEmail(actor, emailId)
  return redirectWithToast(
    keptEmailPath(emailId),
    isOnItsWay ? 'On its way again' : 'Nothing to do: this message has not failed.',
  )
})

export default function KeptEmail() {
  const { email, hasHtml, timeZone } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={email.subject}
        breadcrumbs={[
          { label: 'Settings', to: settingsPath() },
          { label: 'Mail', to: mailPath() },
        ]}
        facts={<EmailStateBadge state={email.state} />}
        actions={email.state === 'failed' ? <SendAgain id={email.id} /> : null}
      />
      <Card>
        <DescriptionList items={factsOf(email, timeZone)} />
      </Card>
      {hasHtml ? (
        <>
          <Section title="As a mail program shows it">
            <iframe
              title="The message"
              src={keptEmailHtmlPath(email.id)}
              sandbox={messageSandbox}
              referrerPolicy="no-referrer"
              className="card h-[36rem] w-full bg-white"
            />
          </Section>
          <Section title="As plain text">
            <Card>
              <pre className="overflow-x-auto font-mono text-sm whitespace-pre-wrap">
                <LinkedText>{email.text ?? ''}</LinkedText>
              </pre>
            </Card>
          </Section>
        </>
      ) : (
        <div className="mt-4">
          {email.isWithheld ? (
            <Callout title="The text is not shown">
              Its link opens an account that belongs to other organisations as well, so it is for
              its owner alone. Set up a mail server, and the message reaches them.
            </Callout>
          ) : (
            <Callout title="The text is gone">
              This message held a secret link. It was sent, so its text is not kept.
            </Callout>
          )}
        </div>
      )}
    </>
  )
}

/** The text with its addresses as links: without a mail server this is where invitations are opened. */
function LinkedText({ children }: { children: string }) {
  return children.split(/(https?:\/\/[^\s<>]+)/).map((piece, index) =>
    index % 2 === 1 ? (
      <a key={index} className="link" href={piece} rel="noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  )
}

function SendAgain({ id }: { id: string }) {
  return (
    <Form method="post" action={keptEmailPath(id)}>
      <SubmitButton variant="secondary" icon="mail">
        Send it again
      </SubmitButton>
    </Form>
  )
}

const factsOf = (email: Omit<EmailView, 'html'>, timeZone: string) => [
  { term: 'To', value: `${email.toName} <${email.toAddress}>` },
  { term: 'Made', value: <Instant at={email.createdAt} timeZone={timeZone} /> },
  { term: 'Sent', value: email.sentAt && <Instant at={email.sentAt} timeZone={timeZone} /> },
  { term: 'Tries', value: email.attempts > 0 ? String(email.attempts) : null },
  { term: 'Why', value: email.reason },
]
