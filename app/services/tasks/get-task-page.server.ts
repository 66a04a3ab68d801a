import type { StandIn } from '~/domain/access/absence'
import type { Actor } from '~/domain/access/actor'
import { can, canHoldTasks, ensureCan } from '~/domain/access/can'
import { isActivityType, parseActivity } from '~/domain/activity/activity'
import { describeActivity } from '~/domain/activity/describe-activity'
import { calendarDateAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import { frameworkWords } from '~/domain/frameworks/catalog/catalog'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { isFinished, taskStatus, type Task } from '~/domain/tasks/task'
import {
  pagingOf,
  rowsPerPage,
  type EvidenceItem,
  type Occurrences,
  type TaskEvent,
  type TaskPage,
} from '~/domain/tasks/task-page'
import { now } from '~/infra/clock.server'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { linkedIds, listLinkedTasks } from './task-links.server'
import { taskColumns } from './task-rows.server'
import { isPlanVisible } from '../plans/visible-plans.server'

/** Who opened a file stands in the audit log alone; a task's history tells what was done. */
const isTold = Prisma.sql`a.type <> 'evidence.read'`

interface Row extends Task {
  planTitle: string
  isPlanCancelled: boolean
  ownerRoleName: string | null
  holderId: string | null
  organisationZone: string
  templateId: string | null
  itemId: string | null
  occurrences: Occurrences
  eventCount: number
}

interface PersonRow {
  id: string
  name: string
  permissionRole: PermissionRole
  isActive: boolean
  /** The last day of an absence that today lies in. */
  awayUntil: CalendarDate | null
}

interface EventRow {
  id: string
  at: Date
  type: string
  personId: string | null
  payload: unknown
  body: string | null
}

/**
 * One launched task with its evidence and its history, newest first.
 * @throws NotFound
 */
export async function getTaskPage(
  actor: Actor,
  taskId: string,
  { page = 1 }: { page?: number } = {},
): Promise<TaskPage> {
  ensureCan(actor, 'task:read')
  const row = await findRow(actor, taskId)
  if (!row) throw new NotFound('task')
  const { planTitle, isPlanCancelled, ownerRoleName, templateId, itemId, eventCount, ...rest } = row
  const { occurrences, holderId, organisationZone: _zone, ...task } = rest
  const eventPaging = pagingOf(page, eventCount)
  const organisationToday = calendarDateAt(now(), rest.organisationZone)
  const may = {
    work: can(actor, 'task:work', task),
    assign: can(actor, 'task:assign', task),
    edit: can(actor, 'task:edit', task),
    cancel: can(actor, 'task:cancel', task),
  }
  const [people, evidence, events, ownerRoles, links] = await Promise.all([
    listPeople(actor, organisationToday),
    listEvidence(actor, taskId),
    listEvents(actor, taskId, eventPaging.page),
    may.edit ? listOwnerRoles(actor) : [],
    listLinkedTasks(actor, taskId),
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null
  return {
    today: calendarDateAt(now(), actor.timeZone),
    task: { ...task, status: taskStatus(task) },
    planTitle,
    isPlanCancelled,
    ownerRoleName,
    responsibleName: nameOf(task.responsibleId),
    standIn: standInOf(task, holderId, people),
    source: templateId && itemId ? { templateId, itemId } : null,
    frameworkWords: frameworkWords(task.frameworkRefs),
    statusBy: nameOf(statusPersonId(task)),
    evidence,
    links,
    occurrences,
    events: events.map((event) => eventOf(event, nameOf)),
    eventPaging,
    assignable: may.assign ? assignable(people) : [],
    ownerRoles,
    may,
  }
}

async function findRow(actor: Actor, taskId: string): Promise<Row | undefined> {
  if (!isId(taskId)) return undefined
  const rows = await read<Row[]>`
    select ${taskColumns}, p.title as "planTitle", p.cancelled_at is not null as "isPlanCancelled",
           r.name as "ownerRoleName", r.holder_id::text as "holderId",
           o.time_zone as "organisationZone", i.template_id::text as "templateId", i.id::text as "itemId",
           json_build_object(
             'previous', case when previous.id is not null
               then json_build_object('id', previous.id, 'reference', previous.reference) end,
             'next', case when next.id is not null
               then json_build_object('id', next.id, 'reference', next.reference,
                                      'dueOn', next.due_on) end) as occurrences,
           (select count(*)::int from activity a where a.task_id = t.id and ${isTold}) as "eventCount"
      from task t join plan p on p.id = t.plan_id
      join organisation o on o.id = t.organisation_id
      left join owner_role r on r.id = t.owner_role_id
      left join template_item i on i.id = t.template_item_id and i.source_start is not null
      left join task previous on previous.id = t.occurrence_of_id
      left join task next on next.occurrence_of_id = t.id and next.cancelled_at is null
     where t.id = ${taskId}::uuid and t.organisation_id = ${actor.organisationId}::uuid
       and t.launched_at is not null and ${isPlanVisible(actor, Prisma.sql`t.plan_id`)}`
  return rows[0]
}

function listPeople(actor: Actor, today: CalendarDate): Promise<PersonRow[]> {
  return read<PersonRow[]>`
    select id::text, name, permission_role::text as "permissionRole",
           deactivated_at is null as "isActive",
           case when ${today}::date between out_of_office_from and out_of_office_until
                then out_of_office_until::text end as "awayUntil"
      from person where organisation_id = ${actor.organisationId}::uuid order by name, id`
}

function listOwnerRoles(actor: Actor): Promise<{ id: string; name: string }[]> {
  return read<{ id: string; name: string }[]>`
    select id::text, name from owner_role
     where organisation_id = ${actor.organisationId}::uuid order by position, name`
}

function listEvidence(actor: Actor, taskId: string): Promise<EvidenceItem[]> {
  return read<EvidenceItem[]>`
    select e.id::text, e.task_id::text as "taskId", e.kind::text, e.title, e.url, e.note, e.file_name as "fileName",
           e.file_bytes as "fileBytes", e.added_at as "addedAt", a.name as "addedByName",
           e.withdrawn_at as "withdrawnAt", w.name as "withdrawnByName",
           e.withdraw_reason as "withdrawReason",
           case when e.task_id <> ${taskId}::uuid then t.reference end as "fromReference"
      from evidence e join person a on a.id = e.added_by_id
      join task t on t.id = e.task_id
      left join person w on w.id = e.withdrawn_by_id
     where e.organisation_id = ${actor.organisationId}::uuid
       and (e.task_id = ${taskId}::uuid
            or e.withdrawn_at is null and e.task_id in (${linkedIds(actor, taskId)})
               and ${isPlanVisible(actor, Prisma.sql`t.plan_id`)})
     order by e.withdrawn_at is not null, e.task_id <> ${taskId}::uuid, e.added_at, e.id`
}

function listEvents(actor: Actor, taskId: string, page: number): Promise<EventRow[]> {
  return read<EventRow[]>`
    select a.id::text, a.at, a.type, a.person_id::text as "personId", a.payload, c.body
      from activity a
      left join comment c on a.type = 'task.commented' and c.task_id = a.task_id
                         and c.id = (a.payload ->> 'commentId')::uuid
     where a.task_id = ${taskId}::uuid and a.organisation_id = ${actor.organisationId}::uuid
       and ${isTold}
     order by a.at desc, a.id desc
     limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`
}

function eventOf(row: EventRow, nameOf: (id: string | null) => string | null): TaskEvent {
  const { id, at, type, personId: actorId, payload, body } = row
  const sentence = isActivityType(type)
    ? describeActivity(
        parseActivity({ type, actorId, payload }),
        { person: nameOf },
        { isOwnHistory: true },
      )
    : 'Something happened that this version of Wardround has no words for'
  return { id, at, type, sentence, body }
}

/** Whose an open task would be, were they not away today; null where it is theirs or nobody is away. */
function standInOf(
  task: Task,
  holderId: string | null,
  people: readonly PersonRow[],
): StandIn | null {
  if (isFinished(task)) return null
  const first = [task.assigneeId, holderId]
    .map((id) => people.find((person) => person.id === id))
    .find((person) => person?.isActive)
  if (!first?.awayUntil || first.id === task.responsibleId) return null
  const asked = people.find(({ id }) => id === task.responsibleId)
  return { awayName: first.name, awayUntil: first.awayUntil, askedName: asked?.name ?? null }
}

const statusPersonId = (task: Task) =>
  task.cancelledById ?? task.completedById ?? task.blockedById ?? task.startedById

const assignable = (people: readonly PersonRow[]) =>
  people
    .filter(({ isActive, permissionRole }) => isActive && canHoldTasks(permissionRole))
    .map(({ id, name }) => ({ id, name }))
