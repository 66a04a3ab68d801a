import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { NewOwnerRoleInput } from '~/domain/access/owner-roles'
import { transaction } from '~/infra/database/database.server'
import { now } from '~/infra/clock.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { ensureNameIsFree } from './owner-role-names.server'

/**
 * Adds an owner role of the organisation's own, with nobody in it yet.
 * @returns its id
 * @throws Invalid when there is one by that name
 */
export async function addOwnerRole(
  actor: Actor,
  { name, aliases }: NewOwnerRoleInput,
): Promise<string> {
  ensureCan(actor, 'owner-role:edit')
  const { organisationId } = actor
  return transaction(async (tx) => {
    await ensureNameIsFree(tx, actor, name, null)
    const last = await tx.ownerRole.aggregate({
      where: { organisationId },
      _max: { position: true },
    })
    const id = newId()
    const position = (last._max.position ?? -1) + 1
    await tx.ownerRole.create({
      data: { id, organisationId, name, aliases, position, createdAt: now() },
    })
    await recordActivity(tx, actor, {
      type: 'owner-role.added',
      payload: { ownerRoleId: id, ownerRoleName: name },
    })
    return id
  })
}
