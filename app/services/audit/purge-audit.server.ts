import { database, db, transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { recordActivity } from '../activity/record-activity.server'

interface Removed {
  first: string
  last: string
  hash: string
  since: Date
}

/** Small enough that nobody waits long for the head that is locked meanwhile. */
const mostAtOnce = 2_000

/**
 * Removes what is past its time from every organisation's audit log, but nothing that is held. The
 * database decides what that is (`audit_purge` in the migrations); each removal is an entry of its own.
 *
 * @returns how many entries went
 */
export async function purgeAudit(): Promise<number> {
  let count = 0
  const organisations = await db().organisation.findMany({ select: { id: true } })
  for (const { id } of organisations) {
    let removed: number
    do {
      removed = await removeSome(id)
      count += removed
    } while (removed > 0)
  }
  await tidyUp()
  return count
}

async function removeSome(organisationId: string): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<Removed[]>`
      select first_sequence::text as first, last_sequence::text as last, last_hash as hash,
             kept_since as since
        from audit_purge(${organisationId}::uuid, ${mostAtOnce}::int)`
    const row = rows[0]
    if (!row) return 0
    const [firstSequence, lastSequence] = [Number(row.first), Number(row.last)]
    const payload = {
      firstSequence,
      lastSequence,
      lastHash: row.hash,
      keptSince: new Date(row.since).toISOString(),
    }
    await recordActivity(tx, { organisationId, personId: null }, { type: 'audit.purged', payload })
    return lastSequence - firstSequence + 1
  })
}

/** The staging table is empty but for its dead rows, which nobody else clears on the embedded database. */
const tidyUp = () => database().executeSql('vacuum audit_pending')

/** Where each organisation's chain ends, as `wardround audit verify --head` takes it. */
export function listAuditHeads(): Promise<{ organisation: string; head: string }[]> {
  return read`
    select organisation_id::text as organisation, sequence::text || ':' || encode(hash, 'hex') as head
      from audit_head order by organisation_id`
}
