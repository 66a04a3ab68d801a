/**
 * What the hash of an audit entry covers, as one string that is the same on every machine: a JSON
 * array, without spaces, of the entry's columns as the database writes them as text, the payload of
 * its activity, and the hash of the entry before. The database computes it when an entry is sealed
 * (`audit_text` in the migrations); whoever checks the chain computes it here, from the columns alone.
 *
 *     canonicalEntry(entry) // '["wardround-audit-1","0193…","7","2026-12-18T08:00:00.000Z",…]'
 */

/** One entry with its activity, each column as text. */
export interface SealedEntry {
  organisationId: string
  sequence: number
  /** UTC with milliseconds. */
  at: string
  activityId: string | null
  type: string | null
  noun: string
  personId: string | null
  planId: string | null
  taskId: string | null
  reviewId: string | null
  way: string | null
  address: string | null
  sessionId: string | null
  changes: string | null
  /** The activity's payload; null where there is no activity (any more). */
  payload: string | null
  /** Whether the activity's own columns say what the entry's copies of them say. */
  isCopyTrue: boolean
  /** In hex; empty for the first entry. */
  previousHash: string
  hash: string
}

/** The layout below; another one takes the next number. */
const layout = 'wardround-audit-1'

export function canonicalEntry(entry: Omit<SealedEntry, 'hash' | 'isCopyTrue'>): string {
  return JSON.stringify([
    layout,
    entry.organisationId,
    String(entry.sequence),
    entry.at,
    entry.activityId,
    entry.type,
    entry.noun,
    entry.personId,
    entry.planId,
    entry.taskId,
    entry.reviewId,
    entry.way,
    entry.address,
    entry.sessionId,
    entry.changes,
    entry.payload,
    entry.previousHash,
  ])
}
