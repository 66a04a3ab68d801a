import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { LedgerEntry } from '~/domain/reminders/ledger'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { newId } from '~/infra/ids.server'

const batchSize = 1_000

/** Writes the reminders that a message carries; they wait until it is delivered. */
export async function writeCarried(
  tx: Transaction,
  organisationId: string,
  entries: readonly LedgerEntry[],
  emailId: string,
): Promise<void> {
  await tx.reminder.updateMany({
    where: { organisationId, id: { in: waitingIds(entries) }, state: 'waiting', emailId: null },
    data: { emailId },
  })
  // One that an earlier sweep of the day held back may be carried after all: it was unblocked since.
  await insertNew(
    tx,
    organisationId,
    entries,
    emailId,
    Prisma.sql`do update
    set state = 'waiting', reason = null, settled_at = null, email_id = excluded.email_id
    where reminder.state = 'held'`,
  )
}

/** Writes the reminders that are not sent, each with its reason. */
export async function writeHeld(
  tx: Transaction,
  organisationId: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  for (const reason of new Set(entries.map(({ hold }) => hold?.reason))) {
    const ids = waitingIds(entries.filter(({ hold }) => hold?.reason === reason))
    await tx.reminder.updateMany({
      where: { organisationId, id: { in: ids }, state: 'waiting', emailId: null },
      data: { state: 'held', reason, settledAt: now() },
    })
  }
  await insertNew(tx, organisationId, entries, null, Prisma.sql`do nothing`)
}

/** Remembers for each task the last day something was written about it. */
export async function writeNotices(
  tx: Transaction,
  organisationId: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const byDate = new Map<CalendarDate, string[]>()
  for (const { taskId, kind, onDate } of entries) {
    if (taskId === null || kind === 'assignment') continue
    byDate.set(onDate, [...(byDate.get(onDate) ?? []), taskId])
  }
  for (const [date, ids] of byDate) {
    const lastReminderOn = fromCalendarDate(date)
    await tx.task.updateMany({
      where: {
        organisationId,
        id: { in: ids },
        OR: [{ lastReminderOn: null }, { lastReminderOn: { lt: lastReminderOn } }],
      },
      data: { lastReminderOn },
    })
  }
}

const waitingIds = (entries: readonly LedgerEntry[]) =>
  entries.flatMap(({ ledgerId }) => ledgerId ?? [])

async function insertNew(
  tx: Transaction,
  organisationId: string,
  entries: readonly LedgerEntry[],
  emailId: string | null,
  onConflict: Prisma.Sql,
): Promise<void> {
  const fresh = entries.filter(({ ledgerId }) => ledgerId === null)
  for (let from = 0; from < fresh.length; from += batchSize) {
    const rows = fresh.slice(from, from + batchSize).map((entry) => {
      const { key, kind, personId, taskId, planId, onDate, hold } = entry
      const [state, settledAt] = hold ? ['held', now()] : ['waiting', null]
      return Prisma.sql`(${newId()}::uuid, ${organisationId}::uuid, ${key}, ${kind},
        ${personId}::uuid, ${taskId}::uuid, ${planId}::uuid, ${fromCalendarDate(onDate)}::date,
        ${state}::reminder_state, ${hold?.reason ?? null}, ${emailId}::uuid,
        ${now()}::timestamptz, ${settledAt}::timestamptz)`
    })
    await tx.$executeRaw`
      insert into reminder (id, organisation_id, key, kind, person_id, task_id, plan_id, on_date,
                            state, reason, email_id, created_at, settled_at)
      values ${Prisma.join(rows)} on conflict (key) ${onConflict}`
  }
}
