/**
 * The filter of the audit log as an address has it, so that a view can be passed on and exported as
 * it stands.
 *
 *     auditFilterOf(new URLSearchParams('noun=task&from=2026-12-01'))
 *     // { noun: 'task', from: '2026-12-01', personId: null, … }
 */
import { activityTypes } from '~/domain/activity/activity'
import type { AuditFilter } from '~/domain/audit/audit-page'
import { isCalendarDate } from '~/domain/calendar/calendar-date'
import { isId } from '~/domain/shared/ids'

/** What an entry can be about: the nouns of the activities, and changes that none tells of. */
export const auditNouns: readonly string[] = [
  ...new Set(activityTypes.map((type) => type.split('.')[0]!)),
  'change',
]

const longestText = 100

/** What an address asks for; whatever is none of it is left out. */
export function auditFilterOf(search: URLSearchParams): AuditFilter {
  const idIn = (name: string) => {
    const value = search.get(name)
    return isId(value) ? value : null
  }
  const dateIn = (name: string) => {
    const value = search.get(name)
    return isCalendarDate(value) ? value : null
  }
  const noun = search.get('noun') ?? ''
  return {
    personId: idIn('person'),
    noun: auditNouns.includes(noun) ? noun : null,
    from: dateIn('from'),
    to: dateIn('to'),
    planId: idIn('plan'),
    taskId: idIn('task'),
    reviewId: idIn('review'),
    text: search.get('text')?.trim().slice(0, longestText) || null,
  }
}
