import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { settingsTabs } from '~/domain/access/settings-tabs'
import {
  emailStateLabel,
  emailStates,
  type EmailRow,
  type EmailState,
} from '~/domain/reminders/ledger-page'
import { keptEmailPath, mailPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { isMailKept } from '~/services/mail/is-mail-kept.server'
import { listMail } from '~/services/mail/list-mail.server'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { EmptyState } from '~/ui/primitives/empty-state'
import { SegmentedLinks } from '~/ui/primitives/link-groups'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { ListLink } from '~/ui/primitives/text-link'
import { Instant } from '~/ui/primitives/time'
import { EmailStateBadge } from '~/ui/reminders/state-badges'

export const meta: MetaFunction = () => [{ title: 'Mail – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const wanted = new URL(args.request.url).searchParams.get('state')
  const state = emailStates.find((each) => each === wanted) ?? null
  const mail = await listMail(actor, { state, page: pageNumber(args.request) })
  return {
    ...mail,
    state,
    timeZone: actor.timeZone,
    // A demo keeps its mail whatever is set, and its banner says so.
    isKept: isMailKept() && !actor.isDemo,
    tabs: settingsTabs(actor),
  }
})

export default function Mail() {
  const { rows, paging, state, timeZone, isKept, tabs } = useLoaderData<typeof loader>()
  const pathOf = (each: EmailState | null, page: number) =>
    mailPath({ state: each, page: page === 1 ? null : page })
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="mail" />
      <Section title="Mail" description="Every message, with what became of it.">
        {isKept ? (
          <Callout tone="warn" title="Mail is kept here and not sent">
            No mail server is configured. Whoever runs this installation sets SMTP_URL; messages
            made after that go out.
          </Callout>
        ) : null}
        <div className="my-4">
          <SegmentedLinks
            label="Show"
            options={[
              { label: 'All', to: pathOf(null, 1), isCurrent: state === null },
              ...emailStates.map((each) => ({
                label: emailStateLabel[each],
                to: pathOf(each, 1),
                isCurrent: each === state,
              })),
            ]}
          />
        </div>
        <Card isPadded={false}>
          <DataTable
            caption="Messages, newest first"
            columns={columnsFor(timeZone)}
            rows={rows}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title="No message" icon="mail" level={3}>
                {state
                  ? 'No message is in this state.'
                  : 'Launching a plan and inviting people make the first ones.'}
              </EmptyState>
            }
          />
        </Card>
        <Pagination {...paging} noun="messages" pathFor={(page) => pathOf(state, page)} />
      </Section>
    </>
  )
}

const columnsFor = (timeZone: string): Column<EmailRow>[] => [
  {
    key: 'subject',
    header: 'Subject',
    cell: ({ id, subject }) => (
      <ListLink to={keptEmailPath(id)} className="link">
        {subject}
      </ListLink>
    ),
  },
  {
    key: 'to',
    header: 'To',
    cell: ({ toName, toAddress }) => (
      <>
        {toName}
        <span className="block text-sm wrap-anywhere text-muted">{toAddress}</span>
      </>
    ),
  },
  {
    key: 'state',
    header: 'State',
    isTight: true,
    cell: ({ state }) => <EmailStateBadge state={state} />,
  },
  {
    key: 'made',
    header: 'Made',
    isTight: true,
    cell: ({ createdAt }) => <Instant at={createdAt} timeZone={timeZone} />,
  },
]
