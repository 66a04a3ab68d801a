import type { Actor } from '~/domain/access/actor'
import type { DueDateInput } from '~/domain/tasks/task-inputs'
import { moveDueDate as move } from '~/domain/tasks/task-transitions'
import { getOrganisation } from '../organisations/get-organisation.server'
import { announceTask } from './announce-task.server'
import { changeTask, findResponsible, subjectOf } from './change-task.server'

/** Gives the task another due date, a working day from today on. */
export function moveDueDate(
  actor: Actor,
  { dueOn, ...request }: DueDateInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.due-date-moved'>(actor, request, {
    permission: 'task:edit',
    async decide(task, doing, tx) {
      const { calendar } = await getOrganisation(tx, actor.organisationId)
      const change = move(task, { dueOn, calendar }, doing)
      // Somebody named personally who is away is asked only for what can wait for them.
      return change && { ...change, responsibleId: await findResponsible(tx, { ...task, dueOn }) }
    },
    record: (task) => ({
      type: 'task.due-date-moved',
      payload: { ...subjectOf(task), from: task.dueOn, to: dueOn },
    }),
    then: (tx, task, change) => announceTask(tx, actor, task, change),
  })
}
