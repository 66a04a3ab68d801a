import type { Actor } from '~/domain/access/actor'
import { calendarDateAt } from '~/domain/calendar/calendar-date'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { ContactPage, ContactTask, ContactTaskPage } from '~/domain/tasks/contact-page'
import { now } from '~/infra/clock.server'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import type { OpenedLink } from '../people/contact-links.server'
import { isUnfinished, statusColumn } from './task-list.server'

/** More than anybody should be asked by mail at a time. */
const shownTasks = 100

type TaskRow = Omit<ContactTask, 'evidence' | 'comments'>

/** The open tasks that a contact answers for. */
export async function listContactTasks({
  actor,
  organisationName,
  expiresAt,
}: OpenedLink): Promise<ContactPage> {
  const tasks = await readTasks(actor, isUnfinished)
  return {
    ...{ name: actor.name, organisationName, expiresAt, timeZone: actor.timeZone },
    today: calendarDateAt(now(), actor.timeZone),
    tasks: tasks.slice(0, shownTasks),
    total: tasks.length,
  }
}

/**
 * One of them, also once it is done, with what the contact themself said and added.
 * @throws NotFound for anything that is not theirs, as if it did not exist
 */
export async function getContactTask(
  { actor, organisationName }: OpenedLink,
  taskId: string,
): Promise<ContactTaskPage> {
  const [task] = isId(taskId) ? await readTasks(actor, Prisma.sql`t.id = ${taskId}::uuid`) : []
  if (!task) throw new NotFound('task of yours')
  const { organisationId, personId } = actor
  const evidence = await read<ContactTask['evidence']>`
    select id::text, title, added_at as "addedAt" from evidence
     where task_id = ${taskId}::uuid and organisation_id = ${organisationId}::uuid
       and added_by_id = ${personId}::uuid and withdrawn_at is null order by added_at, id`
  const comments = await read<ContactTask['comments']>`
    select id::text, body, created_at as "createdAt" from comment
     where task_id = ${taskId}::uuid and organisation_id = ${organisationId}::uuid
       and created_by_id = ${personId}::uuid order by created_at, id`
  return {
    ...{ organisationName, timeZone: actor.timeZone },
    today: calendarDateAt(now(), actor.timeZone),
    task: { ...task, evidence, comments },
  }
}

/** @throws NotFound for a task that the contact does not answer for, whoever's it is */
export async function ensureContactTask(actor: Actor, taskId: string): Promise<void> {
  const found = isId(taskId) ? await readTasks(actor, Prisma.sql`t.id = ${taskId}::uuid`) : []
  if (found.length === 0) throw new NotFound('task of yours')
}

function readTasks({ organisationId, personId }: Actor, which: Prisma.Sql): Promise<TaskRow[]> {
  return read<TaskRow[]>`
    select t.id::text, t.reference, t.action, t.outcome, t.detail, p.title as "planTitle",
           t.due_on::text as "dueOn", ${statusColumn} as status,
           t.blocked_reason as "blockedReason", t.version
      from task t join plan p on p.id = t.plan_id
     where t.organisation_id = ${organisationId}::uuid and t.responsible_id = ${personId}::uuid
       and t.launched_at is not null and p.cancelled_at is null and ${which}
     order by t.due_on, t.reference`
}
