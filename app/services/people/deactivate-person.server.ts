import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { peopleWithout, successors, type HandOverGroup } from '~/domain/access/hand-over'
import type { DeactivationInput } from '~/domain/access/person-inputs'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole, Person } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { saveRolePeople } from '../organisations/save-role-people.server'
import { ensurePeopleFit } from '../reviews/review-people.server'
import { settleResponsible } from '../tasks/settle-responsible.server'
import { ensureIsHere, ensureTaskHolder, listActivePeople } from './list-active-people.server'
import { movePersonalTasks } from './move-personal-tasks.server'
import { moveReviewParts } from './move-review-parts.server'
import {
  getPersonRow,
  isLastAdministrator,
  lockAdministrators,
  savePerson,
} from './person-rows.server'
import { voidInvitations } from './send-invitation.server'

type HandOver = Pick<DeactivationInput, 'successorId' | 'version'> &
  Partial<Pick<DeactivationInput, 'handOver'>>

/**
 * Deactivates somebody: they cannot get in, get no mail, the links of their mails are void, and what
 * they held goes on without them. Everything goes to one successor, or part by part to different
 * people. Without one, a backup moves up to holder, personal tasks go back to their owner roles, and
 * what nobody is left for is shown as nobody's. What is finished or signed stays as it is, and what
 * they did stays under their name. Doing it twice changes nothing.
 *
 * @returns whether this call did it, and how many open tasks moved
 * @throws Invalid for the only administrator, or for a successor who cannot take what they are given
 */
export async function deactivatePerson(
  actor: Actor,
  input: HandOver & { personId: string },
): Promise<{ isNew: boolean; movedCount: number }> {
  ensureCan(actor, 'person:manage')
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actor)
    const person = await getPersonRow(tx, actor, input.personId)
    if (person.deactivatedAt) return { isNew: false, movedCount: 0 }
    if (isLastAdministrator(administrators, person.id)) {
      throw new Invalid('only-administrator', onlyAdministrator(person.name))
    }
    await savePerson(tx, person, input.version, {
      deactivatedAt: now(),
      outOfOfficeFrom: null,
      outOfOfficeUntil: null,
    })
    await shutOut(tx, actor, person)
    const roles = await lockHeldRoles(tx, person)
    const to = successors(input)
    await ensureSuccessorsFit(tx, actor, roles, to)
    const movedCount = await handOver(tx, actor, person, roles, to)
    await recordActivity(tx, actor, {
      type: 'person.deactivated',
      payload: { personId: person.id },
    })
    return { isNew: true, movedCount }
  })
}

/** Why the only administrator stays. */
export const onlyAdministrator = (name: string) =>
  `${name} is the only administrator, so nobody could manage people any more. Make somebody else administrator first.`

/** Whatever let them in does no longer: links of every kind, and their sessions here. */
async function shutOut(tx: Transaction, actor: Actor, person: Person): Promise<void> {
  const { id: personId, accountId, organisationId } = person
  await voidInvitations(tx, actor, personId)
  await tx.contactLink.updateMany({
    where: { organisationId, personId, revokedAt: null },
    data: { revokedAt: now() },
  })
  if (accountId) await tx.session.deleteMany({ where: { accountId, organisationId } })
}

async function lockHeldRoles(
  tx: Transaction,
  { id, organisationId }: Person,
): Promise<OwnerRole[]> {
  await tx.$queryRaw`
    select id::text from owner_role
     where organisation_id = ${organisationId}::uuid and ${id}::uuid in (holder_id, backup_id)
     order by id for update`
  return tx.ownerRole.findMany({
    where: { organisationId, OR: [{ holderId: id }, { backupId: id }] },
    orderBy: { position: 'asc' },
  })
}

type Successors = (group: HandOverGroup) => string | null

/** @throws Invalid, at the field where somebody was chosen who cannot take it */
async function ensureSuccessorsFit(
  tx: Transaction,
  actor: Actor,
  roles: readonly OwnerRole[],
  to: Successors,
): Promise<void> {
  const people = await listActivePeople(tx, actor)
  const roleGroups = roles.map(({ id }) => `role:${id}` as const)
  const groups: HandOverGroup[] = ['personal-tasks', 'draft-tasks', ...roleGroups]
  for (const group of groups) ensureTaskHolder(people, to(group), 'successorId')
  // Whoever reads everything holds no tasks, but chairs, attends and answers for decisions.
  for (const part of ['attendance', 'decisions'] as const) {
    ensureIsHere(people, to(part), 'successorId')
  }
  const chairId = to('reviews')
  if (chairId) await ensurePeopleFit(tx, actor, { chairId, attendeeIds: [] })
}

/** Returns how many open tasks are somebody else's now, those of drafts included. */
async function handOver(
  tx: Transaction,
  actor: Actor,
  { id: fromPersonId }: Person,
  roles: readonly OwnerRole[],
  to: Successors,
): Promise<number> {
  const { today } = await getOrganisation(tx, actor.organisationId)
  const [running, drafts] = [to('personal-tasks'), to('draft-tasks')]
  const moved = new Set([
    ...(await movePersonalTasks(tx, actor, {
      ...{ fromPersonId, toPersonId: running, areLaunched: true },
    })),
    ...(await movePersonalTasks(tx, actor, {
      ...{ fromPersonId, toPersonId: drafts, areLaunched: false },
    })),
  ])
  for (const { taskId } of await handOverRoles(tx, actor, { fromPersonId, roles, to, today })) {
    moved.add(taskId)
  }
  const personIds = [fromPersonId, ...(running ? [running] : [])]
  for (const { taskId } of await settleResponsible(tx, actor, { personIds }, today)) {
    moved.add(taskId)
  }
  await moveReviewParts(tx, actor, {
    ...{ fromPersonId, chairTo: to('reviews') },
    ...{ attendanceTo: to('attendance'), decisionsTo: to('decisions') },
  })
  return moved.size
}

async function handOverRoles(
  tx: Transaction,
  actor: Actor,
  input: {
    fromPersonId: string
    roles: readonly OwnerRole[]
    to: Successors
    today: CalendarDate
  },
) {
  const { fromPersonId, roles, to, today } = input
  const moves = []
  for (const role of roles) {
    const people = peopleWithout(role, fromPersonId, to(`role:${role.id}`))
    moves.push(...(await saveRolePeople(tx, actor, { ...role, ...people }, today)))
  }
  return moves
}
