import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { resolveResponsible, type OwnerRolePeople } from '~/domain/tasks/resolve-responsible'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { readIn } from '~/infra/database/read.server'
import { loadPeopleToday } from '../people/people-today.server'
import { noteAssignments } from '../reminders/note-assignments.server'

type Scope = Pick<Actor, 'organisationId'>

/** Which open tasks are looked at: those of some owner roles, or whatever some people have a part in. */
export type SettledTasks = { ownerRoleIds: readonly string[] } | { personIds: readonly string[] }

/** A running, unfinished task that goes to somebody else. */
export interface TaskMove {
  taskId: string
  planId: string
  version: number
  from: string | null
  to: string | null
}

interface TaskToSettle {
  taskId: string
  planId: string
  version: number
  ownerRoleId: string | null
  assigneeId: string | null
  responsibleId: string | null
  dueOn: CalendarDate
}

/**
 * What would go to whom, by the people as they are on a day; nothing finished is among it.
 *
 * @param options.instead owner roles with other people than they have, for a look ahead
 * @param options.isLocked locks the tasks until the transaction ends, in the order of their ids
 */
export async function listTaskMoves(
  tx: Transaction,
  { organisationId }: Scope,
  tasks: SettledTasks,
  today: CalendarDate,
  options: { instead?: ReadonlyMap<string, OwnerRolePeople>; isLocked?: boolean } = {},
): Promise<TaskMove[]> {
  const roles = await tx.ownerRole.findMany({
    where: { organisationId },
    select: { id: true, holderId: true, backupId: true },
  })
  const byId = new Map<string, OwnerRolePeople>(roles.map((role) => [role.id, role]))
  for (const [id, people] of options.instead ?? []) byId.set(id, people)
  const rows = await readIn(tx)<TaskToSettle[]>`
    select t.id::text as "taskId", t.plan_id::text as "planId", t.version,
           t.owner_role_id::text as "ownerRoleId", t.assignee_id::text as "assigneeId",
           t.responsible_id::text as "responsibleId", t.due_on::text as "dueOn"
      from task t
     where t.organisation_id = ${organisationId}::uuid and t.launched_at is not null
       and t.completed_at is null and t.cancelled_at is null and ${concerned(tasks, byId)}
     order by t.id ${options.isLocked ? Prisma.sql`for update` : Prisma.empty}`
  const people = await loadPeopleToday(tx, { organisationId }, today)
  return rows.flatMap(({ responsibleId: from, assigneeId, ownerRoleId, dueOn, ...task }) => {
    const ownerRole = (ownerRoleId && byId.get(ownerRoleId)) || null
    const to = resolveResponsible({ assigneeId, ownerRole, dueOn, people })
    return to === from ? [] : [{ ...task, from, to }]
  })
}

/** What would move if owner roles had these people. */
export const listRoleMoves = (
  tx: Transaction,
  scope: Scope,
  roles: readonly ({ roleId: string } & OwnerRolePeople)[],
  today: CalendarDate,
  isLocked = false,
): Promise<TaskMove[]> =>
  listTaskMoves(tx, scope, { ownerRoleIds: roles.map(({ roleId }) => roleId) }, today, {
    instead: new Map(roles.map((role) => [role.roleId, role])),
    isLocked,
  })

function concerned(tasks: SettledTasks, roles: ReadonlyMap<string, OwnerRolePeople>): Prisma.Sql {
  if ('ownerRoleIds' in tasks) {
    return Prisma.sql`t.owner_role_id = any(${[...tasks.ownerRoleIds]}::uuid[])`
  }
  const ids = [...tasks.personIds]
  const held = [...roles].flatMap(([id, { holderId, backupId }]) =>
    [holderId, backupId].some((personId) => personId && ids.includes(personId)) ? [id] : [],
  )
  return Prisma.sql`(t.owner_role_id = any(${held}::uuid[]) or t.assignee_id = any(${ids}::uuid[])
                     or t.responsible_id = any(${ids}::uuid[]))`
}

/**
 * Lets open tasks go to who answers for them today. Whoever gets one that they were never told of
 * hears of it; somebody who is back is not told once more of what they know.
 *
 * @returns what moved
 */
export async function settleResponsible(
  tx: Transaction,
  scope: Scope,
  tasks: SettledTasks,
  today: CalendarDate,
): Promise<TaskMove[]> {
  const { organisationId } = scope
  const moves = await listTaskMoves(tx, scope, tasks, today, { isLocked: true })
  const byPerson = new Map<string | null, TaskMove[]>()
  for (const move of moves) byPerson.set(move.to, [...(byPerson.get(move.to) ?? []), move])
  for (const [personId, given] of byPerson) {
    await tx.task.updateMany({
      where: { organisationId, id: { in: given.map(({ taskId }) => taskId) } },
      data: { responsibleId: personId, version: { increment: 1 } },
    })
  }
  await noteAssignments(tx, {
    organisationId,
    onDate: today,
    assignments: await untold(tx, organisationId, moves),
  })
  return moves
}

/** Those of the moves whose new person was never told of the task. */
async function untold(tx: Transaction, organisationId: string, moves: readonly TaskMove[]) {
  const told = await readIn(tx)<{ taskId: string; personId: string }[]>`
    select distinct task_id::text as "taskId", person_id::text as "personId" from reminder
     where organisation_id = ${organisationId}::uuid and kind = 'assignment' and state <> 'held'
       and task_id = any(${moves.map(({ taskId }) => taskId)}::uuid[])`
  const known = new Set(told.map(({ taskId, personId }) => `${taskId} ${personId}`))
  return moves.flatMap(({ taskId, planId, to: personId }) =>
    personId && !known.has(`${taskId} ${personId}`) ? [{ taskId, planId, personId }] : [],
  )
}
