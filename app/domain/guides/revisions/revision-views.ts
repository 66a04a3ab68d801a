/**
 * What the screens of a guide's new version show, and what applying it did. Services fill these
 * shapes; the sentences about plans are made here.
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { formatDay } from '~/domain/calendar/format-date'
import type { TaskEffect } from './apply-revision'
import { itemFieldLabel, type ItemField } from './item-fields'
import type { FieldChange, RevisionKind } from './revision-diff'

/** What applying did to one plan. */
export interface PlanOutcome {
  planId: string
  title: string
  isRunning: boolean
  added: number
  updated: number
  gone: number
  /** Tasks whose mark went, because the guide has them again. */
  back: number
}

export interface RevisionOutcome {
  /** Whether this call took the version over. */
  isAdopted: boolean
  plans: PlanOutcome[]
}

/** A version of a guide, as a link and a date. */
export interface VersionLink {
  templateId: string
  title: string
  importedAt: Date
  importedByName: string | null
}

/** What happens to one task of a plan, or to the plan, because of one line. */
export interface EffectView {
  planId: string
  sentence: string
  /** The task it is about; null for one to be made. */
  taskId: string | null
  /** Where people's words in the task stay unless the guide's are chosen. */
  choices: { name: string; field: string; kept: string | null; guide: string | null }[]
  /** Whether there is anything to apply. */
  isWork: boolean
}

export interface RevisionLineView {
  key: string
  kind: RevisionKind
  action: string
  /** Where it stands in a plan, such as "30 days · HR". */
  place: string
  outcome: string | null
  isDropped: boolean
  /** The item's page in the guide, by version. */
  templateId: string
  itemId: string
  changes: FieldChange[]
  effects: EffectView[]
}

export interface RevisionPlanView {
  id: string
  title: string
  isRunning: boolean
  /** It follows the later version already. */
  isFollowing: boolean
  /** Nothing is left to apply. */
  isUpToDate: boolean
  seen: string
  added: number
  updated: number
  gone: number
  back: number
  /** Tasks that are done or cancelled and stay as they are. */
  staying: number
}

/** The page of a guide's new version. */
export interface RevisionView {
  after: VersionLink
  /** The version it is compared with; null while nobody chose one and none is likely. */
  before: VersionLink | null
  /** `proposed`: by likeness. `chosen`: by a person. `adopted`: it was decided. */
  state: 'none' | 'proposed' | 'chosen' | 'adopted'
  /** Why it is proposed. */
  reason: string | null
  isKeptApart: boolean
  /** Guides it can be compared with instead. */
  others: VersionLink[]
  counts: Record<RevisionKind, number>
  lines: RevisionLineView[]
  plans: RevisionPlanView[]
  /** Plans that follow a still earlier version; they are brought here one version after the other. */
  plansBehind: { id: string; title: string; templateId: string }[]
  seen: string
  /** Other organisations of the account where this version can be applied. */
  otherOrganisationCount: number
}

/** A line about versions on a guide's own page. */
export type RevisionNotice =
  | { kind: 'likely'; of: VersionLink; reason: string }
  | { kind: 'replaced'; by: VersionLink }
  | { kind: 'follows'; previous: VersionLink; waitingPlanCount: number }

interface EffectNames {
  today: CalendarDate
  dueOn: CalendarDate | undefined
  ownerRoleName: string | null
  responsibleName: string | null
}

/** What an effect does, in a sentence. */
export function describeEffect(effect: TaskEffect, names: EffectNames): string {
  if (effect.kind === 'add') return describeNewTask(names)
  const number = `#${effect.task.reference}`
  if (effect.kind === 'stay') {
    const state = effect.task.cancelledAt ? 'cancelled' : 'done'
    return `${number} is ${state} and stays as it is.`
  }
  if (effect.kind === 'mark-gone') {
    return `${number} stays, marked “No longer in the guide”. You can cancel it then.`
  }
  if (effect.kind === 'mark-back') {
    return `${number} was marked “No longer in the guide”; the mark goes, for it is there again.`
  }
  if (effect.fields.length === 0) return `${number} keeps what people wrote into it.`
  const fields = listed(effect.fields.map((field) => itemFieldLabel[field].toLowerCase()))
  return `${number}: the ${fields} ${effect.fields.length === 1 ? 'changes' : 'change'}. Its date, its people and its evidence stay.`
}

function describeNewTask({ today, dueOn, ownerRoleName, responsibleName }: EffectNames): string {
  const due = dueOn ? `, due ${formatDay(dueOn, today)}` : ''
  if (!ownerRoleName) return `A new task${due}, without an owner role.`
  const who = responsibleName ?? 'nobody holds that role'
  return `A new task${due}, for ${ownerRoleName} (${who}).`
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** "2 new tasks, 3 changed, 1 marked as no longer in the guide"; null for nothing. */
export function describeCounts(
  counts: Pick<PlanOutcome, 'added' | 'updated' | 'gone' | 'back'>,
): string | null {
  const { added, updated, gone, back } = counts
  const parts = [
    added > 0 ? counted(added, 'new task') : '',
    updated > 0 ? `${updated} changed` : '',
    gone > 0 ? `${gone} marked as no longer in the guide` : '',
    back > 0 ? `${back} in the guide again` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : null
}

/** What applying did, in one line for the next page. */
export function describeOutcome({ isAdopted, plans }: RevisionOutcome): string {
  const sum = (pick: (plan: PlanOutcome) => number) =>
    plans.reduce((total, plan) => total + pick(plan), 0)
  const counts = describeCounts({
    added: sum(({ added }) => added),
    updated: sum(({ updated }) => updated),
    gone: sum(({ gone }) => gone),
    back: sum(({ back }) => back),
  })
  const touched = plans.filter((plan) => describeCounts(plan) !== null).length
  if (counts) return `Applied to ${counted(touched, 'plan')}: ${counts}.`
  return isAdopted
    ? 'This is the new version now. No task had to change.'
    : 'Everything was applied before; nothing changed.'
}

/** The headings of the kinds, in the order in which a page shows them. */
export const revisionKindLabel: Record<RevisionKind, string> = {
  new: 'New',
  changed: 'Changed',
  gone: 'Gone',
  carried: 'Added by hand',
  unchanged: 'Unchanged',
}

/** The words for a field of a choice. */
export const fieldLabel = (field: ItemField): string => itemFieldLabel[field]
