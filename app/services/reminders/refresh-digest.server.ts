import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { calendarDateAt, daysBetween } from '~/domain/calendar/calendar-date'
import { dateWordsOf } from '~/domain/calendar/date-languages'
import type { DateWords } from '~/domain/calendar/date-words'
import { buildDigest } from '~/domain/reminders/digest'
import { holdFor, type Hold } from '~/domain/reminders/hold'
import type { LedgerKind } from '~/domain/reminders/ledger'
import { buildManagerSummary, type ManagerSummary } from '~/domain/reminders/manager-summary'
import type { ReminderKind } from '~/domain/reminders/policy'
import type { TaskStatus } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import type { RenderedEmail } from '~/infra/email-rendering.server'
import { newToken } from '~/infra/ids.server'
import {
  getOrganisation,
  type OrganisationSettings,
} from '../organisations/get-organisation.server'
import { replaceContactLink } from '../people/contact-links.server'
import { statusColumn } from '../tasks/task-list.server'
import { listPlanSummaries } from './list-plan-summaries.server'
import { listPlanCounts, listSweepTasks } from './load-sweep.server'
import { awayName } from './away-name.server'
import { renderDigest } from './render-digest.server'

/** What to do with a digest that is about to be delivered. */
export type Refreshed =
  | { outcome: 'as-it-is' }
  | { outcome: 'rebuilt'; parts: RenderedEmail }
  | { outcome: 'nothing-left'; reason: string }

/** A reminder of the message with its task as it is now; a summary has no task. */
interface CarriedRow {
  id: string
  kind: LedgerKind
  onDate: CalendarDate
  taskId: string | null
  planId: string
  action: string
  outcome: string | null
  planTitle: string
  awayName: string | null
  dueOn: CalendarDate
  status: TaskStatus
  responsibleId: string | null
  isPlanRunning: boolean
}

interface Recipient {
  id: string
  name: string
  timeZone: string | null
  deactivatedAt: Date | null
  isContact: boolean
}

/**
 * Looks at a digest's tasks once more before it goes out, which may be hours after it was made. What
 * was finished, blocked or given to somebody else since is held back in the ledger and left out of
 * the message; on a later day than it was made for, it is told anew in the words of that day.
 */
export async function refreshDigest(email: {
  id: string
  organisationId: string
  personId: string
}): Promise<Refreshed> {
  const person = await db().person.findFirst({
    where: { id: email.personId, organisationId: email.organisationId },
  })
  const organisation = await getOrganisation(db(), email.organisationId)
  const today = calendarDateAt(now(), person?.timeZone ?? organisation.timeZone)
  const rows = await listCarried(email.id, calendarDateAt(now(), organisation.timeZone))
  const summary = rows.some(({ kind }) => kind === 'summary')
    ? await currentSummary(organisation, today)
    : null
  const held = rows.flatMap((row) => {
    const hold = holdOf(row, person, summary)
    return hold ? [{ id: row.id, hold }] : []
  })
  await holdBack(email.organisationId, held)
  const heldIds = new Set(held.map(({ id }) => id))
  const left = rows.filter(({ id }) => !heldIds.has(id))
  if (!person || left.length === 0) {
    const reason = held[0]?.hold.reason ?? 'There is nothing left to say.'
    return { outcome: 'nothing-left', reason }
  }
  const isLater = left.some(({ onDate }) => onDate < today)
  if (held.length === 0 && !isLater && !summary) return { outcome: 'as-it-is' }
  const token = person.isContact ? newToken() : null
  const parts = await rebuild(
    organisation,
    { ...person, dateWords: dateWordsOf(person.dateLanguage), token },
    ...([today, left, summary] as const),
  )
  if (token) {
    const { organisationId, personId, id: emailId } = email
    await transaction((tx) => replaceContactLink(tx, { organisationId, personId, emailId, token }))
  }
  return { outcome: 'rebuilt', parts }
}

function listCarried(emailId: string, today: CalendarDate): Promise<CarriedRow[]> {
  return read<CarriedRow[]>`
    select r.id::text, r.kind, r.on_date::text as "onDate", t.id::text as "taskId",
           t.plan_id::text as "planId", t.action, t.outcome, p.title as "planTitle",
           t.due_on::text as "dueOn", ${statusColumn} as status,
           t.responsible_id::text as "responsibleId", ${awayName(today)},
           p.launched_at is not null and p.cancelled_at is null as "isPlanRunning"
      from reminder r
      left join task t on t.id = r.task_id
      left join plan p on p.id = t.plan_id
     where r.email_id = ${emailId}::uuid and r.state = 'waiting'`
}

function holdOf(
  row: CarriedRow,
  person: Recipient | null,
  summary: ManagerSummary | null,
): Hold | null {
  if (!person || person.deactivatedAt) return holdFor('person-deactivated')
  if (row.taskId === null) return summary?.plans.length ? null : holdFor('no-plan-running')
  if (row.status === 'done' || row.status === 'cancelled') return holdFor('task-finished')
  if (!row.isPlanRunning) return holdFor('task-not-running')
  if (row.responsibleId !== person.id) return holdFor('task-reassigned')
  return row.status === 'blocked' && row.kind !== 'assignment' ? holdFor('task-blocked') : null
}

async function holdBack(
  organisationId: string,
  held: readonly { id: string; hold: Hold }[],
): Promise<void> {
  if (held.length === 0) return
  await transaction(async (tx) => {
    for (const reason of new Set(held.map(({ hold }) => hold.reason))) {
      const ids = held.filter(({ hold }) => hold.reason === reason).map(({ id }) => id)
      await tx.reminder.updateMany({
        where: { organisationId, id: { in: ids }, state: 'waiting' },
        data: { state: 'held', reason, settledAt: now() },
      })
    }
  })
}

async function rebuild(
  organisation: OrganisationSettings,
  person: Recipient & { token: string | null; dateWords: DateWords },
  today: CalendarDate,
  rows: readonly CarriedRow[],
  summary: ManagerSummary | null,
): Promise<RenderedEmail> {
  const tasks = rows.filter(({ taskId }) => taskId !== null).map(taskOf)
  const digest = buildDigest({
    person,
    today,
    assignments: tasks.filter(({ kind }) => kind === 'assignment'),
    reminders: tasks.flatMap((task) =>
      task.kind === 'assignment' ? [] : [{ task, reminder: reminderOf(task, person.id, today) }],
    ),
    summary: summary?.plans.length ? summary : null,
    planTitles: new Map(tasks.map(({ planId, planTitle }) => [planId, planTitle])),
  })
  return renderDigest({
    person,
    organisation,
    digest,
    details: new Map(tasks.map((task) => [task.id, task])),
    planSummaries: summary ? await listPlanSummaries(organisation.id, today) : [],
    linkToken: person.token,
  })
}

const taskOf = (row: CarriedRow) => ({ ...row, id: row.taskId! })

/** By the state of today: what was "due soon" when the message was made may be due today now. */
function reminderOf(
  { id: taskId, dueOn, onDate: scheduledOn }: ReturnType<typeof taskOf>,
  personId: string,
  today: CalendarDate,
) {
  const daysLeft = daysBetween(today, dueOn)
  const kind: ReminderKind = daysLeft > 0 ? 'due-soon' : daysLeft === 0 ? 'due-today' : 'overdue'
  return { kind, taskId, personId, onDate: today, scheduledOn, daysLeft, hold: null }
}

/** The plans that the summary is about, and what of them is late; the rest is `listPlanSummaries`'. */
async function currentSummary(
  organisation: OrganisationSettings,
  today: CalendarDate,
): Promise<ManagerSummary> {
  const { id, timeZone } = organisation
  const plans = await listPlanCounts(id, timeZone)
  return buildManagerSummary(today, plans, await listSweepTasks(organisation, today), new Set())
}
