import type { Actor } from '~/domain/access/actor'
import { unblock } from '~/domain/tasks/task-transitions'
import { changeTask, subjectOf, type TaskRequest } from './change-task.server'

/** Nothing is in the way any more; reminders go on. */
export function unblockTask(actor: Actor, request: TaskRequest): Promise<boolean> {
  return changeTask<'task.unblocked'>(actor, request, {
    permission: 'task:work',
    decide: (task, doing) => unblock(task, {}, doing),
    record: (task) => ({ type: 'task.unblocked', payload: subjectOf(task) }),
  })
}
