/**
 * What the pages behind a contact's link show: the tasks they answer for, and nothing else.
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { TaskStatus } from '~/domain/shared/vocabulary'

export interface ContactTask {
  id: string
  reference: number
  action: string
  outcome: string | null
  detail: string | null
  planTitle: string
  dueOn: CalendarDate
  status: TaskStatus
  blockedReason: string | null
  version: number
  /** Their own, as far as it was not withdrawn. */
  evidence: { id: string; title: string; addedAt: Date }[]
  comments: { id: string; body: string; createdAt: Date }[]
}

export interface ContactPage {
  name: string
  organisationName: string
  expiresAt: Date
  today: CalendarDate
  timeZone: string
  tasks: Omit<ContactTask, 'evidence' | 'comments'>[]
  total: number
}

export interface ContactTaskPage extends Pick<
  ContactPage,
  'organisationName' | 'today' | 'timeZone'
> {
  task: ContactTask
}
