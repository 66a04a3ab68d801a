import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { Permission } from '~/domain/access/matrix'
import type { ActivityType } from '~/domain/activity/activity'
import { resolveResponsible } from '~/domain/tasks/resolve-responsible'
import { describeTask, ensureFresh } from '~/domain/tasks/stale'
import type { Task } from '~/domain/tasks/task'
import type { Doing, TaskChange } from '~/domain/tasks/task-transitions'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity, type ActivityRecord } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { loadPeopleToday } from '../people/people-today.server'
import { lockTask, saveTask } from './task-rows.server'

/** What every verb of a task is asked with; `version` is absent where no form showed the task. */
export interface TaskRequest {
  taskId: string
  version?: number | undefined
}

/** One verb: who may, what it changes (null when nothing is left to do) and what it is called. */
interface Step<Type extends ActivityType> {
  permission: Permission
  /** Locks more rows than the task, before it and in an order that every verb keeps to. */
  prepare?: (tx: Transaction) => Promise<void>
  decide: (
    task: Task,
    doing: Doing,
    tx: Transaction,
  ) => TaskChange | null | Promise<TaskChange | null>
  record: (task: Task, change: TaskChange) => Pick<ActivityRecord<Type>, 'type' | 'payload'>
  /** What else happens in the same transaction. */
  then?: (tx: Transaction, task: Task, change: TaskChange) => Promise<void>
}

/**
 * The course every verb of a task takes: scoped, allowed, decided by the rules, not on top of a
 * change the person has not seen, written with its activity. Asking for what is so already is not a
 * conflict, however old the form: a second click on the same button changes nothing.
 *
 * @returns whether anything changed
 */
export function changeTask<Type extends ActivityType>(
  actor: Actor,
  { taskId, version }: TaskRequest,
  { permission, prepare, decide, record, then }: Step<Type>,
): Promise<boolean> {
  return transaction(async (tx) => {
    await prepare?.(tx)
    const task = await lockTask(tx, actor, taskId)
    ensureCan(actor, permission, task)
    const change = await decide(task, { now: now(), personId: actor.personId }, tx)
    if (change === null) return false
    if (version !== undefined && version !== task.version) await refuseStale(tx, task, version)
    await saveTask(tx, task, change)
    await recordActivity(tx, actor, { ...record(task, change), planId: task.planId, taskId })
    await then?.(tx, task, change)
    return true
  })
}

/** The payload part that every activity of a task has. */
export const subjectOf = (task: Task) => ({
  taskId: task.id,
  planId: task.planId,
  action: task.action,
})

async function refuseStale(tx: Transaction, task: Task, version: number): Promise<void> {
  const [person, ownerRole] = [
    task.responsibleId && (await tx.person.findUnique({ where: { id: task.responsibleId } })),
    task.ownerRoleId && (await tx.ownerRole.findUnique({ where: { id: task.ownerRoleId } })),
  ]
  const names = {
    responsibleName: person ? person.name : null,
    ownerRoleName: ownerRole ? ownerRole.name : null,
  }
  ensureFresh(version, task, (current) => describeTask(current, names))
}

/** Who answers for a task with this assignee and owner role, by the people as they are now. */
export async function findResponsible(
  tx: Transaction,
  task: Pick<Task, 'organisationId' | 'assigneeId' | 'ownerRoleId' | 'dueOn'>,
): Promise<string | null> {
  const { organisationId, assigneeId, ownerRoleId, dueOn } = task
  const ownerRole = ownerRoleId
    ? await tx.ownerRole.findFirst({ where: { id: ownerRoleId, organisationId } })
    : null
  const { today } = await getOrganisation(tx, organisationId)
  const people = await loadPeopleToday(tx, { organisationId }, today)
  return resolveResponsible({ assigneeId, ownerRole, dueOn, people })
}
