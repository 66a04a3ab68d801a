import type { Actor } from '~/domain/access/actor'
import { canHoldTasks } from '~/domain/access/can'
import { Invalid } from '~/domain/shared/errors'
import type { AssignmentInput } from '~/domain/tasks/task-inputs'
import { assign } from '~/domain/tasks/task-transitions'
import type { Transaction } from '~/infra/database/database.server'
import { announceTask } from './announce-task.server'
import { changeTask, findResponsible, subjectOf } from './change-task.server'

/**
 * Names a person, or gives the task back to its owner role. Whoever answers for it from now on
 * hears of it in their next mail, unless they did it themselves.
 */
export function assignTask(
  actor: Actor,
  { assigneeId, ...request }: AssignmentInput & { taskId: string },
): Promise<boolean> {
  return changeTask<'task.assigned'>(actor, request, {
    permission: 'task:assign',
    async decide(task, doing, tx) {
      const change = assign(task, { assigneeId }, doing)
      if (change === null) return null
      if (assigneeId) await ensureCanHold(tx, actor, assigneeId)
      return { ...change, responsibleId: await findResponsible(tx, { ...task, assigneeId }) }
    },
    record: (task) => ({
      type: 'task.assigned',
      payload: { ...subjectOf(task), fromPersonId: task.assigneeId, toPersonId: assigneeId },
    }),
    then: (tx, task, change) => announceTask(tx, actor, task, change),
  })
}

/** @throws Invalid when the person is unknown here, gone, or only reads */
async function ensureCanHold(tx: Transaction, actor: Actor, personId: string): Promise<void> {
  const person = await tx.person.findFirst({
    where: { id: personId, organisationId: actor.organisationId },
  })
  if (!person || person.deactivatedAt) {
    throw new Invalid(
      'no-such-person',
      'This person is not in the organisation any more; choose somebody else.',
      'assigneeId',
    )
  }
  if (!canHoldTasks(person.permissionRole)) {
    throw new Invalid(
      'reads-only',
      `${person.name} is an auditor and cannot hold tasks; choose somebody else.`,
      'assigneeId',
    )
  }
}
