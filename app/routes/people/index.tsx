import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PersonListItem } from '~/domain/access/people-views'
import {
  invitationsPath,
  inviteListPath,
  invitePersonPath,
  peoplePath,
  personPath,
} from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { listPeople } from '~/services/people/list-people.server'
import { PersonStateBadge } from '~/ui/people/person-state-badge'
import { Avatar } from '~/ui/primitives/avatar'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { ListLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'People – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  return listPeople(actor, { page: pageNumber(args.request) })
})

const columns: Column<PersonListItem>[] = [
  { key: 'name', header: 'Name', cell: (person) => <PersonName person={person} /> },
  {
    key: 'role',
    header: 'Permission role',
    cell: (person) => permissionRoleLabel[person.permissionRole],
  },
  {
    key: 'owner-roles',
    header: 'Owner roles',
    cell: (person) => person.ownerRoleNames.join(', '),
  },
  { key: 'tasks', header: 'Open tasks', align: 'end', cell: (person) => <Tasks person={person} /> },
  {
    key: 'state',
    header: 'State',
    isTight: true,
    cell: (person) => <PersonStateBadge state={person.state} />,
  },
]

export default function People() {
  const { items, total, page, pageCount, may } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="People"
        description="Everybody of the organisation, and the open tasks they answer for."
        actions={
          may.invite ? (
            <>
              <LinkButton to={invitePersonPath()} variant="primary" icon="plus">
                Invite somebody
              </LinkButton>
              <LinkButton to={inviteListPath()}>Invite from a list</LinkButton>
              <LinkButton to={invitationsPath()} variant="quiet">
                Open invitations
              </LinkButton>
            </>
          ) : null
        }
      />
      <Card isPadded={false}>
        <DataTable
          caption="People of the organisation"
          columns={columns}
          rows={items}
          rowKey={(person) => person.id}
        />
      </Card>
      <Pagination
        {...{ total, page, pageCount }}
        noun="people"
        pathFor={(number) => peoplePath({ page: number === 1 ? null : number })}
      />
    </>
  )
}

function PersonName({ person }: { person: PersonListItem }) {
  return (
    <span className="flex items-center gap-2">
      <Avatar name={person.name} />
      <span className="min-w-0">
        <ListLink to={personPath(person.id)} className="hover:text-accent hover:underline">
          {person.name}
        </ListLink>
        <span className="block text-sm font-normal break-words text-muted">{person.email}</span>
      </span>
    </span>
  )
}

function Tasks({ person }: { person: PersonListItem }) {
  const { openTaskCount, overdueTaskCount } = person
  if (overdueTaskCount === 0) return <>{openTaskCount}</>
  return (
    <>
      {openTaskCount} <span className="font-semibold text-bad">({overdueTaskCount} overdue)</span>
    </>
  )
}
