import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { moveRoleTasks } from '../plans/follow-role.server'

/**
 * Writes who an owner role's people are, and lets its open tasks follow.
 * @returns how many tasks moved to somebody else
 */
export async function saveRolePeople(
  tx: Transaction,
  actor: Actor,
  role: Pick<OwnerRole, 'id' | 'organisationId' | 'name' | 'holderId' | 'backupId'>,
  isActive: (personId: string) => boolean,
  today: CalendarDate,
): Promise<number> {
  const { id, organisationId, name, holderId, backupId } = role
  await tx.ownerRole.updateMany({
    where: { id, organisationId },
    data: { holderId, backupId, version: { increment: 1 } },
  })
  const movedTaskCount = await moveRoleTasks(tx, actor, role, isActive, today)
  await recordActivity(tx, actor, {
    type: 'owner-role.assigned',
    payload: { ownerRoleId: id, ownerRoleName: name, holderId, backupId, movedTaskCount },
  })
  return movedTaskCount
}
