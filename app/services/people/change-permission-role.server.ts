import type { Actor } from '~/domain/access/actor'
import { canHoldTasks, ensureCan } from '~/domain/access/can'
import type { PermissionRoleInput } from '~/domain/access/person-inputs'
import { Invalid } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import {
  getPersonRow,
  isLastAdministrator,
  lockAdministrators,
  savePerson,
} from './person-rows.server'

/**
 * Gives somebody another permission role; it counts from their next click.
 *
 * @returns whether anything changed
 * @throws Invalid for the only administrator, or for an auditor to be who still has work
 */
export async function changePermissionRole(
  actor: Actor,
  { personId, permissionRole, version }: PermissionRoleInput & { personId: string },
): Promise<boolean> {
  ensureCan(actor, 'person:manage')
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actor)
    const person = await getPersonRow(tx, actor, personId)
    if (person.permissionRole === permissionRole) return false
    if (isLastAdministrator(administrators, person.id)) {
      throw new Invalid(
        'only-administrator',
        `${person.name} is the only administrator. Make somebody else administrator first.`,
        'permissionRole',
      )
    }
    await ensureHoldsNothing(tx, person, permissionRole)
    await savePerson(tx, person, version, { permissionRole })
    await recordActivity(tx, actor, {
      type: 'person.role-changed',
      payload: { personId: person.id, from: person.permissionRole, to: permissionRole },
    })
    return true
  })
}

/** Whoever only reads from now on must not be left with tasks that they could not finish. */
async function ensureHoldsNothing(
  tx: Transaction,
  { id, name, organisationId }: Person,
  role: PermissionRole,
): Promise<void> {
  if (canHoldTasks(role)) return
  const tasks = await tx.task.count({
    where: { organisationId, responsibleId: id, completedAt: null, cancelledAt: null },
  })
  const roles = await tx.ownerRole.count({
    where: { organisationId, OR: [{ holderId: id }, { backupId: id }] },
  })
  if (tasks === 0 && roles === 0) return
  throw new Invalid(
    'holds-work',
    `${name} has open tasks or an owner role, and an auditor cannot work on them. Give them to somebody else first.`,
    'permissionRole',
  )
}
