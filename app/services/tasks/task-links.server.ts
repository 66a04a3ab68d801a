import type { Actor } from '~/domain/access/actor'
import type { LinkedTask } from '~/domain/tasks/task-page'
import type { Task } from '~/domain/tasks/task'
import type { TaskPair } from '~/domain/tasks/linked-tasks'
import { isId } from '~/domain/shared/ids'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { read, readIn } from '~/infra/database/read.server'
import { statusColumn } from './task-list.server'
import { taskColumns } from './task-rows.server'
import { isPlanVisible } from '../plans/visible-plans.server'

/** The ids of a task and of all that hang together with it, as a query to be joined in. */
export const linkedIds = (actor: Pick<Actor, 'organisationId'>, taskId: string) => Prisma.sql`
  with recursive linked(id) as (
    select ${taskId}::uuid
     union
    select case when l.task_id = g.id then l.other_task_id else l.task_id end
      from linked g join task_link l on g.id in (l.task_id, l.other_task_id)
                                    and l.organisation_id = ${actor.organisationId}::uuid)
  select id from linked`

/**
 * A task and all that hang together with it, drafts and finished ones included, locked in the order
 * of their ids: two people who finish two of them at the same moment wait for each other, and never
 * crosswise.
 */
export function lockLinkedTasks(tx: Transaction, actor: Actor, taskId: string): Promise<Task[]> {
  if (!isId(taskId)) return Promise.resolve([])
  return readIn(tx)<Task[]>`
    select ${taskColumns} from task t
     where t.organisation_id = ${actor.organisationId}::uuid
       and t.id in (${linkedIds(actor, taskId)})
     order by t.id for update`
}

/** The links among some tasks. */
export function listLinksAmong(
  tx: Transaction,
  { organisationId }: Actor,
  taskIds: readonly string[],
): Promise<TaskPair[]> {
  const ids = [...taskIds]
  return tx.taskLink.findMany({
    where: { organisationId, taskId: { in: ids }, otherTaskId: { in: ids } },
    orderBy: { id: 'asc' },
    select: { taskId: true, otherTaskId: true },
  })
}

/** The tasks that hang together with one, for its page. */
export function listLinkedTasks(actor: Actor, taskId: string): Promise<LinkedTask[]> {
  return read<LinkedTask[]>`
    select t.id::text, t.reference, t.action, ${statusColumn} as status,
           t.launched_at is null as "isDraft", t.plan_id::text as "planId", p.title as "planTitle",
           exists (select 1 from task_link l
                    where l.task_id = least(t.id, ${taskId}::uuid)
                      and l.other_task_id = greatest(t.id, ${taskId}::uuid)) as "isDirect"
      from task t join plan p on p.id = t.plan_id
     where t.organisation_id = ${actor.organisationId}::uuid and t.id <> ${taskId}::uuid
       and t.id in (${linkedIds(actor, taskId)})
       and ${isPlanVisible(actor, Prisma.sql`t.plan_id`)}
     order by t.reference`
}
