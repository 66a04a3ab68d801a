import type { Actor } from '~/domain/access/actor'
import { start } from '~/domain/tasks/task-transitions'
import { changeTask, subjectOf, type TaskRequest } from './change-task.server'

/** Somebody begins to work on it. */
export function startTask(actor: Actor, request: TaskRequest): Promise<boolean> {
  return changeTask<'task.started'>(actor, request, {
    permission: 'task:work',
    decide: (task, doing) => start(task, {}, doing),
    record: (task) => ({ type: 'task.started', payload: subjectOf(task) }),
  })
}
