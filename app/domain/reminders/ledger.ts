/**
 * What the ledger of reminders records: one entry for each reminder that policy says one person
 * should get about one task on one day.
 *
 *     reminderKey({ personId: 'p1', taskId: 't1', kind: 'overdue', onDate: calendarDate('2026-12-21') })
 *     // '2026-12-21/overdue/p1/t1'
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Hold } from '~/domain/reminders/hold'
import type { ReminderKind } from '~/domain/reminders/policy'

export type LedgerKind = ReminderKind | 'assignment' | 'summary'

export interface LedgerSubject {
  /** Null when nobody is responsible. */
  readonly personId: string | null
  /** Null for a manager's summary. */
  readonly taskId: string | null
  readonly kind: LedgerKind
  readonly onDate: CalendarDate
}

export interface LedgerEntry extends LedgerSubject {
  /** The row that waits for this decision; null when a row is to be written under `key`. */
  readonly ledgerId: string | null
  readonly key: string
  readonly planId: string | null
  /** The notice date it answers; null for an assignment. */
  readonly scheduledOn: CalendarDate | null
  /** Null when it goes out. */
  readonly hold: Hold | null
}

/** What makes a reminder one of a kind: a second row under the same key must be refused. */
export function reminderKey({ personId, taskId, kind, onDate }: LedgerSubject): string {
  return [onDate, kind, personId ?? 'nobody', taskId ?? 'all'].join('/')
}
