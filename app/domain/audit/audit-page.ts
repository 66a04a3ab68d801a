/**
 * What the audit log's page shows, and what it can be narrowed to.
 *
 *     filterWords({ ...noFilter, noun: 'task' }, names) // 'tasks'
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import type { ChangeView } from './row-change'

const nounLabels: Record<string, string> = {
  account: 'Sign-ins',
  audit: 'Audit log and exports',
  change: 'Other changes',
  evidence: 'Evidence',
  guide: 'Guides',
  organisation: 'Organisation',
  'owner-role': 'Owner roles',
  person: 'People',
  plan: 'Plans',
  review: 'Reviews',
  settings: 'Settings',
  task: 'Tasks',
  template: 'Templates',
}
/** A noun that has no words yet is told by itself. */
export const auditNounLabel = (noun: string): string =>
  nounLabels[noun] ?? noun.charAt(0).toUpperCase() + noun.slice(1).replaceAll('-', ' ')

export interface AuditFilter {
  personId: string | null
  noun: string | null
  /** The first and the last day, by the viewer's calendar. */
  from: CalendarDate | null
  to: CalendarDate | null
  planId: string | null
  taskId: string | null
  reviewId: string | null
  /** Words of the entry, or an address. */
  text: string | null
}

export const noFilter: AuditFilter = {
  personId: null,
  noun: null,
  from: null,
  to: null,
  planId: null,
  taskId: null,
  reviewId: null,
  text: null,
}

/** The filter as the query of an address. */
export const auditQuery = (filter: AuditFilter) => ({
  person: filter.personId,
  noun: filter.noun,
  from: filter.from,
  to: filter.to,
  plan: filter.planId,
  task: filter.taskId,
  review: filter.reviewId,
  text: filter.text,
})

export const isFiltered = (filter: AuditFilter): boolean =>
  Object.values(filter).some((value) => value !== null)

/** The names of what a filter's ids stand for. */
export interface AuditFilterNames {
  person: string | null
  plan: string | null
  task: string | null
  review: string | null
}

/** The filter in words, as an export's entry keeps it; null where there is none. */
export function filterWords(filter: AuditFilter, names: AuditFilterNames): string | null {
  const day = (date: CalendarDate) => formatDay(date, '0000-01-01' as CalendarDate)
  const words = [
    filter.noun && auditNounLabel(filter.noun).toLowerCase(),
    filter.personId && `by ${names.person ?? 'somebody'}`,
    filter.planId && `plan “${names.plan ?? filter.planId}”`,
    filter.taskId && `task “${names.task ?? filter.taskId}”`,
    filter.reviewId && `review “${names.review ?? filter.reviewId}”`,
    filter.from && `from ${day(filter.from)}`,
    filter.to && `to ${day(filter.to)}`,
    filter.text && `with “${filter.text}”`,
  ]
  return words.filter(Boolean).join(', ') || null
}

/** One entry as people read it. */
export interface AuditRow {
  sequence: number
  at: Date
  sentence: string
  type: string | null
  /** Who did it; "Not known" where nobody proved who they were. */
  who: string
  /** "Browser", "Link in a mail", "Shell"; null for the product itself. */
  way: string | null
  address: string | null
  sessionId: string | null
  /** At most `shownChanges`; the export has all. */
  changes: ChangeView[]
  changeCount: number
  hash: string
  planId: string | null
  taskId: string | null
  reviewId: string | null
}

export const shownChanges = 20

export interface AuditPage {
  rows: AuditRow[]
  /** Numbers that the neighbouring pages begin from; null where there is none. */
  newerThan: number | null
  olderThan: number | null
  /** How many entries there are, where nothing is filtered. */
  total: number | null
  people: { id: string; name: string }[]
  names: AuditFilterNames
  retention: { years: number; isHeld: boolean }
  may: { export: boolean; manage: boolean }
}

export const wayLabel: Record<string, string> = {
  browser: 'Browser',
  'mail-link': 'Link in a mail',
  shell: 'Shell on the server',
  clock: 'By itself',
}
