import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { ReopenInput } from '~/domain/tasks/task-inputs'
import { reopen } from '~/domain/tasks/task-transitions'
import { changeTask, findResponsible, subjectOf } from './change-task.server'

/**
 * It is not over after all. Whoever answers for it today does again, should its role have changed
 * hands meanwhile. Bringing back a cancelled task takes the right to cancel.
 */
export function reopenTask(
  actor: Actor,
  { reason, ...request }: ReopenInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.reopened'>(actor, request, {
    permission: 'task:work',
    async decide(task, doing, tx) {
      if (task.cancelledAt) ensureCan(actor, 'task:cancel', task)
      const change = reopen(task, { reason }, doing)
      return change && { ...change, responsibleId: await findResponsible(tx, task) }
    },
    record: (task) => ({ type: 'task.reopened', payload: { ...subjectOf(task), reason } }),
  })
}
