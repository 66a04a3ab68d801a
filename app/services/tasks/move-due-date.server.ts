import type { Actor } from '~/domain/access/actor'
import type { DueDateInput } from '~/domain/tasks/task-inputs'
import { moveDueDate as move } from '~/domain/tasks/task-transitions'
import { getOrganisation } from '../organisations/get-organisation.server'
import { changeTask, subjectOf } from './change-task.server'

/** Gives the task another due date, a working day from today on. */
export function moveDueDate(
  actor: Actor,
  { dueOn, ...request }: DueDateInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.due-date-moved'>(actor, request, {
    permission: 'task:edit',
    async decide(task, doing, tx) {
      const { calendar } = await getOrganisation(tx, actor.organisationId)
      return move(task, { dueOn, calendar }, doing)
    },
    record: (task) => ({
      type: 'task.due-date-moved',
      payload: { ...subjectOf(task), from: task.dueOn, to: dueOn },
    }),
  })
}
