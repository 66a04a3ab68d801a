import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { OwnerRoleInput } from '~/domain/access/owner-roles'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { ensureFresh } from '~/domain/tasks/stale'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { ensureNameIsFree } from './owner-role-names.server'

/**
 * Changes what an owner role is called. Who holds it is `changeRolePeople`'s.
 *
 * @returns whether anything changed
 * @throws Conflict when somebody changed the role since the form was opened
 * @throws Invalid for a name that is taken
 */
export async function editOwnerRole(
  actor: Actor,
  { ownerRoleId, version, ...input }: OwnerRoleInput & { ownerRoleId: string },
): Promise<boolean> {
  ensureCan(actor, 'owner-role:edit')
  return transaction(async (tx) => {
    const role = await lockOwnerRole(tx, actor, ownerRoleId)
    const { name, aliases } = input
    const fields = [
      ...(name === role.name ? [] : ['Name']),
      ...(aliases.join('\n') === role.aliases.join('\n') ? [] : ['Other names']),
    ]
    if (fields.length === 0) return false
    ensureFresh(version, role, describeRole)
    await rename(tx, actor, role, { name, aliases, fields })
    return true
  })
}

/** @throws NotFound */
export async function lockOwnerRole(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId'>,
  id: string,
): Promise<OwnerRole> {
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

const describeRole = (role: OwnerRole) => ({
  Name: role.name,
  'Other names': role.aliases.join(', ') || null,
})
