import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { noteAssignments } from '../reminders/note-assignments.server'
import { findResponsible } from '../tasks/change-task.server'

interface MovedTask {
  taskId: string
  planId: string
  action: string
  isLaunched: boolean
}

/**
 * Gives the unfinished tasks that somebody was named for personally to somebody else, or (with null)
 * back to their owner roles. Whoever gets one hears of it, if its plan is launched.
 *
 * @returns how many tasks moved
 */
export async function movePersonalTasks(
  tx: Transaction,
  actor: Actor,
  input: { fromPersonId: string; toPersonId: string | null; today: CalendarDate },
): Promise<number> {
  const { fromPersonId, toPersonId, today } = input
  const { organisationId } = actor
  const groups = await tx.task.groupBy({
    by: ['ownerRoleId'],
    where: { organisationId, assigneeId: fromPersonId, completedAt: null, cancelledAt: null },
  })
  let movedCount = 0
  for (const { ownerRoleId } of groups) {
    const personId = await findResponsible(tx, {
      ...{ organisationId, ownerRoleId },
      assigneeId: toPersonId,
    })
    const moved = await tx.$queryRaw<MovedTask[]>`
      update task set assignee_id = ${toPersonId}::uuid, version = version + 1,
             responsible_id = case when launched_at is null then responsible_id
                                   else ${personId}::uuid end
       where organisation_id = ${organisationId}::uuid and assignee_id = ${fromPersonId}::uuid
         and owner_role_id is not distinct from ${ownerRoleId}::uuid
         and completed_at is null and cancelled_at is null
      returning id::text as "taskId", plan_id::text as "planId", action,
                launched_at is not null as "isLaunched"`
    const running = moved.filter(({ isLaunched }) => isLaunched)
    if (personId) {
      const assignments = running.map(({ taskId, planId }) => ({ taskId, planId, personId }))
      await noteAssignments(tx, { organisationId, onDate: today, assignments })
    }
    for (const { taskId, planId, action } of running) {
      await recordActivity(tx, actor, {
        type: 'task.assigned',
        ...{ taskId, planId },
        payload: { taskId, planId, action, fromPersonId, toPersonId },
      })
    }
    movedCount += moved.length
  }
  return movedCount
}
