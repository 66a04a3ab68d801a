import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { personState, type PeopleList } from '~/domain/access/people-views'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { getOrganisation } from '../organisations/get-organisation.server'

const pageSize = 50

interface Row {
  id: string
  name: string
  email: string
  permissionRole: PermissionRole
  joinedAt: Date | null
  deactivatedAt: Date | null
  isContact: boolean
  ownerRoleNames: string[]
  openTaskCount: number
  overdueTaskCount: number
  all: number
}

/** Everybody of the organisation, those who left last, with the open tasks they answer for. */
export async function listPeople(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<PeopleList> {
  ensureCan(actor, 'person:read')
  const { organisationId } = actor
  const { today } = await getOrganisation(db(), organisationId)
  const rows = await read<Row[]>`
    with shown as (
      select id, name, email, permission_role, joined_at, deactivated_at, is_contact,
             count(*) over () as all_people
        from person
       where organisation_id = ${organisationId}::uuid
       order by deactivated_at is not null, lower(name), id
       limit ${pageSize} offset ${(page - 1) * pageSize}
    ), counted as (
      select responsible_id, count(*)::int as open,
             (count(*) filter (where due_on < ${today}::date))::int as overdue
        from task
       where organisation_id = ${organisationId}::uuid
         and responsible_id in (select id from shown)
         and launched_at is not null and completed_at is null and cancelled_at is null
       group by responsible_id
    )
    select s.id::text, s.name, s.email, s.permission_role::text as "permissionRole",
           s.joined_at as "joinedAt", s.deactivated_at as "deactivatedAt", s.is_contact as "isContact",
           array(select r.name from owner_role r
                  where r.organisation_id = ${organisationId}::uuid and r.holder_id = s.id
                  order by r.position, r.name) as "ownerRoleNames",
           coalesce(c.open, 0) as "openTaskCount", coalesce(c.overdue, 0) as "overdueTaskCount",
           s.all_people::int as "all"
      from shown s left join counted c on c.responsible_id = s.id
     order by s.deactivated_at is not null, lower(s.name), s.id`
  const total = rows[0]?.all ?? 0
  return {
    items: rows.map(({ all: _all, joinedAt, deactivatedAt, isContact, ...item }) => ({
      ...item,
      state: personState({ joinedAt, deactivatedAt, isContact }),
    })),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
    may: { invite: can(actor, 'person:invite') },
  }
}
