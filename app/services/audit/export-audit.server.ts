import { stringify } from 'csv-stringify/sync'
import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { filterWords, type AuditFilter } from '~/domain/audit/audit-page'
import type { SealedEntry } from '~/domain/audit/canonical-entry'
import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { recordActivity } from '../activity/record-activity.server'
import { conditionsFor, filterNames } from './audit-conditions.server'
import { sealedColumns } from './entry-columns.server'
import { loadNames, sentenceOf, whoOf, type AuditNames } from './entry-words.server'

export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface AuditExport {
  fileName: string
  mediaType: string
  /** The file in pieces, oldest entry first; entries made after the export began are not in it. */
  pieces: AsyncGenerator<string>
}

const batchSize = 500

/**
 * The audit log as a file, with the filter of the page. That it was exported, by whom and narrowed to
 * what, is an entry before the first byte is out; it is the last one in an export without a filter.
 */
export async function exportAudit(
  actor: Actor,
  format: ExportFormat,
  filter: AuditFilter,
): Promise<AuditExport> {
  ensureCan(actor, 'audit:read')
  ensureCan(actor, 'export:read')
  ensureRecentProof(actor, now())
  const { organisationId } = actor
  const words = filterWords(filter, await filterNames(organisationId, filter))
  await transaction((tx) =>
    recordActivity(tx, actor, {
      type: 'audit.exported',
      payload: { what: 'the audit log', format: format.toUpperCase(), filter: words },
    }),
  )
  const names = await loadNames(organisationId)
  const batches = readBatches(actor, filter, await lastSequence(organisationId))
  const fileName = `audit-log-${now().toISOString().slice(0, 10)}.${format}`
  return format === 'csv'
    ? { fileName, mediaType: 'text/csv; charset=utf-8', pieces: csvPieces(batches, names) }
    : { fileName, mediaType: 'application/json', pieces: jsonPieces(batches, names) }
}

async function lastSequence(organisationId: string): Promise<number> {
  const rows = await read<{ sequence: string }[]>`
    select sequence::text from audit_head where organisation_id = ${organisationId}::uuid`
  return Number(rows[0]?.sequence ?? 0)
}

async function* readBatches(
  actor: Actor,
  filter: AuditFilter,
  upTo: number,
): AsyncGenerator<SealedEntry[]> {
  const conditions = conditionsFor(actor, filter)
  let last = 0
  for (;;) {
    const rows = await read<(Omit<SealedEntry, 'sequence'> & { sequence: string })[]>`
      select ${sealedColumns} from audit_entry e left join activity a on a.id = e.activity_id
       where ${conditions} and e.sequence > ${last}::bigint and e.sequence <= ${upTo}::bigint
       order by e.sequence limit ${batchSize}`
    if (rows.length === 0) return
    const entries = rows.map((row) => ({ ...row, sequence: Number(row.sequence) }))
    last = entries.at(-1)!.sequence
    yield entries
  }
}

const columns = [
  ...['number', 'at', 'who', 'what', 'type', 'way', 'address', 'session', 'plan', 'task', 'review'],
  ...['activity', 'details', 'changes', 'previousHash', 'hash'],
] as const

function recordOf(
  entry: SealedEntry,
  names: AuditNames,
): Record<(typeof columns)[number], unknown> {
  return {
    number: entry.sequence,
    at: entry.at,
    who: whoOf(entry, names),
    what: sentenceOf(entry, names) ?? entry.type,
    type: entry.type,
    way: entry.way,
    address: entry.address,
    session: entry.sessionId,
    plan: entry.planId,
    task: entry.taskId,
    review: entry.reviewId,
    activity: entry.activityId,
    details: entry.payload,
    changes: entry.changes,
    previousHash: entry.previousHash,
    hash: entry.hash,
  }
}

/** The mark at the beginning tells spreadsheets that it is UTF-8; formulas lose their effect. */
async function* csvPieces(
  batches: AsyncGenerator<SealedEntry[]>,
  names: AuditNames,
): AsyncGenerator<string> {
  const options = { escape_formulas: true, record_delimiter: '\r\n' } as const
  yield `\uFEFF${stringify([[...columns]], options)}`
  for await (const entries of batches) {
    const records = entries.map((entry) => recordOf(entry, names))
    yield stringify(records, { ...options, columns: [...columns] })
  }
}

async function* jsonPieces(
  batches: AsyncGenerator<SealedEntry[]>,
  names: AuditNames,
): AsyncGenerator<string> {
  let lead = '[\n'
  for await (const entries of batches) {
    for (const entry of entries) {
      const { details, changes, ...record } = recordOf(entry, names)
      const parsed = { ...record, details: fromJson(details), changes: fromJson(changes) }
      yield `${lead}${JSON.stringify(parsed)}`
      lead = ',\n'
    }
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n'
}

const fromJson = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : null)
