import type { Actor } from '~/domain/access/actor'
import { can, ensureCan, grantableRoles } from '~/domain/access/can'
import type { IsoWeekday } from '~/domain/calendar/calendar-date'
import { personState, type PersonView } from '~/domain/access/people-views'
import { now } from '~/infra/clock.server'
import { fromCalendarDate, toCalendarDate } from '~/infra/database/calendar-columns.server'
import { db } from '~/infra/database/database.server'
import type { Invitation, OwnerRole, Person } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { getPersonRow } from './person-rows.server'

/** Somebody of the organisation. @throws NotFound */
export async function getPerson(actor: Actor, personId: string): Promise<PersonView> {
  ensureCan(actor, 'person:read')
  const person = await getPersonRow(db(), actor, personId)
  const {
    timeZone: organisationTimeZone,
    today,
    calendar,
  } = await getOrganisation(db(), actor.organisationId)
  const { organisationId } = person
  const open = {
    organisationId,
    responsibleId: person.id,
    launchedAt: { not: null },
    completedAt: null,
    cancelledAt: null,
  }
  const { id, name, email, permissionRole, timeZone, joinedAt, deactivatedAt, version } = person
  return {
    ...{ id, name, email, permissionRole, timeZone, joinedAt, deactivatedAt, version },
    ...{ organisationTimeZone, today, absence: absenceOf(person) },
    ...{ workingDays: person.workingDays as IsoWeekday[], dateLanguage: person.dateLanguage },
    organisationWorkingDays: [...calendar.workingDays],
    standIns: await listPersonStandIns(person),
    state: personState(person),
    invitation: await findInvitation(person),
    ownerRoles: await listOwnerRoles(person),
    openTaskCount: await db().task.count({ where: open }),
    overdueTaskCount: await db().task.count({
      where: { ...open, dueOn: { lt: fromCalendarDate(today) } },
    }),
    timeZoneShown: actor.timeZone,
    grantableRoles: [...grantableRoles(actor)],
    may: rightsOver(actor, person),
  }
}

function rightsOver(actor: Actor, person: Person): PersonView['may'] {
  const { organisationId } = person
  const isHere = person.deactivatedAt === null
  const isManaging = can(actor, 'person:manage') && isHere
  return {
    edit: isManaging,
    changeRole: isManaging && !person.isContact,
    setAbsence: isHere && can(actor, 'person:absence', { organisationId, personId: person.id }),
    invite:
      isHere &&
      person.joinedAt === null &&
      can(actor, 'person:invite') &&
      grantableRoles(actor).includes(person.permissionRole),
    deactivate: isManaging,
    endSessions: isManaging && person.accountId !== null,
  }
}

function absenceOf({ outOfOfficeFrom, outOfOfficeUntil }: Person): PersonView['absence'] {
  return {
    outOfOfficeFrom: outOfOfficeFrom && toCalendarDate(outOfOfficeFrom),
    outOfOfficeUntil: outOfOfficeUntil && toCalendarDate(outOfOfficeUntil),
  }
}

/** Who stands behind them in each owner role they hold. */
function listPersonStandIns({ id, organisationId }: Person): Promise<PersonView['standIns']> {
  return read<PersonView['standIns']>`
    select r.name as "ownerRoleName", b.name as "askedName" from owner_role r
      left join person b on b.id = r.backup_id and b.deactivated_at is null
     where r.organisation_id = ${organisationId}::uuid and r.holder_id = ${id}::uuid
     order by r.position, r.name`
}

async function findInvitation(person: Person): Promise<PersonView['invitation']> {
  if (person.joinedAt) return null
  const [row] = await db().invitation.findMany({
    where: { organisationId: person.organisationId, personId: person.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 1,
  })
  return row
    ? { sentAt: row.createdAt, expiresAt: row.expiresAt, state: invitationState(row) }
    : null
}

function invitationState({ revokedAt, expiresAt }: Invitation) {
  if (revokedAt) return 'withdrawn'
  return expiresAt <= now() ? 'expired' : 'open'
}

async function listOwnerRoles({ id, organisationId }: Person): Promise<PersonView['ownerRoles']> {
  const roles = await db().ownerRole.findMany({
    where: { organisationId, OR: [{ holderId: id }, { backupId: id }] },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  return roles.map((role) => ({ id: role.id, name: role.name, as: placeOf(role, id) }))
}

const placeOf = (role: OwnerRole, personId: string) =>
  role.holderId === personId ? 'holder' : 'backup'
