import type { Actor } from '~/domain/access/actor'
import type { BlockInput } from '~/domain/tasks/task-inputs'
import { block } from '~/domain/tasks/task-transitions'
import { changeTask, subjectOf } from './change-task.server'

/** Something is in the way; reminders rest and the managers' summary names it with the reason. */
export function blockTask(
  actor: Actor,
  { reason, ...request }: BlockInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.blocked'>(actor, request, {
    permission: 'task:work',
    decide: (task, doing) => block(task, { reason }, doing),
    record: (task) => ({ type: 'task.blocked', payload: { ...subjectOf(task), reason } }),
  })
}
