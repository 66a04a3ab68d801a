import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import type { WaitingInvitation } from '~/domain/access/people-views'
import {
  invitationsPath,
  invitationsSendingPath,
  invitationsWithdrawalPath,
  invitePersonPath,
  peoplePath,
  personPath,
} from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { listInvitations } from '~/services/people/list-invitations.server'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { EmptyState } from '~/ui/primitives/empty-state'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { ListLink } from '~/ui/primitives/text-link'
import { Instant } from '~/ui/primitives/time'

export const meta: MetaFunction = () => [{ title: 'Open invitations – Wardround' }]

export const loader = door(async (args) =>
  listInvitations(await requireActor(args), { page: pageNumber(args.request) }),
)

export default function Invitations() {
  const { items, total, page, pageCount, timeZoneShown } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Open invitations"
        breadcrumbs={[{ label: 'People', to: peoplePath() }]}
        description="People who were invited and have not joined yet."
      />
      {items.length === 0 ? (
        <EmptyState
          title="Everybody who was invited has joined"
          icon="mail"
          action={<LinkButton to={invitePersonPath()}>Invite somebody</LinkButton>}
        />
      ) : (
        <Form method="post" action={invitationsSendingPath()} className="grid gap-4">
          <Card isPadded={false}>
            <DataTable
              caption="Open invitations"
              columns={columnsFor(timeZoneShown)}
              rows={items}
              rowKey={({ id }) => id}
            />
          </Card>
          <div className="flex flex-wrap gap-2">
            <SubmitButton action={invitationsSendingPath()} icon="mail">
              Send new links
            </SubmitButton>
            <SubmitButton
              action={invitationsWithdrawalPath()}
              formAction={invitationsWithdrawalPath()}
              variant="secondary"
            >
              Withdraw
            </SubmitButton>
          </div>
          <p className="text-sm text-muted">
            A new link makes the one before void. Somebody whose invitation is withdrawn keeps their
            roles and tasks, and can be sent another link later.
          </p>
        </Form>
      )}
      <Pagination
        {...{ total, page, pageCount }}
        noun="invitations"
        pathFor={(number) => invitationsPath({ page: number === 1 ? null : number })}
      />
    </>
  )
}

const stateLabel = { open: 'Waiting', expired: 'Expired', withdrawn: 'Withdrawn' } as const
const stateTone = { open: 'info', expired: 'warn', withdrawn: 'neutral' } as const

const columnsFor = (timeZone: string): Column<WaitingInvitation>[] => [
  {
    key: 'name',
    header: 'Name',
    cell: ({ id, name, email }) => (
      <span className="flex items-start gap-2">
        <input
          type="checkbox"
          name="personIds"
          value={id}
          defaultChecked
          aria-label={name}
          className="choice-box mt-0.5"
        />
        <span className="min-w-0">
          <ListLink to={personPath(id)} className="hover:text-accent hover:underline">
            {name}
          </ListLink>
          <span className="block text-sm font-normal break-words text-muted">{email}</span>
        </span>
      </span>
    ),
  },
  {
    key: 'role',
    header: 'Permission role',
    cell: ({ permissionRole }) => permissionRoleLabel[permissionRole],
  },
  { key: 'sent', header: 'Sent', cell: ({ sentAt }) => <Instant at={sentAt} {...{ timeZone }} /> },
  {
    key: 'state',
    header: 'State',
    isTight: true,
    cell: ({ state }) => <Badge tone={stateTone[state]}>{stateLabel[state]}</Badge>,
  },
]
