/**
 * What the screens of the ledger and of kept mail show, with the words for each state.
 *
 *     ledgerStateLabel.held // 'Held back'
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Paging } from '~/domain/tasks/task-page'
import type { LedgerKind } from '~/domain/reminders/ledger'

/** As the screen tells them: a reminder whose message was kept counts as kept, not as sent. */
export const ledgerStates = ['waiting', 'sent', 'kept', 'held', 'failed'] as const
export type LedgerState = (typeof ledgerStates)[number]
export const ledgerStateLabel: Record<LedgerState, string> = {
  waiting: 'Waiting',
  sent: 'Sent',
  kept: 'Kept',
  held: 'Held back',
  failed: 'Failed',
}

export const ledgerKindLabel: Record<LedgerKind, string> = {
  assignment: 'New task',
  'due-soon': 'Due soon',
  'due-today': 'Due today',
  overdue: 'Overdue',
  summary: 'Plan summary',
}

export const emailStates = ['waiting', 'sent', 'kept', 'failed', 'held'] as const
export type EmailState = (typeof emailStates)[number]
export const emailStateLabel: Record<EmailState, string> = {
  waiting: 'Waiting',
  sent: 'Sent',
  kept: 'Kept',
  failed: 'Failed',
  held: 'Held back',
}

/** One reminder of the ledger. */
export interface LedgerRow {
  id: string
  kind: LedgerKind
  onDate: CalendarDate
  state: LedgerState
  reason: string | null
  /** When it was sent, kept, held back or failed; null while it waits. */
  settledAt: Date | null
  personName: string | null
  task: { id: string; reference: number; action: string } | null
  emailId: string | null
}

export interface LedgerFilter {
  personId?: string | null
  taskId?: string | null
  state?: LedgerState | null
}

export interface LedgerPage {
  today: CalendarDate
  rows: LedgerRow[]
  paging: Paging
  /** Everybody a filter can name. */
  people: { id: string; name: string }[]
  /** The task that is filtered by. */
  task: { id: string; reference: number; action: string } | null
  /** Whether the person may read the messages themselves. */
  canReadMail: boolean
}

/** One message in the list of mail. */
export interface EmailRow {
  id: string
  kind: string
  subject: string
  toName: string
  toAddress: string
  state: EmailState
  reason: string | null
  attempts: number
  createdAt: Date
  sentAt: Date | null
}

export interface MailPage {
  rows: EmailRow[]
  paging: Paging
}

/** One message with its parts, which are null once a secret link is out, and where they are withheld. */
export interface EmailView extends EmailRow {
  html: string | null
  text: string | null
  /** Its link opens an account that other organisations trust as well: no administrator may read it. */
  isWithheld: boolean
}

/** What a shown message may do: open its links in another tab, and nothing with this site. */
export const messageSandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'
