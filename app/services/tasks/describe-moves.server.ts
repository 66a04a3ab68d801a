import type { Actor } from '~/domain/access/actor'
import type { TaskMoves } from '~/domain/access/owner-roles'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Transaction } from '~/infra/database/database.server'
import { readIn } from '~/infra/database/read.server'
import { sha256 } from '~/infra/ids.server'
import type { TaskMove } from './settle-responsible.server'

/** How many of the tasks that move are named one by one. */
const namedMoves = 20

interface MovedRow {
  id: string
  planId: string
  planTitle: string
  reference: number
  action: string
  dueOn: CalendarDate
  isRecurring: boolean
}

/** What moves, in words: counts over all of it, the first twenty, and who gets mail. */
export async function describeMoves(
  tx: Transaction,
  { organisationId }: Pick<Actor, 'organisationId'>,
  moves: readonly TaskMove[],
): Promise<TaskMoves> {
  const byTask = new Map(moves.map((move) => [move.taskId, move]))
  const rows = await readIn(tx)<MovedRow[]>`
    select t.id::text, t.plan_id::text as "planId", p.title as "planTitle", t.reference, t.action,
           t.due_on::text as "dueOn", t.cadence is not null as "isRecurring"
      from task t join plan p on p.id = t.plan_id
     where t.organisation_id = ${organisationId}::uuid
       and t.id = any(${[...byTask.keys()]}::uuid[])
     order by p.title, t.due_on, t.reference`
  const names = await namesOf(tx, organisationId)
  const nameOf = (id: string | null | undefined) => (id && names.get(id)) ?? null
  return {
    total: rows.length,
    recurringCount: rows.filter(({ isRecurring }) => isRecurring).length,
    byPlan: counted(rows, ({ planId }) => planId).map(([[first], count]) => ({
      ...{ planId: first!.planId, planTitle: first!.planTitle, count },
    })),
    first: rows.slice(0, namedMoves).map(({ id, planTitle, reference, action, dueOn }) => ({
      ...{ id, planTitle, reference, action, dueOn },
      fromName: nameOf(byTask.get(id)?.from),
      toName: nameOf(byTask.get(id)?.to),
    })),
    recipients: counted(
      moves.filter(({ to }) => to !== null),
      ({ to }) => to,
    ).map(([[first], count]) => ({ name: nameOf(first!.to) ?? '', count })),
    unownedCount: moves.filter(({ to }) => to === null).length,
  }
}

/** The same for the same tasks going to the same people, whatever the order; another otherwise. */
export function seenMoves(subject: readonly unknown[], moves: readonly TaskMove[]): string {
  const lines = moves.map(({ taskId, to }) => `${taskId} ${to ?? ''}`).sort()
  return sha256(JSON.stringify([subject, lines])).slice(0, 32)
}

async function namesOf(tx: Transaction, organisationId: string): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { organisationId },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Groups in the order in which they come up, with their size. */
function counted<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): [Item[], number][] {
  const groups = new Map<string | null, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()].map((group) => [group, group.length])
}
