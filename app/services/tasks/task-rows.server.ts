import type { Actor } from '~/domain/access/actor'
import { Conflict, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { Task } from '~/domain/tasks/task'
import type { TaskChange } from '~/domain/tasks/task-transitions'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { readIn } from '~/infra/database/read.server'
import { isPlanVisible } from '../plans/visible-plans.server'

/** The columns of a task under the names the rules know them by; the table is called `t`. */
export const taskColumns = Prisma.sql`
  t.id::text, t.organisation_id::text as "organisationId", t.plan_id::text as "planId",
  t.reference, t.action, t.outcome, t.detail, t.why, t.stage, t.horizon_days as "horizonDays",
  t.track::text, t.priority::text,
  coalesce(t.framework_refs, array[]::text[]) as "frameworkRefs", t.cadence,
  t.occurrence_of_id::text as "occurrenceOfId", t.gone_from_guide_at as "goneFromGuideAt",
  t.owner_role_id::text as "ownerRoleId",
  t.assignee_id::text as "assigneeId", t.responsible_id::text as "responsibleId",
  t.due_on::text as "dueOn", t.launched_at as "launchedAt",
  t.started_at as "startedAt", t.started_by_id::text as "startedById",
  t.blocked_at as "blockedAt", t.blocked_by_id::text as "blockedById",
  t.blocked_reason as "blockedReason",
  t.completed_at as "completedAt", t.completed_by_id::text as "completedById",
  t.cancelled_at as "cancelledAt", t.cancelled_by_id::text as "cancelledById",
  t.cancel_reason as "cancelReason", t.version`

/**
 * A launched task of the actor's organisation, locked until the transaction ends: what is decided
 * about it still holds when it is written, and a form sent twice finds the first one's work.
 *
 * @throws NotFound, also for a task of a plan that is still a draft or that the actor does not see
 */
export async function lockTask(tx: Transaction, actor: Actor, taskId: string): Promise<Task> {
  const rows = isId(taskId)
    ? await readIn(tx)<Task[]>`
        select ${taskColumns} from task t
         where t.id = ${taskId}::uuid and t.organisation_id = ${actor.organisationId}::uuid
           and t.launched_at is not null
           and ${isPlanVisible(actor, Prisma.sql`t.plan_id`)}
           for update`
    : []
  if (!rows[0]) throw new NotFound('task')
  return rows[0]
}

/** Writes what a verb changed. @throws Conflict when the row is not the one that was read. */
export async function saveTask(tx: Transaction, task: Task, change: TaskChange): Promise<void> {
  const { dueOn, ...columns } = change
  const { count } = await tx.task.updateMany({
    where: { id: task.id, organisationId: task.organisationId, version: task.version },
    data: {
      ...columns,
      ...(dueOn && { dueOn: fromCalendarDate(dueOn) }),
      version: { increment: 1 },
    },
  })
  if (count === 0) {
    throw new Conflict('Somebody changed this task at the same moment; load it again.', {})
  }
}
