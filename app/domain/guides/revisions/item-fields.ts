/**
 * What an item says, field by field, for telling two versions of it apart. White space is no
 * difference; anything else somebody could read is.
 *
 *     changedFields(before, after)   // ['outcome', 'horizon']
 *     fieldText(after, 'horizon')    // '60 days'
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import {
  priorityLabel,
  trackLabel,
  type Priority,
  type Stage,
  type Track,
} from '~/domain/shared/vocabulary'
import { horizonLabel } from '~/domain/tasks/plan-grouping'

/** The words of an item, whoever wrote them. */
export interface ItemWords {
  action: string
  outcome: string | null
  detail: string | null
  stage: Stage
  horizonDays: number | null
  track: Track | null
  priority: Priority | null
}

/** An item as a guide has it; `owners` as written there. */
export interface ComparableItem extends ItemWords {
  dueOn: CalendarDate | null
  owners: readonly string[]
}

export const itemFields = [
  'action',
  'outcome',
  'detail',
  'horizon',
  'track',
  'owner',
  'priority',
  'date',
] as const
export type ItemField = (typeof itemFields)[number]

/** The fields that a running task takes over; who does it and when stays as it was agreed. */
export const wordFields = ['action', 'outcome', 'detail', 'horizon', 'track', 'priority'] as const
export type WordField = (typeof wordFields)[number]

export const itemFieldLabel: Record<ItemField, string> = {
  action: 'Action',
  outcome: 'Outcome',
  detail: 'Detail',
  horizon: 'Horizon',
  track: 'Track',
  owner: 'Owner',
  priority: 'Priority',
  date: 'Date in the guide',
}

/** What a field says, for people; null for nothing. A date is written with its year. */
export function fieldText(item: ComparableItem, field: ItemField): string | null {
  if (field === 'owner') return item.owners.length > 0 ? item.owners.join(', ') : null
  if (field === 'date')
    return item.dueOn && `${formatDay(item.dueOn, item.dueOn)} ${item.dueOn.slice(0, 4)}`
  return wordText(item, field)
}

/** The same for the fields that tasks have too. */
export function wordText(item: ItemWords, field: WordField): string | null {
  if (field === 'horizon') return horizonLabel(item.horizonDays, item.stage)
  if (field === 'track') return item.track && trackLabel[item.track]
  if (field === 'priority') return item.priority && priorityLabel[item.priority]
  return item[field]
}

/** Whether two texts say the same; no text and an empty one do. */
export const isSameText = (a: string | null, b: string | null): boolean => plain(a) === plain(b)

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

/** Whether a field of words says the same on both sides. */
export function isSameWord(a: ItemWords, b: ItemWords, field: WordField): boolean {
  if (field === 'horizon') return a.stage === b.stage && a.horizonDays === b.horizonDays
  if (field === 'track' || field === 'priority') return a[field] === b[field]
  return isSameText(a[field], b[field])
}

/** Whether a field says the same on both sides. */
export function isSameField(a: ComparableItem, b: ComparableItem, field: ItemField): boolean {
  if (field === 'date') return a.dueOn === b.dueOn
  if (field === 'owner') return isSameText(a.owners.join('\n'), b.owners.join('\n'))
  return isSameWord(a, b, field)
}

/** The fields in which two items differ, in the order of `itemFields`. */
export const changedFields = (a: ComparableItem, b: ComparableItem): ItemField[] =>
  itemFields.filter((field) => !isSameField(a, b, field))
