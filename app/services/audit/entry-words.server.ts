import { isActivityType, parseActivity } from '~/domain/activity/activity'
import { describeActivity } from '~/domain/activity/describe-activity'
import { wayLabel, shownChanges, type AuditRow } from '~/domain/audit/audit-page'
import type { SealedEntry } from '~/domain/audit/canonical-entry'
import { describeChange, RowChange } from '~/domain/audit/row-change'
import { read } from '~/infra/database/read.server'

/** Names of people and owner roles by their ids, for sentences and for what changed. */
export type AuditNames = ReadonlyMap<string, string>

export async function loadNames(organisationId: string): Promise<AuditNames> {
  const rows = await read<{ id: string; name: string }[]>`
    select id::text, name from person where organisation_id = ${organisationId}::uuid
    union all
    select id::text, name from owner_role where organisation_id = ${organisationId}::uuid`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Told = Pick<SealedEntry, 'type' | 'personId' | 'payload' | 'changes'>

/** The sentence of an entry; null where it cannot be read, because it was changed by hand. */
export function sentenceOf(entry: Told, names: AuditNames): string | null {
  const { type, personId, payload, changes } = entry
  try {
    if (type === null) return changesSentence(changes)
    if (!isActivityType(type)) return type
    const activity = parseActivity({
      type,
      actorId: personId,
      payload: JSON.parse(payload ?? 'null'),
    })
    return describeActivity(activity, { person: (id) => names.get(id) ?? null })
  } catch {
    return null
  }
}

/** For changes that no activity tells of. */
function changesSentence(changes: string | null): string {
  const rows = changesOf(changes)
  const tables = [...new Set(rows.map(({ table }) => table))]
  if (tables.length === 1 && tables[0] === 'contact_link') return contactLinksSentence(rows)
  return `Something changed without a note: ${tables.join(', ').replaceAll('_', ' ')}`
}

/** The links in contacts' mails come with the mail and go with their time; nobody does it by hand. */
function contactLinksSentence(rows: readonly RowChange[]): string {
  const areNew = rows.some(({ before }) => before === null)
  const links = rows.length === 1 ? 'A link' : 'Links'
  return areNew
    ? `${links} to act from went out in the mail of a contact`
    : `${links} to act from, of a contact’s mail, ended`
}

export const changesOf = (changes: string | null): RowChange[] =>
  RowChange.array().parse(JSON.parse(changes ?? '[]'))

/** Who did it. A refused sign-in names the person it was tried as, and nobody proved to be them. */
export function whoOf(
  { type, personId }: Pick<Told, 'type' | 'personId'>,
  names: AuditNames,
): string {
  if (type === null || type === 'account.sign-in-refused') return 'Not known'
  return personId === null ? 'Wardround' : (names.get(personId) ?? 'Somebody')
}

/** What the page selects: `SealedEntry` with the first changes alone. */
export type ListedEntry = Told & {
  sequence: string
  at: Date
  way: string | null
  address: string | null
  sessionId: string | null
  planId: string | null
  taskId: string | null
  reviewId: string | null
  hash: string
  changeCount: number | null
}

export function rowOf(entry: ListedEntry, names: AuditNames, timeZone: string): AuditRow {
  const words = { nameOf: (id: string) => names.get(id) ?? null, timeZone }
  return {
    sequence: Number(entry.sequence),
    at: new Date(entry.at),
    sentence: sentenceOf(entry, names) ?? `${entry.type ?? 'An entry'} (cannot be read)`,
    type: entry.type,
    who: whoOf(entry, names),
    way: entry.way && (wayLabel[entry.way] ?? entry.way),
    address: entry.address,
    sessionId: entry.sessionId,
    changes: changesOf(entry.changes)
      .slice(0, shownChanges)
      .map((change) => describeChange(change, words)),
    changeCount: entry.changeCount ?? 0,
    hash: entry.hash,
    planId: entry.planId,
    taskId: entry.taskId,
    reviewId: entry.reviewId,
  }
}
