import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { DeactivationInput } from '~/domain/access/person-inputs'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole, Person } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { saveRolePeople } from '../organisations/save-role-people.server'
import { ensureTaskHolder, listActivePeople } from './list-active-people.server'
import { movePersonalTasks } from './move-personal-tasks.server'
import {
  getPersonRow,
  isLastAdministrator,
  lockAdministrators,
  savePerson,
} from './person-rows.server'
import { voidInvitations } from './send-invitation.server'

/**
 * Deactivates somebody: they cannot get in, get no mail, and what they held goes on without them.
 * With a successor, owner roles and personal tasks go to that person. Without one, a backup moves up
 * to holder, personal tasks go back to their owner roles, and what nobody is left for is shown as
 * nobody's. What they did stays under their name. Doing it twice changes nothing.
 *
 * @returns whether this call did it, and how many open tasks moved
 * @throws Invalid for the only administrator, or for a successor who cannot hold tasks
 */
export async function deactivatePerson(
  actor: Actor,
  input: DeactivationInput & { personId: string },
): Promise<{ isNew: boolean; movedCount: number }> {
  ensureCan(actor, 'person:manage')
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actor)
    const person = await getPersonRow(tx, actor, input.personId)
    if (person.deactivatedAt) return { isNew: false, movedCount: 0 }
    if (isLastAdministrator(administrators, person.id)) {
      throw new Invalid('only-administrator', onlyAdministrator(person.name))
    }
    await savePerson(tx, person, input.version, { deactivatedAt: now() })
    await voidInvitations(tx, actor, person.id)
    if (person.accountId) {
      const { accountId, organisationId } = person
      await tx.session.deleteMany({ where: { accountId, organisationId } })
    }
    const people = await listActivePeople(tx, actor)
    ensureTaskHolder(people, input.successorId, 'successorId')
    const { today } = await getOrganisation(tx, actor.organisationId)
    const isActive = (id: string) => people.some((each) => each.id === id)
    const personal = await movePersonalTasks(tx, actor, {
      ...{ fromPersonId: person.id, today },
      toPersonId: input.successorId,
    })
    const handOver = { person, successorId: input.successorId, today, isActive }
    const byRole = await handOverRoles(tx, actor, handOver)
    await recordActivity(tx, actor, {
      type: 'person.deactivated',
      payload: { personId: person.id },
    })
    return { isNew: true, movedCount: byRole + personal }
  })
}

/** Why the only administrator stays. */
export const onlyAdministrator = (name: string) =>
  `${name} is the only administrator, so nobody could manage people any more. Make somebody else administrator first.`

async function handOverRoles(
  tx: Transaction,
  actor: Actor,
  input: {
    person: Person
    successorId: string | null
    today: CalendarDate
    isActive: (personId: string) => boolean
  },
): Promise<number> {
  const { person, successorId, today, isActive } = input
  const roles = await tx.ownerRole.findMany({
    where: {
      organisationId: person.organisationId,
      OR: [{ holderId: person.id }, { backupId: person.id }],
    },
    orderBy: { position: 'asc' },
  })
  let movedCount = 0
  for (const role of roles) {
    const people = peopleWithout(role, person.id, successorId)
    movedCount += await saveRolePeople(tx, actor, { ...role, ...people }, isActive, today)
  }
  return movedCount
}

/** The role's people when one of them has left: the successor steps in, or else the backup moves up. */
function peopleWithout(
  role: Pick<OwnerRole, 'holderId' | 'backupId'>,
  personId: string,
  successorId: string | null,
): { holderId: string | null; backupId: string | null } {
  const inPlace = (id: string | null) => (id === personId ? successorId : id)
  const [holderId, backupId] = [inPlace(role.holderId), inPlace(role.backupId)]
  if (holderId === null) return { holderId: backupId, backupId: null }
  return { holderId, backupId: backupId === holderId ? null : backupId }
}
