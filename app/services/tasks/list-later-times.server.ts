import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { isId } from '~/domain/shared/ids'
import { rowsPerPage, type TaskRow } from '~/domain/tasks/task-page'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { isUnfinished, taskListColumns, taskListSource } from './task-list.server'
import { isPlanVisible } from '../plans/visible-plans.server'

/**
 * What waits of a plan beside its own tasks: the next times of those that come round, the earliest due
 * first, thirty at most. The plan's numbers leave them out.
 */
export function listLaterTimes(actor: Actor, planId: string): Promise<TaskRow[]> {
  ensureCan(actor, 'plan:read')
  if (!isId(planId)) return Promise.resolve([])
  return read<TaskRow[]>`
    select ${taskListColumns(actor.personId)} from ${taskListSource}
     where t.plan_id = ${planId}::uuid and t.organisation_id = ${actor.organisationId}::uuid
       and t.launched_at is not null and t.occurrence_of_id is not null and ${isUnfinished}
       and ${isPlanVisible(actor, Prisma.sql`t.plan_id`)}
     order by t.due_on, t.reference
     limit ${rowsPerPage}`
}
