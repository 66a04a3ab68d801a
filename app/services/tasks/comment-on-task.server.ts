import { subMinutes } from 'date-fns'
import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { CommentInput } from '~/domain/tasks/task-inputs'
import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { subjectOf } from './change-task.server'
import { lockTask } from './task-rows.server'

/** The same words by the same person within this time are the same form sent twice. */
const doubleSubmitMinutes = 2

/** Says something about the task. Returns the comment's id. */
export function commentOnTask(
  actor: Actor,
  { taskId, body }: CommentInput & { taskId: string },
): Promise<string> {
  return transaction(async (tx) => {
    const task = await lockTask(tx, actor, taskId)
    ensureCan(actor, 'task:work', task)
    const { organisationId, personId: createdById } = actor
    const repeated = await tx.comment.findFirst({
      where: {
        organisationId,
        taskId,
        createdById,
        body,
        createdAt: { gt: subMinutes(now(), doubleSubmitMinutes) },
      },
    })
    if (repeated) return repeated.id
    const id = newId()
    await tx.comment.create({
      data: { id, organisationId, taskId, createdById, body, createdAt: now() },
    })
    await recordActivity(tx, actor, {
      type: 'task.commented',
      payload: { ...subjectOf(task), commentId: id },
      planId: task.planId,
      taskId,
    })
    return id
  })
}
