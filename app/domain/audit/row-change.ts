/**
 * What changed in the rows of the database, as an audit entry keeps it, and as people read it: one
 * line for each column, before and after. Secrets are not in it, long texts by their beginning only.
 *
 *     describeChange(change, names)
 *     // { what: 'Task “Test the backup”', kind: 'changed', columns: [{ label: 'Due on', before: '2026-12-01', after: '2026-12-04' }] }
 */
import { z } from 'zod'
import { formatInstant } from '~/domain/calendar/format-date'

const columns = z.record(z.string(), z.unknown()).nullable()

/** One row that changed; `before` is null for a new one, `after` for one that went. */
export const RowChange = z.object({
  table: z.string(),
  id: z.string(),
  name: z.string().optional(),
  before: columns,
  after: columns,
})
export type RowChange = z.infer<typeof RowChange>

export interface ChangeView {
  what: string
  kind: 'added' | 'changed' | 'removed'
  columns: { label: string; before: string | null; after: string | null }[]
}

interface ChangeWords {
  /** The name of a person, an owner role or whatever else an id stands for; null for any other id. */
  nameOf: (id: string) => string | null
  /** The zone that instants are told in. */
  timeZone: string
}

export function describeChange(change: RowChange, words: ChangeWords): ChangeView {
  const { table, name, before, after } = change
  const names = Object.keys({ ...before, ...after })
  return {
    what: name ? `${capital(table)} “${name}”` : capital(table),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    columns: names.map((column) => ({
      label: capital(column.replace(/_id$/, '')),
      before: before && valueWords(before[column], words),
      after: after && valueWords(after[column], words),
    })),
  }
}

const capital = (name: string) => {
  const text = name.replaceAll('_', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const Shortened = z.object({ start: z.string(), length: z.number(), sha256: z.string() }).strict()

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

function valueWords(value: unknown, { nameOf, timeZone }: ChangeWords): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') {
    if (value === '[secret]') return 'not shown'
    if (instant.test(value)) return formatInstant(new Date(value), timeZone)
    return nameOf(value) ?? value
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    return value.join(', ')
  }
  const shortened = Shortened.safeParse(value)
  if (!shortened.success) return JSON.stringify(value)
  const { start, length, sha256 } = shortened.data
  return `${start}… (${length.toLocaleString('en')} characters, SHA-256 ${sha256.slice(0, 12)}…)`
}
