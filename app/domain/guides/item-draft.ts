/**
 * An item while its row or bullet is being read: fields arrive in any order and from any place, and
 * `finishItem` settles what the section says where the line itself says nothing.
 */
import type { Priority, Track } from '~/domain/shared/vocabulary'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { cleanText } from './document-tree'
import type { Span } from './document-tree'
import { dateInWords } from './due-date-in-words'
import type { ExtractedItem } from './extracted-plan'
import { horizonOfLabel } from './horizon-of-heading'
import type { PlanSection } from './plan-section'
import { priorityOfLabel } from './priority-of-label'
import { splitOwners } from './split-owners'
import type { RoleTest } from './split-owners'
import { trackOfLabel } from './track-of-label'
import type { ColumnMeaning } from './vocabulary/vocabulary'

export interface ItemDraft {
  section: PlanSection
  action: string
  source: Span
  /** The rest of the cell or bullet and its nested bullets, each a line. */
  lines: string[]
  /** Other columns and keys, as "Column: value". */
  others: string[]
  owners: string[]
  outcome: string | null
  priority: Priority | null
  dueOn: CalendarDate | null
  horizonDays: number | null
  track: Track | null
  guesses: string[]
}

/** A draft with nothing but its action and where that stands. */
export function newDraft(
  section: PlanSection,
  track: Track | null,
  action: string,
  source: Span,
): ItemDraft {
  return {
    section,
    action: cleanText(action).replace(/(?<=[^.])\.$/, ''),
    source,
    lines: [],
    others: [],
    owners: [],
    outcome: null,
    priority: null,
    dueOn: null,
    horizonDays: null,
    track,
    guesses: [],
  }
}

/** Puts one "key: value" where it belongs; what has no place, or cannot be read, becomes detail. */
export function addField(
  draft: ItemDraft,
  meaning: ColumnMeaning | null,
  key: string,
  written: string,
  roleOf: RoleTest,
): void {
  const value = cleanText(written)
  if (!/[\p{L}\p{N}]/u.test(value) && meaning !== 'priority') return
  const keep = () => draft.others.push(`${cleanText(key)}: ${value}`)
  switch (meaning) {
    case 'number':
    case 'status':
      return
    case 'owner':
      return addOwners(draft, key, value, roleOf)
    case 'outcome':
      draft.outcome = draft.outcome === null ? value : `${draft.outcome}; ${value}`
      return
    case 'priority':
    case 'severity':
      draft.priority ??= priorityOfLabel(value)
      if (draft.priority === null) keep()
      return
    case 'due':
    case 'horizon':
      if (!addTime(draft, value)) keep()
      return
    case 'track':
      if (trackOfLabel(value)) draft.track = trackOfLabel(value)
      else keep()
      return
    default:
      keep()
  }
}

function addOwners(draft: ItemDraft, key: string, value: string, roleOf: RoleTest): void {
  const cell = splitOwners(value, roleOf)
  draft.owners.push(...cell.owners)
  if (cell.kept !== null) draft.others.push(`${cleanText(key)}: ${cell.kept}`)
  if (cell.guess !== null) draft.guesses.push(cell.guess)
}

function addTime(draft: ItemDraft, value: string): boolean {
  const found = dateInWords(value)
  if (found) {
    draft.dueOn = found.date
    if (found.isAmbiguous) draft.guesses.push(ambiguousDate(value))
    return true
  }
  const days = horizonOfLabel(value)
  if (days === null) return false
  draft.horizonDays = days
  return true
}

/** The guess to show for a date whose day and month could be the other way round. */
export function ambiguousDate(written: string): string {
  return `“${cleanText(written)}” is read as month/day/year.`
}

/** The item, with what its section says where its own line says nothing. */
export function finishItem(draft: ItemDraft): ExtractedItem {
  const { section } = draft
  const isOwned = draft.owners.length > 0
  const detail = joinDetail(draft.lines.join('\n'), draft.others.join('; '))
  return {
    stage: section.stage,
    horizonDays: draft.horizonDays ?? section.horizonDays,
    track: draft.track,
    owners: [...new Set(isOwned ? draft.owners : section.owners)],
    action: draft.action,
    detail: detail === '' ? null : detail,
    outcome: draft.outcome,
    priority: draft.priority,
    dueOn: draft.dueOn ?? section.dueOn,
    source: draft.source,
    confidence: draft.guesses.length > 0 ? 'guessed' : 'certain',
    guesses: draft.guesses,
  }
}

function joinDetail(rest: string, others: string): string {
  if (rest === '' || others === '') return rest + others
  return `${rest}${/[.!?]$/.test(rest) ? ' ' : '; '}${others}`
}
