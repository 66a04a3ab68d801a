import type { Actor } from '~/domain/access/actor'
import type { CancelInput } from '~/domain/tasks/task-inputs'
import { cancel } from '~/domain/tasks/task-transitions'
import { changeTask, subjectOf } from './change-task.server'

/** It will not be done, for a reason that stays on record; it counts in no percentage. */
export function cancelTask(
  actor: Actor,
  { reason, ...request }: CancelInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.cancelled'>(actor, request, {
    permission: 'task:cancel',
    decide: (task, doing) => cancel(task, { reason }, doing),
    record: (task) => ({ type: 'task.cancelled', payload: { ...subjectOf(task), reason } }),
  })
}
