import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { bringRound, nextDueOn, repeatedColumns, takeBack } from '~/domain/tasks/occurrence'
import type { Task } from '~/domain/tasks/task'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { readIn } from '~/infra/database/read.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { noteAssignments } from '../reminders/note-assignments.server'
import { findResponsible, subjectOf } from './change-task.server'
import { saveTask, taskColumns } from './task-rows.server'

/** The next time of a task. */
export interface NextTime {
  id: string
  reference: number
  dueOn: CalendarDate
  /** The organisation's day on which the time before was finished. */
  finishedOn: CalendarDate
}

/**
 * Makes the next time of a task that was finished just now; null for one that does not come round, or
 * whose plan was cancelled. Whoever answers for it hears of it in their next mail when it was not
 * theirs before, unless they finished the task themselves.
 */
export async function startNextOccurrence(
  tx: Transaction,
  actor: Actor,
  task: Task,
): Promise<NextTime | null> {
  const { cadence, organisationId } = task
  if (!cadence || (await isPlanCancelled(tx, task))) return null
  const { calendar, today } = await getOrganisation(tx, organisationId)
  const dueOn = nextDueOn({ dueOn: task.dueOn, completedOn: today, cadence }, calendar)
  const responsibleId = await findResponsible(tx, { ...task, dueOn })
  const earlier = await lockNextOccurrence(tx, task)
  if (earlier && !earlier.cancelledAt) return null
  if (earlier) await saveTask(tx, earlier, { ...bringRound(task, dueOn), responsibleId })
  const next = earlier ?? (await createOccurrence(tx, task, { dueOn, responsibleId }))
  await recordActivity(tx, wardround(task), {
    type: 'task.came-round',
    payload: { ...subjectOf({ ...task, id: next.id }), dueOn, previous: otherOf(task) },
    planId: task.planId,
    taskId: next.id,
  })
  if (responsibleId && responsibleId !== task.responsibleId && responsibleId !== actor.personId) {
    const assignments = [{ taskId: next.id, planId: task.planId, personId: responsibleId }]
    await noteAssignments(tx, { organisationId, onDate: today, assignments })
  }
  return { id: next.id, reference: next.reference, dueOn, finishedOn: today }
}

/**
 * Takes back the next time of a task that is reopened.
 *
 * @throws Invalid when work on it has begun
 */
export async function takeBackNextOccurrence(
  tx: Transaction,
  actor: Actor,
  task: Task,
): Promise<void> {
  const next = await lockNextOccurrence(tx, task)
  if (!next) return
  const where = { organisationId: task.organisationId, taskId: next.id }
  const hasTraces = (await tx.comment.count({ where })) + (await tx.evidence.count({ where })) > 0
  const change = takeBack(next, task, hasTraces, { now: now(), personId: actor.personId })
  if (!change) return
  await saveTask(tx, next, change)
  await recordActivity(tx, actor, {
    type: 'task.cancelled',
    payload: { ...subjectOf(next), reason: change.cancelReason ?? '' },
    planId: next.planId,
    taskId: next.id,
  })
}

/** It comes round by itself; nobody did it. */
const wardround = ({ organisationId }: Task) => ({ organisationId, personId: null })

/** How one task is named in the history of another. */
export const otherOf = ({ id, reference, action }: Task) => ({ taskId: id, reference, action })

async function isPlanCancelled(tx: Transaction, task: Task): Promise<boolean> {
  const { planId: id, organisationId } = task
  return (await tx.plan.count({ where: { id, organisationId, cancelledAt: { not: null } } })) > 0
}

async function lockNextOccurrence(tx: Transaction, task: Task): Promise<Task | null> {
  const [next] = await readIn(tx)<Task[]>`
    select ${taskColumns} from task t
     where t.occurrence_of_id = ${task.id}::uuid
       and t.organisation_id = ${task.organisationId}::uuid for update`
  return next ?? null
}

/** `occurrence_of_id` is unique, so that a task has one next time whatever happens. */
async function createOccurrence(
  tx: Transaction,
  task: Task,
  { dueOn, responsibleId }: { dueOn: CalendarDate; responsibleId: string | null },
): Promise<{ id: string; reference: number }> {
  const { organisationId, planId, goneFromGuideAt } = task
  const { position, templateItemId } = await tx.task.findUniqueOrThrow({
    where: { id: task.id, organisationId },
    select: { position: true, templateItemId: true },
  })
  const { lastReference } = await tx.organisation.update({
    where: { id: organisationId },
    data: { lastReference: { increment: 1 } },
    select: { lastReference: true },
  })
  const id = newId()
  await tx.task.create({
    data: {
      ...repeatedColumns(task),
      ...{ id, organisationId, planId, position, templateItemId, goneFromGuideAt, responsibleId },
      reference: lastReference,
      occurrenceOfId: task.id,
      dueOn: fromCalendarDate(dueOn),
      launchedAt: now(),
      createdAt: now(),
    },
  })
  return { id, reference: lastReference }
}
