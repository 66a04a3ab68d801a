/**
 * How long an organisation keeps its audit log. Six years is what HIPAA asks for the documentation of
 * a covered entity (45 CFR 164.316(b)(2)(i)), counted in UTC; 29 February is 28 February in years
 * that have none. `audit_purge` in the migrations counts the same way.
 *
 *     keptSince(new Date('2028-02-29T10:00:00Z'), 6) // 2022-02-28T10:00:00Z
 */
import { z } from 'zod'
import { formVersion, requiredText } from '~/domain/tasks/text-input'

export const leastYears = 6
export const mostYears = 30

/** What is older than this is removed. */
export function keptSince(now: Date, years: number): Date {
  const since = new Date(now)
  since.setUTCFullYear(now.getUTCFullYear() - years)
  // A day that the year does not have runs over into March.
  if (since.getUTCMonth() !== now.getUTCMonth()) since.setUTCDate(0)
  return since
}

export const RetentionInput = z.object({
  years: z.coerce
    .number({ error: 'Enter a number of years.' })
    .int({ error: 'Enter whole years.' })
    .min(leastYears, { error: `The audit log is kept for at least ${leastYears} years.` })
    .max(mostYears, { error: `The audit log is kept for at most ${mostYears} years.` }),
  version: formVersion,
})
export type RetentionInput = z.infer<typeof RetentionInput>

export const LegalHoldInput = z.object({ reason: requiredText('The reason', 500) })
export type LegalHoldInput = z.infer<typeof LegalHoldInput>

/** What the page about keeping shows. */
export interface RetentionView {
  years: number
  version: number
  /** Entries from before this are removed by the daily job. */
  keptSince: Date
  hold: { at: Date; by: string; reason: string } | null
  /** Number and time of the oldest entry that is there. */
  oldest: { sequence: number; at: Date } | null
  removedCount: number
  timeZone: string
  may: { manage: boolean }
}
