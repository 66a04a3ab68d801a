import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import {
  isFiltered,
  noFilter,
  shownChanges,
  type AuditFilter,
  type AuditPage,
} from '~/domain/audit/audit-page'
import { rowsPerPage } from '~/domain/tasks/task-page'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { conditionsFor, filterNames } from './audit-conditions.server'
import { loadNames, rowOf, type ListedEntry } from './entry-words.server'

/** Where a page begins: the entries older than a number, or the ones just newer than it. */
export interface AuditPlace {
  olderThan?: number | null
  newerThan?: number | null
}

/**
 * A page of the audit log, newest first, thirty entries from a number on: the millionth is as near as
 * the first.
 */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter = noFilter,
  place: AuditPlace = {},
): Promise<AuditPage> {
  ensureCan(actor, 'audit:read')
  const { organisationId, timeZone } = actor
  const [found, names, people, state, subjects] = await Promise.all([
    listEntries(actor, filter, place),
    loadNames(organisationId),
    listPeople(organisationId),
    readState(organisationId),
    filterNames(organisationId, filter),
  ])
  const entries = place.newerThan
    ? found.slice(0, rowsPerPage).reverse()
    : found.slice(0, rowsPerPage)
  const hasMore = found.length > rowsPerPage
  const rows = entries.map((entry) => rowOf(entry, names, timeZone))
  const [first, last] = [rows[0], rows.at(-1)]
  const isStart = !place.olderThan && !place.newerThan
  return {
    rows,
    newerThan: first && !isStart && (place.olderThan || hasMore) ? first.sequence : null,
    olderThan: last && (place.newerThan || hasMore) ? last.sequence : null,
    total: isFiltered(filter) ? null : Number(state.total),
    people,
    names: subjects,
    retention: { years: state.years, isHeld: state.isHeld },
    may: { export: can(actor, 'export:read'), manage: can(actor, 'audit:manage') },
  }
}

function listEntries(
  actor: Actor,
  filter: AuditFilter,
  { olderThan, newerThan }: AuditPlace,
): Promise<ListedEntry[]> {
  const bound = newerThan
    ? Prisma.sql`and e.sequence > ${newerThan}::bigint order by e.sequence asc`
    : olderThan
      ? Prisma.sql`and e.sequence < ${olderThan}::bigint order by e.sequence desc`
      : Prisma.sql`order by e.sequence desc`
  return read<ListedEntry[]>`
    select e.sequence::text, e.at, e.type, e.person_id::text as "personId", e.way, e.address,
           e.session_id::text as "sessionId", e.plan_id::text as "planId",
           e.task_id::text as "taskId", e.review_id::text as "reviewId", encode(e.hash, 'hex') as hash,
           jsonb_path_query_array(e.changes, ${`$[0 to ${shownChanges - 1}]`}::jsonpath)::text as changes,
           jsonb_array_length(e.changes) as "changeCount", a.payload::text as payload
      from audit_entry e left join activity a on a.id = e.activity_id
     where ${conditionsFor(actor, filter)} ${bound} limit ${rowsPerPage + 1}`
}

const listPeople = (organisationId: string) =>
  read<{ id: string; name: string }[]>`
    select id::text, name from person where organisation_id = ${organisationId}::uuid order by name`

async function readState(
  organisationId: string,
): Promise<{ total: string; years: number; isHeld: boolean }> {
  const rows = await read<{ total: string; years: number; isHeld: boolean }[]>`
    select coalesce(h.sequence - h.anchor_sequence, 0)::text as total,
           o.audit_retention_years as years, o.legal_hold_at is not null as "isHeld"
      from organisation o left join audit_head h on h.organisation_id = o.id
     where o.id = ${organisationId}::uuid`
  return rows[0] ?? { total: '0', years: 6, isHeld: false }
}
