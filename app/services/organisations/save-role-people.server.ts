import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Transaction } from '~/infra/database/database.server'
import type { OwnerRole } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { settleResponsible, type TaskMove } from '../tasks/settle-responsible.server'
import { recordTenures } from './owner-role-tenures.server'

/**
 * Writes who an owner role's people are, since when, and lets its open tasks follow: all but those
 * that somebody who is still there was named for personally. Whoever gets a task hears of it. Every
 * change of an owner role's people comes through here.
 *
 * @returns the tasks that went to somebody else
 */
export async function saveRolePeople(
  tx: Transaction,
  actor: Actor,
  role: Pick<OwnerRole, 'id' | 'organisationId' | 'name' | 'holderId' | 'backupId'>,
  today: CalendarDate,
): Promise<TaskMove[]> {
  const { id, organisationId, name, holderId, backupId } = role
  await tx.ownerRole.updateMany({
    where: { id, organisationId },
    data: { holderId, backupId, version: { increment: 1 } },
  })
  await recordTenures(tx, actor, role)
  const moves = await settleResponsible(tx, actor, { ownerRoleIds: [id] }, today)
  await recordActivity(tx, actor, {
    type: 'owner-role.assigned',
    payload: {
      ...{ ownerRoleId: id, ownerRoleName: name, holderId, backupId },
      movedTaskCount: moves.length,
    },
  })
  return moves
}
