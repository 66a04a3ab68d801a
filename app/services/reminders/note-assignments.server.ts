import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { reminderKey } from '~/domain/reminders/ledger'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { newId } from '~/infra/ids.server'
import { enqueue } from '~/infra/queue.server'

/** A task that has become somebody's. */
export interface NewAssignment {
  taskId: string
  planId: string
  personId: string
}

/** Rows of one statement; seven parameters each stay far below PostgreSQL's 65,535. */
const batchSize = 1_000

/**
 * Puts new assignments into the ledger, where they wait for the person's next digest, and queues a
 * sweep that looks at once whether that can be now. One of the same day that was held back, because
 * the task had gone elsewhere in between, waits again; one that was sent is not sent twice.
 *
 * @param input.onDate today by the organisation's clock
 */
export async function noteAssignments(
  tx: Transaction,
  input: {
    organisationId: string
    onDate: CalendarDate
    assignments: readonly NewAssignment[]
  },
): Promise<void> {
  const { organisationId, onDate, assignments } = input
  if (assignments.length === 0) return
  for (let from = 0; from < assignments.length; from += batchSize) {
    const rows = assignments.slice(from, from + batchSize).map((assignment) => {
      const { taskId, planId, personId } = assignment
      const key = reminderKey({ personId, taskId, kind: 'assignment', onDate })
      return Prisma.sql`(${newId()}::uuid, ${organisationId}::uuid, ${key}, 'assignment',
        ${personId}::uuid, ${taskId}::uuid, ${planId}::uuid, ${fromCalendarDate(onDate)}::date,
        'waiting'::reminder_state, ${now()}::timestamptz)`
    })
    await tx.$executeRaw`
      insert into reminder (id, organisation_id, key, kind, person_id, task_id, plan_id, on_date,
                            state, created_at)
      values ${Prisma.join(rows)}
          on conflict (key) do update set state = 'waiting', reason = null, settled_at = null
       where reminder.state = 'held'`
  }
  await enqueueSweep(tx)
}

/** Queues a sweep right after this transaction: something became sayable. */
export async function enqueueSweep(tx: Transaction): Promise<void> {
  await enqueue(tx, 'sweep-reminders', {})
}
