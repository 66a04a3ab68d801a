import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type {
  RolePeopleChoice,
  RolePeopleInput,
  RolePeoplePreview,
} from '~/domain/access/owner-roles'
import { Conflict, DomainError, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { ensureFresh } from '~/domain/tasks/stale'
import { db, transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import {
  ensureTaskHolder,
  listActivePeople,
  type ActivePerson,
} from '../people/list-active-people.server'
import { describeMoves, seenMoves } from '../tasks/describe-moves.server'
import { listRoleMoves, type TaskMove } from '../tasks/settle-responsible.server'
import { lockOwnerRole } from './edit-owner-role.server'
import { getOrganisation } from './get-organisation.server'
import { saveRolePeople } from './save-role-people.server'

/**
 * What would move if an owner role had these people: the tasks, by plan, and who would get mail. What
 * is finished is not among it. Nothing is written.
 * @throws NotFound
 */
export async function previewRolePeople(
  actor: Actor,
  { ownerRoleId, ...wanted }: RolePeopleChoice & { ownerRoleId: string },
): Promise<RolePeoplePreview> {
  ensureCan(actor, 'owner-role:edit')
  const { organisationId } = actor
  const role = isId(ownerRoleId)
    ? await db().ownerRole.findFirst({ where: { id: ownerRoleId, organisationId } })
    : null
  if (!role) throw new NotFound('owner role')
  const people = await listActivePeople(db(), actor)
  const { today } = await getOrganisation(db(), organisationId)
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  const moves = await listRoleMoves(db(), actor, [{ roleId: role.id, ...wanted }], today)
  return {
    ...{ id: role.id, name: role.name, version: role.version, today, ...wanted },
    ...{ holderName: nameOf(wanted.holderId), backupName: nameOf(wanted.backupId) },
    isSame: hasThem(role, wanted),
    obstacle: obstacleTo(role, wanted, people),
    moves: await describeMoves(db(), actor, moves),
    seen: seenMoves([role.id, wanted.holderId, wanted.backupId], moves),
  }
}

/**
 * Gives an owner role to other people, as the preview showed it. Its open tasks follow them, all but
 * those that somebody was named for personally; later times of tasks that come round do too.
 *
 * @returns whether anything changed, and how many open tasks moved to somebody else
 * @throws Conflict when the role, or what would move, is not what the preview showed
 * @throws Invalid for people who cannot hold tasks
 */
export async function changeRolePeople(
  actor: Actor,
  { ownerRoleId, version, seen, ...wanted }: RolePeopleInput & { ownerRoleId: string },
): Promise<{ isChanged: boolean; movedCount: number }> {
  ensureCan(actor, 'owner-role:edit')
  return transaction(async (tx) => {
    const role = await lockOwnerRole(tx, actor, ownerRoleId)
    if (hasThem(role, wanted)) return { isChanged: false, movedCount: 0 }
    const people = await listActivePeople(tx, actor)
    ensureFresh(version, role, (current) => describePeople(current, people))
    ensurePeopleFit(role, wanted, people)
    const { today } = await getOrganisation(tx, actor.organisationId)
    const moves = await listRoleMoves(tx, actor, [{ roleId: role.id, ...wanted }], today, true)
    if (seenMoves([role.id, wanted.holderId, wanted.backupId], moves) !== seen) {
      throw movesAreOthers(moves)
    }
    const moved = await saveRolePeople(tx, actor, { ...role, ...wanted }, today)
    return { isChanged: true, movedCount: moved.length }
  })
}

const hasThem = (role: OwnerRole, { holderId, backupId }: RolePeopleChoice) =>
  role.holderId === holderId && role.backupId === backupId

function ensurePeopleFit(
  role: OwnerRole,
  { holderId, backupId }: RolePeopleChoice,
  people: readonly ActivePerson[],
): void {
  if (holderId !== role.holderId) ensureTaskHolder(people, holderId, 'holderId')
  if (backupId !== role.backupId) ensureTaskHolder(people, backupId, 'backupId')
}

function obstacleTo(
  role: OwnerRole,
  wanted: RolePeopleChoice,
  people: readonly ActivePerson[],
): string | null {
  if (wanted.holderId !== null && wanted.holderId === wanted.backupId) {
    return 'Holder and backup are the same person; choose another backup, or none.'
  }
  try {
    ensurePeopleFit(role, wanted, people)
    return null
  } catch (refusal) {
    if (refusal instanceof DomainError) return refusal.message
    throw refusal
  }
}

const movesAreOthers = (moves: readonly TaskMove[]) =>
  new Conflict(
    'The tasks that would move are not those that this page showed: somebody worked on them meanwhile. Nothing was changed; look at what moves now, then confirm again.',
    { 'Tasks that move': String(moves.length) },
  )

function describePeople(role: OwnerRole, people: readonly ActivePerson[]) {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  return { Holder: nameOf(role.holderId), Backup: nameOf(role.backupId) }
}
