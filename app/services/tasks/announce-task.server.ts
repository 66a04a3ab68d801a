import type { Actor } from '~/domain/access/actor'
import type { Task } from '~/domain/tasks/task'
import type { TaskChange } from '~/domain/tasks/task-transitions'
import type { Transaction } from '~/infra/database/database.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { noteAssignments } from '../reminders/note-assignments.server'

/** Lets somebody who answers for the task from now on hear of it, unless they did it themselves. */
export async function announceTask(
  tx: Transaction,
  actor: Actor,
  task: Task,
  { responsibleId: personId }: TaskChange,
): Promise<void> {
  if (!personId || personId === task.responsibleId || personId === actor.personId) return
  const { id: organisationId, today } = await getOrganisation(tx, task.organisationId)
  await noteAssignments(tx, {
    organisationId,
    onDate: today,
    assignments: [{ taskId: task.id, planId: task.planId, personId }],
  })
}
