import type { Actor } from '~/domain/access/actor'
import { complete } from '~/domain/tasks/task-transitions'
import { changeTask, subjectOf, type TaskRequest } from './change-task.server'

/** Its outcome is true. Reminders that were not delivered yet leave it out. */
export function completeTask(actor: Actor, request: TaskRequest): Promise<boolean> {
  return changeTask<'task.completed'>(actor, request, {
    permission: 'task:work',
    decide: (task, doing) => complete(task, {}, doing),
    record: (task) => ({ type: 'task.completed', payload: subjectOf(task) }),
  })
}
