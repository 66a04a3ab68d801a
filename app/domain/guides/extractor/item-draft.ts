/**
 * An item while its row or bullet is being read: fields arrive in any order and from any place, and
 * `finishItem` settles what the section says where the line itself says nothing.
 */
import type { Priority, Track } from '~/domain/shared/vocabulary'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { cleanText } from '../document-tree'
import type { Span } from '../document-tree'
import { dateInWords } from '../rules/due-date-in-words'
import type { ExtractedItem } from '../extracted-plan'
import { horizonOfCell, horizonOfLabel } from '../rules/horizon-of-heading'
import { guessesOf, ownersOf, timingOf } from './plan-section'
import type { PlanSection } from './plan-section'
import { priorityOfLabel } from '../rules/priority-of-label'
import { splitOwners } from '../rules/split-owners'
import type { RoleTest } from '../rules/split-owners'
import { trackOfLabel } from '../rules/track-of-label'
import { phrasePattern, vocabularyWords } from '../vocabulary/vocabularies'
import type { ColumnMeaning } from '../vocabulary/vocabulary'

const countsPhases = phrasePattern(vocabularyWords((words) => words.phaseWords))

/** What is known about the document as a whole while one of its lines is read. */
export interface GuideKnowledge {
  roleOf: RoleTest
  /** Whether "3/4/2027" is 3 April here. */
  isDayFirst: boolean
}

/** Where a row stands: its section, the track above it, and what is known of the guide. */
export interface RowContext {
  section: PlanSection
  track: Track | null
  known: GuideKnowledge
}

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
    action: withoutSymbols(cleanText(action)).replace(/(?<=[^.])\.$/, ''),
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

/** "✅ Patch the server", "🔴 Rotate keys": signs of state before the words are none of them. */
export function withoutSymbols(text: string): string {
  return text.replace(/^(?:[\p{Extended_Pictographic}\uFE0F\u200D]+\s*)+(?=\S)/u, '')
}

/** Puts one "key: value" where it belongs; what has no place, or cannot be read, becomes detail. */
export function addField(
  draft: ItemDraft,
  meaning: ColumnMeaning | null,
  key: string,
  written: string,
  known: GuideKnowledge,
): void {
  const value = cleanText(written)
  const isSign = meaning === 'priority' && /\p{S}/u.test(value)
  if (!/[\p{L}\p{N}]/u.test(value) && !isSign) return
  const keep = () => draft.others.push(`${cleanText(key)}: ${value}`)
  switch (meaning) {
    case 'number':
    case 'status':
      return
    case 'owner':
      return addOwners(draft, key, value, known.roleOf)
    case 'outcome':
      draft.outcome = draft.outcome === null ? value : `${draft.outcome}; ${value}`
      return
    case 'priority':
    case 'severity':
      if (!addPriority(draft, meaning, key, value)) keep()
      return
    case 'due':
    case 'horizon':
      if (!addTime(draft, meaning, key, value, known)) keep()
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

function addPriority(
  draft: ItemDraft,
  meaning: ColumnMeaning,
  key: string,
  value: string,
): boolean {
  const priority = priorityOfLabel(value)
  if (priority === null) return false
  if (meaning === 'severity' && draft.priority === null) {
    draft.guesses.push(`“${cleanText(key)}: ${value}” is taken as the priority.`)
  }
  draft.priority ??= priority
  return true
}

/** A date, a number of days or weeks, a bare number in a column called "Week", or a track. */
function addTime(
  draft: ItemDraft,
  meaning: ColumnMeaning,
  key: string,
  value: string,
  { isDayFirst }: GuideKnowledge,
): boolean {
  const found = dateInWords(value, isDayFirst)
  if (found) {
    draft.dueOn = found.date
    if (found.isAmbiguous) draft.guesses.push(ambiguousDate(value))
    return true
  }
  const days = horizonOfCell(value) ?? (meaning === 'horizon' ? horizonOfNumber(key, value) : null)
  if (days !== null) {
    draft.horizonDays = days
    return true
  }
  const track = meaning === 'horizon' ? trackOfLabel(value) : null
  if (track) draft.track = track
  return track !== null
}

/** "5" in a column called "Week", "1-2" in "Month", "30" in "Timeframe (days)" or "Horizon". */
function horizonOfNumber(key: string, value: string): number | null {
  const number = /^[<≤~]?\s*(?:\d{1,4}\s*[-–—/]\s*)?(\d{1,4})\+?$/.exec(value)?.[1]
  if (number === undefined || Number(number) === 0) return null
  const unit = /[([]\s*(\p{L}+)\s*[)\]]\s*$/u.exec(key)?.[1]
  return horizonOfLabel(`${unit ?? key} ${number}`) ?? daysAsTheyAre(key, Number(number))
}

/** Plans count in 30, 60, 90: a number without a unit under "Horizon" is one of days. */
function daysAsTheyAre(key: string, number: number): number | null {
  return number >= 7 && !countsPhases.test(key) ? number : null
}

/** The guess to show for a date whose day and month could be the other way round. */
export function ambiguousDate(written: string): string {
  return `“${cleanText(written)}” is read as month/day/year.`
}

/** The item, with what its section says where its own line says nothing. */
export function finishItem(draft: ItemDraft): ExtractedItem {
  const { section } = draft
  const timing = timingOf(section)
  const isOwned = draft.owners.length > 0
  const detail = joinDetail(draft.lines.join('\n'), draft.others.join('; '))
  const guesses = [...new Set([...draft.guesses, ...guessesOf(section)])]
  return {
    stage: section.stage,
    horizonDays: draft.horizonDays ?? timing.horizonDays,
    track: draft.track,
    owners: [...new Set(isOwned ? draft.owners : ownersOf(section))],
    action: draft.action,
    detail: detail === '' ? null : detail,
    outcome: draft.outcome,
    priority: draft.priority,
    dueOn: draft.dueOn ?? timing.dueOn,
    source: draft.source,
    confidence: guesses.length > 0 ? 'guessed' : 'certain',
    guesses,
  }
}

function joinDetail(rest: string, others: string): string {
  if (rest === '' || others === '') return rest + others
  return `${rest}${/[.!?]$/.test(rest) ? ' ' : '; '}${others}`
}
