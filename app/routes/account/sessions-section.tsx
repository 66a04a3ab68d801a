import { Form } from '@remix-run/react'
import type { AccountPage, SessionListItem } from '~/domain/access/account-views'
import { otherSessionsEndPath, sessionEndPath } from '~/domain/shared/paths'
import { Badge } from '~/ui/primitives/badge'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'

/** Where the account is signed in, with a button to end each of it. */
export function SessionsSection({ page }: { page: AccountPage }) {
  const { sessions, timeZoneShown } = page
  const hasOthers = sessions.some(({ isThis }) => !isThis)
  const several = new Set(sessions.map(({ organisationName }) => organisationName)).size > 1
  return (
    <Section
      title="Where you are signed in"
      note={sessions.length}
      description="If you do not know one of them, sign it out and change your password."
      actions={
        hasOthers ? (
          <Form method="post" action={otherSessionsEndPath()}>
            <SubmitButton action={otherSessionsEndPath()} variant="secondary">
              Sign out everywhere else
            </SubmitButton>
          </Form>
        ) : null
      }
    >
      <Card isPadded={false}>
        <DataTable
          caption="Sessions"
          columns={columnsFor(timeZoneShown, several)}
          rows={sessions}
          rowKey={({ id }) => id}
        />
      </Card>
    </Section>
  )
}

const columnsFor = (timeZone: string, several: boolean): Column<SessionListItem>[] => [
  {
    key: 'device',
    header: 'Device',
    cell: ({ device, isThis, organisationName }) => (
      <>
        {device} {isThis ? <Badge tone="good">This device</Badge> : null}
        {several ? <span className="block text-sm text-muted">{organisationName}</span> : null}
      </>
    ),
  },
  { key: 'address', header: 'Address', cell: ({ address }) => address },
  {
    key: 'began',
    header: 'Signed in',
    cell: ({ method, createdAt }) => (
      <>
        {method}, <Instant at={createdAt} timeZone={timeZone} />
      </>
    ),
  },
  {
    key: 'used',
    header: 'Last used',
    cell: ({ lastUsedAt, isThis }) =>
      isThis ? 'Now' : <Instant at={lastUsedAt} timeZone={timeZone} />,
  },
  {
    key: 'end',
    header: 'Sign out',
    isHeaderHidden: true,
    isTight: true,
    cell: ({ id, device, isThis }) =>
      isThis ? null : (
        <Form method="post" action={sessionEndPath(id)}>
          <SubmitButton
            action={sessionEndPath(id)}
            variant="quiet"
            size="sm"
            aria-label={`Sign out ${device}`}
          >
            Sign out
          </SubmitButton>
        </Form>
      ),
  },
]
