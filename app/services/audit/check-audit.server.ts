import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { SealedEntry } from '~/domain/audit/canonical-entry'
import { beginCheck, type ChainPlace } from '~/domain/audit/check-chain'
import { describeFinding } from '~/domain/audit/describe-finding'
import { transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { sha256 } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { loadNames, sentenceOf } from './entry-words.server'
import { instantFormat, sealedColumns } from './entry-columns.server'

/** What checking an organisation's audit log came to. */
export interface AuditCheck {
  organisationId: string
  entryCount: number
  /** The number and hash of the last entry: who notes them down can check from them later. */
  head: ChainPlace
  isWhole: boolean
  /** One sentence for each thing that is wrong. */
  findings: string[]
  furtherCount: number
}

interface Ends {
  anchor: ChainPlace
  head: ChainPlace
}

/** Small enough to stay flat in memory, large enough that a million entries are a thousand queries. */
const batch = { entries: 1000, bytes: 2 * 1024 * 1024 }

/**
 * Checks the whole chain of an organisation: every entry, what its activity says, and whether every
 * activity stands in an entry. Reads only, in batches. `noted` is a place somebody noted down
 * earlier; without one, a log that was written anew from some entry to the end cannot be told.
 */
export async function checkChain(
  organisationId: string,
  noted: ChainPlace | null = null,
): Promise<AuditCheck> {
  const ends = await readEnds(organisationId)
  const check = await walk(organisationId, ends, noted)
  // Entries past their time may have been removed under the reader; what stands now is read again.
  const now = await readEnds(organisationId)
  if (ends && now && now.anchor.sequence > ends.anchor.sequence && !check.isWhole) {
    return checkChain(organisationId, noted)
  }
  return check
}

async function walk(
  organisationId: string,
  ends: Ends | null,
  noted: ChainPlace | null,
): Promise<AuditCheck> {
  const nowhere: ChainPlace = { sequence: 0, hash: '' }
  const { anchor, head } = ends ?? { anchor: nowhere, head: nowhere }
  const chain = beginCheck({ anchor, head, noted, sha256 })
  let last = 0
  for (;;) {
    const entries = await readBatch(organisationId, last, head.sequence)
    for (const entry of entries) chain.take(entry)
    if (entries.length === 0) break
    last = entries.at(-1)!.sequence
  }
  for (const entry of await readBehindEnd(organisationId)) chain.take(entry)
  const { entryCount, findings, furtherCount } = chain.finish()
  const names = findings.length > 0 ? await loadNames(organisationId) : null
  const sentences = [
    ...(ends ? [] : ['The head of the audit log is missing.']),
    ...findings.map((finding) =>
      describeFinding(finding, (entry) => names && sentenceOf(entry, names)),
    ),
    ...(await listUnsealed(organisationId)),
  ]
  return {
    organisationId,
    entryCount,
    head,
    isWhole: sentences.length === 0,
    findings: sentences,
    furtherCount,
  }
}

/** The same for somebody who reads the audit log; that they checked it is an entry of its own. */
export async function checkAudit(actor: Actor): Promise<AuditCheck> {
  ensureCan(actor, 'audit:read')
  const check = await checkChain(actor.organisationId)
  await transaction((tx) =>
    recordActivity(tx, actor, {
      type: 'audit.checked',
      payload: {
        entryCount: check.entryCount,
        findingCount: check.findings.length + check.furtherCount,
      },
    }),
  )
  return check
}

async function readEnds(organisationId: string): Promise<Ends | null> {
  const rows = await read<{ sequence: string; hash: string; from: string; fromHash: string }[]>`
    select sequence::text, encode(hash, 'hex') as hash, anchor_sequence::text as "from",
           encode(anchor_hash, 'hex') as "fromHash"
      from audit_head where organisation_id = ${organisationId}::uuid`
  const row = rows[0]
  return row
    ? {
        head: { sequence: Number(row.sequence), hash: row.hash },
        anchor: { sequence: Number(row.from), hash: row.fromHash },
      }
    : null
}

type Row = Omit<SealedEntry, 'sequence'> & { sequence: string }
const entryOf = (row: Row): SealedEntry => ({ ...row, sequence: Number(row.sequence) })

/** Entries after `last`, up to the head: as many as fit, and at least one. */
async function readBatch(
  organisationId: string,
  last: number,
  head: number,
): Promise<SealedEntry[]> {
  const rows = await read<Row[]>`
    with sized as materialized (
      select sequence, row_number() over (order by sequence) as place,
             sum(coalesce(pg_column_size(changes), 0)) over (order by sequence) as bytes
        from (select sequence, changes from audit_entry
               where organisation_id = ${organisationId}::uuid
                 and sequence > ${last}::bigint and sequence <= ${head}::bigint
               order by sequence limit ${batch.entries}) e
    )
    select ${sealedColumns} from sized s
      join audit_entry e on e.organisation_id = ${organisationId}::uuid and e.sequence = s.sequence
      left join activity a on a.id = e.activity_id
     where s.place = 1 or s.bytes <= ${batch.bytes}::bigint
     order by e.sequence`
  return rows.map(entryOf)
}

/** Entries behind the end that the head knows, read in one moment with it; the seal never leaves any. */
async function readBehindEnd(organisationId: string): Promise<SealedEntry[]> {
  const rows = await read<Row[]>`
    select ${sealedColumns} from audit_entry e left join activity a on a.id = e.activity_id
     where e.organisation_id = ${organisationId}::uuid and e.sequence > coalesce(
       (select h.sequence from audit_head h where h.organisation_id = ${organisationId}::uuid), 0)
     order by e.sequence limit ${batch.entries}`
  return rows.map(entryOf)
}

/** Activities that stand in no entry; the seal never leaves any. */
async function listUnsealed(organisationId: string): Promise<string[]> {
  const rows = await read<{ id: string; at: string; type: string }[]>`
    select a.id::text, a.type, to_char(a.at at time zone 'UTC', ${instantFormat}) as at
      from activity a
     where a.organisation_id = ${organisationId}::uuid
       and not exists (select 1 from audit_entry e where e.activity_id = a.id and e.organisation_id = ${organisationId}::uuid)
     order by a.at limit 100`
  return rows.map(
    ({ id, at, type }) =>
      `The activity ${id} of ${at} (${type}) was inserted: it stands in no entry of the audit log.`,
  )
}
