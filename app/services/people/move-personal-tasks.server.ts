import type { Actor } from '~/domain/access/actor'
import type { Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'

interface MovedTask {
  taskId: string
  planId: string
  action: string
}

/**
 * Names somebody else for the unfinished tasks that somebody was named for personally, or (with null)
 * gives them back to their owner roles. Whose they are from then on is to be settled after it.
 *
 * @returns the ids of the tasks
 */
export async function movePersonalTasks(
  tx: Transaction,
  actor: Actor,
  input: { fromPersonId: string; toPersonId: string | null; areLaunched: boolean },
): Promise<string[]> {
  const { fromPersonId, toPersonId, areLaunched } = input
  const moved = await tx.$queryRaw<MovedTask[]>`
    update task set assignee_id = ${toPersonId}::uuid, version = version + 1
     where organisation_id = ${actor.organisationId}::uuid
       and assignee_id = ${fromPersonId}::uuid and (launched_at is not null) = ${areLaunched}
       and completed_at is null and cancelled_at is null
    returning id::text as "taskId", plan_id::text as "planId", action`
  for (const { taskId, planId, action } of areLaunched ? moved : []) {
    await recordActivity(tx, actor, {
      type: 'task.assigned',
      ...{ taskId, planId },
      payload: { taskId, planId, action, fromPersonId, toPersonId },
    })
  }
  return moved.map(({ taskId }) => taskId)
}
