import type { Actor } from '~/domain/access/actor'
import { addDays, compareDates, type CalendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import { addEvidence } from '../tasks/add-evidence.server'
import { blockTask } from '../tasks/block-task.server'
import { commentOnTask } from '../tasks/comment-on-task.server'
import { completeTask } from '../tasks/complete-task.server'
import { startTask } from '../tasks/start-task.server'

/**
 * How each open task fares, by its place in its plan: most are done about their due date with
 * evidence, some are left lying, and some are blocked by somebody outside.
 */
type Fate = 'early' | 'on-time' | 'late' | 'left' | 'blocked'
const fates: readonly Fate[] = [
  'early',
  'on-time',
  'late',
  'blocked',
  'left',
  'on-time',
  'early',
  'late',
]

const proofs = [
  'Checked together with reception; the signed page is in the folder behind the front desk.',
  'Tried it on three machines and wrote the result into the equipment list.',
  'Went through the list with the practice software house on the phone, no open points.',
]

type OpenTask = {
  id: string
  position: number
  dueOn: CalendarDate
  responsibleId: string
  isStarted: boolean
  isBlocked: boolean
}

async function listOpenTasks(organisationId: string): Promise<OpenTask[]> {
  const rows = await db().task.findMany({
    where: {
      organisationId,
      launchedAt: { not: null },
      completedAt: null,
      cancelledAt: null,
      responsibleId: { not: null },
    },
    orderBy: [{ planId: 'asc' }, { position: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    dueOn: toCalendarDate(row.dueOn),
    responsibleId: row.responsibleId!,
    isStarted: row.startedAt !== null,
    isBlocked: row.blockedAt !== null,
  }))
}

/** Everybody does what they would have done on this day. */
export async function workThroughDemoDay(
  people: Map<string, Actor>,
  day: CalendarDate,
): Promise<void> {
  const byId = new Map([...people.values()].map((actor) => [actor.personId, actor]))
  const organisationId = [...people.values()][0]!.organisationId
  for (const task of await listOpenTasks(organisationId)) {
    const actor = byId.get(task.responsibleId)
    if (actor) await work(actor, task, day)
  }
}

async function work(actor: Actor, task: OpenTask, day: CalendarDate): Promise<void> {
  const fate = fates[task.position % fates.length] ?? 'on-time'
  const isFrom = (days: number) => compareDates(day, addDays(task.dueOn, days)) >= 0
  const taskId = task.id
  if (!task.isStarted && isFrom(-6)) {
    await startTask(actor, { taskId })
    await commentOnTask(actor, {
      taskId,
      body: 'Looked at it this morning; nothing in the way so far.',
    })
  }
  if (fate === 'blocked' && !task.isBlocked && isFrom(-2)) {
    const { version } = await db().task.findUniqueOrThrow({ where: { id: taskId } })
    await blockTask(actor, {
      taskId,
      version,
      reason: 'The practice software house has no date for us yet.',
    })
  }
  const doneFrom = { early: -3, 'on-time': 0, late: 4 }[fate as 'early' | 'on-time' | 'late']
  if (doneFrom === undefined || !isFrom(doneFrom)) return
  await addEvidence(actor, { taskId, kind: 'note', note: proofs[task.position % proofs.length]! })
  if (task.position % 3 === 0) {
    await addEvidence(actor, {
      taskId,
      kind: 'link',
      url: 'https://intranet.lindenhof.example/security/log',
      title: 'Entry in the clinic’s security log',
    })
  }
  await completeTask(actor, { taskId })
}
