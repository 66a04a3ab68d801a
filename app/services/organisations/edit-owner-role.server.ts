import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { OwnerRoleInput } from '~/domain/access/owner-roles'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { ensureFresh } from '~/domain/tasks/stale'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { ensureTaskHolder, listActivePeople } from '../people/list-active-people.server'
import type { ActivePerson } from '../people/list-active-people.server'
import { getOrganisation } from './get-organisation.server'
import { ensureNameIsFree } from './owner-role-names.server'
import { saveRolePeople } from './save-role-people.server'

/**
 * Changes what an owner role is called and whose it is. Its open tasks follow its people, all but
 * those that somebody was named for personally.
 *
 * @returns whether anything changed, and how many open tasks moved to somebody else
 * @throws Conflict when somebody changed the role since the form was opened
 * @throws Invalid for a name that is taken, or people who cannot hold tasks
 */
export async function editOwnerRole(
  actor: Actor,
  { ownerRoleId, version, ...input }: OwnerRoleInput & { ownerRoleId: string },
): Promise<{ isChanged: boolean; movedCount: number }> {
  ensureCan(actor, 'owner-role:edit')
  return transaction(async (tx) => {
    const role = await lockOwnerRole(tx, actor, ownerRoleId)
    const { name, aliases, holderId, backupId } = input
    const fields = [
      ...(name === role.name ? [] : ['Name']),
      ...(aliases.join('\n') === role.aliases.join('\n') ? [] : ['Other names']),
    ]
    const hasNewPeople = holderId !== role.holderId || backupId !== role.backupId
    if (fields.length === 0 && !hasNewPeople) return { isChanged: false, movedCount: 0 }
    const people = await listActivePeople(tx, actor)
    ensureFresh(version, role, (current) => describeRole(current, people))
    if (fields.length > 0) await rename(tx, actor, role, { name, aliases, fields })
    if (!hasNewPeople) return { isChanged: true, movedCount: 0 }
    if (holderId !== role.holderId) ensureTaskHolder(people, holderId, 'holderId')
    if (backupId !== role.backupId) ensureTaskHolder(people, backupId, 'backupId')
    const { today } = await getOrganisation(tx, actor.organisationId)
    const isActive = (id: string) => people.some((person) => person.id === id)
    const given = { ...role, name, holderId, backupId }
    const movedCount = await saveRolePeople(tx, actor, given, isActive, today)
    return { isChanged: true, movedCount }
  })
}

async function lockOwnerRole(tx: Transaction, actor: Actor, id: string): Promise<OwnerRole> {
  const { organisationId } = actor
  if (isId(id)) {
    await tx.$queryRaw`
      select id::text from owner_role
       where id = ${id}::uuid and organisation_id = ${organisationId}::uuid for update`
    const role = await tx.ownerRole.findFirst({ where: { id, organisationId } })
    if (role) return role
  }
  throw new NotFound('owner role')
}

async function rename(
  tx: Transaction,
  actor: Actor,
  role: OwnerRole,
  { name, aliases, fields }: { name: string; aliases: string[]; fields: string[] },
): Promise<void> {
  if (name !== role.name) await ensureNameIsFree(tx, actor, name, role.id)
  await tx.ownerRole.updateMany({
    where: { id: role.id, organisationId: role.organisationId },
    data: { name, aliases, version: { increment: 1 } },
  })
  await recordActivity(tx, actor, {
    type: 'owner-role.edited',
    payload: { ownerRoleId: role.id, ownerRoleName: name, fields },
  })
}

function describeRole(role: OwnerRole, people: readonly ActivePerson[]) {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  return {
    Name: role.name,
    'Other names': role.aliases.join(', ') || null,
    Holder: nameOf(role.holderId),
    Backup: nameOf(role.backupId),
  }
}
