import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import type { StandIn } from '~/domain/access/absence'
import type {
  OwnerRoleItem,
  OwnerRoleList,
  OwnerRoleView,
  Tenure,
} from '~/domain/access/owner-roles'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { resolveResponsible } from '~/domain/tasks/resolve-responsible'
import { db } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { loadPeopleToday } from '../people/people-today.server'
import { getOrganisation } from './get-organisation.server'
import { listActivePeople, personChoices, taskHolders } from '../people/list-active-people.server'

/** Tasks that move when the role's people change: those nobody who is here was named for. */
const followingCount = Prisma.sql`
  (select count(*) from task t left join person a on a.id = t.assignee_id
    where t.owner_role_id = r.id and t.launched_at is not null
      and t.completed_at is null and t.cancelled_at is null
      and (a.id is null or a.deactivated_at is not null))::int as "followingTaskCount"`

/** The organisation's owner roles with their people and how many open tasks follow them. */
export async function listOwnerRoles(actor: Actor): Promise<OwnerRoleList> {
  ensureCan(actor, 'person:read')
  const roles = await read<OwnerRoleItem[]>`
    select r.id::text, r.name, r.aliases, h.name as "holderName", b.name as "backupName",
           ${followingCount}
      from owner_role r
      left join person h on h.id = r.holder_id
      left join person b on b.id = r.backup_id
     where r.organisation_id = ${actor.organisationId}::uuid
     order by r.position, r.name`
  return { roles, may: { edit: can(actor, 'owner-role:edit') } }
}

/** How many of a role's tenures its page names. */
const namedTenures = 30

type RoleRow = Pick<
  OwnerRoleView,
  | 'id'
  | 'name'
  | 'aliases'
  | 'holderId'
  | 'backupId'
  | 'holderName'
  | 'backupName'
  | 'version'
  | 'followingTaskCount'
>

/** One owner role: its people, who had it when, and whom it can be given to. @throws NotFound */
export async function getOwnerRole(actor: Actor, ownerRoleId: string): Promise<OwnerRoleView> {
  ensureCan(actor, 'person:read')
  const [role] = isId(ownerRoleId)
    ? await read<RoleRow[]>`
        select r.id::text, r.name, r.aliases, r.holder_id::text as "holderId",
               r.backup_id::text as "backupId", h.name as "holderName", b.name as "backupName",
               r.version, ${followingCount}
          from owner_role r
          left join person h on h.id = r.holder_id
          left join person b on b.id = r.backup_id
         where r.id = ${ownerRoleId}::uuid and r.organisation_id = ${actor.organisationId}::uuid`
    : []
  if (!role) throw new NotFound('owner role')
  const isEditor = can(actor, 'owner-role:edit')
  const { today } = await getOrganisation(db(), actor.organisationId)
  const people = isEditor ? await listActivePeople(db(), actor) : []
  return {
    ...role,
    standIn: await findStandIn(actor, role, today),
    ...(await listTenures(actor, ownerRoleId)),
    people: personChoices(taskHolders(people)),
    today,
    timeZoneShown: actor.timeZone,
    may: { edit: isEditor },
  }
}

/** Who is asked instead of a holder who is away today. */
async function findStandIn(
  { organisationId }: Actor,
  { holderId, holderName, backupId, backupName }: RoleRow,
  today: CalendarDate,
): Promise<StandIn | null> {
  const people = await loadPeopleToday(db(), { organisationId }, today)
  const awayUntil = holderId && people.awayUntil(holderId)
  if (!awayUntil || !holderName) return null
  const ownerRole = { holderId, backupId }
  const asked = resolveResponsible({ assigneeId: null, ownerRole, dueOn: null, people })
  return { awayName: holderName, awayUntil, askedName: asked === backupId ? backupName : null }
}

async function listTenures(
  { organisationId }: Actor,
  ownerRoleId: string,
): Promise<Pick<OwnerRoleView, 'tenures' | 'tenureCount'>> {
  const tenures = await read<Tenure[]>`
    select n.id::text, p.name as "personName", n.part, n.began_at as "beganAt",
           b.name as "beganByName", n.ended_at as "endedAt"
      from owner_role_tenure n join person p on p.id = n.person_id
      left join person b on b.id = n.began_by_id
     where n.owner_role_id = ${ownerRoleId}::uuid and n.organisation_id = ${organisationId}::uuid
     order by n.ended_at is not null, n.part desc, n.began_at desc, n.id desc
     limit ${namedTenures}`
  const tenureCount = await db().ownerRoleTenure.count({ where: { ownerRoleId, organisationId } })
  return { tenures, tenureCount }
}
