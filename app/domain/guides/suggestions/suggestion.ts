/**
 * What Wardround proposes for the items of a guide. Nothing of it happens before somebody takes it up,
 * and what somebody waved away is known by its key and not proposed again.
 *
 *     suggestionKey('cadence', itemId, 'yearly') // 'cadence:018f…:yearly'
 *     parseSuggestionRef('cadence:018f…:yearly@3') // { key: 'cadence:018f…:yearly', stamp: '3' }
 *
 * A key names the outcome too, so another proposal for the same item is another suggestion. The stamp
 * holds the versions of the items it was made from: a form that is older than a change is noticed.
 */
import type { Cadence } from '~/domain/shared/vocabulary'

export const suggestionKinds = [
  'owner-role',
  'cadence',
  'split',
  'double',
  'overlap',
  'framework',
] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** What a heading calls them, what they are about, and the button for all of them. */
export const suggestionKindWords: Record<
  SuggestionKind,
  { title: string; about: string; applyAll: string | null }
> = {
  'owner-role': {
    title: 'Owner roles',
    about:
      'The guide names nobody for these items. Dismissing one leaves the item without an owner role.',
    applyAll: 'Confirm all of these roles',
  },
  cadence: {
    title: 'Tasks that come round',
    about: 'Finishing such a task makes the next one, due that much later.',
    applyAll: 'Apply all of these cadences',
  },
  split: {
    title: 'Several things in one item',
    about: 'Each part becomes an item of its own, with the same owner role, track and horizon.',
    applyAll: 'Split all of these',
  },
  double: {
    title: 'Said twice',
    about: 'A first step asks for the same as an item of the plan; one of them is enough.',
    applyAll: 'Drop all of these first steps',
  },
  overlap: {
    title: 'Already in another plan',
    about:
      'A running plan has a task that asks for the same. The two can be linked on the way to the launch of this plan, so that finishing one finishes both.',
    applyAll: null,
  },
  framework: {
    title: 'Framework references',
    about: 'Requirements that these items seem to serve, by the words in them.',
    applyAll: 'Add all of these references',
  },
}

/** Which of two items is dropped where they say the same. */
export const doubleChoices = ['first-step', 'plan-item'] as const
export type DoubleChoice = (typeof doubleChoices)[number]

interface AnySuggestion {
  key: string
  /** Versions of the items it was made from. */
  stamp: string
  itemId: string
  /** The item's action, as it stands. */
  action: string
  /** Whole sentences for people. */
  reason: string
}

/** What several references are suggested for, said once, and what each of them asks for. */
export interface FrameworkGround {
  /** The beginning of a sentence: “Mentions “Train”. Training staff serves”. */
  said: string
  refs: { ref: string; because: string }[]
}

export type Suggestion = AnySuggestion &
  (
    | { kind: 'owner-role'; roleId: string; roleName: string }
    | { kind: 'cadence'; cadence: Cadence }
    | { kind: 'split'; parts: string[] }
    | { kind: 'double'; other: { id: string; action: string; horizonLabel: string } }
    | {
        kind: 'overlap'
        task: { id: string; reference: number; action: string; planId: string; planTitle: string }
      }
    | { kind: 'framework'; refs: string[]; grounds: FrameworkGround[] }
  )

export const suggestionKey = (kind: SuggestionKind, ...parts: readonly string[]): string =>
  [kind, ...parts].join(':')

/** How a form names a suggestion. */
export const suggestionRef = ({ key, stamp }: Pick<Suggestion, 'key' | 'stamp'>): string =>
  `${key}@${stamp}`

/** Null for what names none. */
export function parseSuggestionRef(ref: string): { key: string; stamp: string } | null {
  const match = /^([a-z-]+(?::[A-Za-z0-9-]+)+)@([0-9.]+)$/.exec(ref)
  const [, key, stamp] = match ?? []
  return key !== undefined && stamp !== undefined ? { key, stamp } : null
}

/** Suggestions of one kind, as the preview shows them. */
export interface SuggestionGroup {
  kind: SuggestionKind
  /** The first of them. */
  shown: Suggestion[]
  total: number
}

export interface SuggestionsView {
  groups: SuggestionGroup[]
  /** Whether those that were waved away are shown, instead of those that wait. */
  isDismissedShown: boolean
  openCount: number
  dismissedCount: number
}

/** More of a kind than this come when these are settled. */
const shownPerKind = 20

/** What waits, or what was waved away, kind by kind. */
export function suggestionsView(
  suggestions: readonly Suggestion[],
  dismissed: readonly string[],
  isDismissedShown: boolean,
): SuggestionsView {
  const away = new Set(dismissed)
  const isAway = ({ key }: Suggestion) => away.has(key)
  const dismissedCount = suggestions.filter(isAway).length
  const listed = suggestions.filter((suggestion) => isAway(suggestion) === isDismissedShown)
  const groups = suggestionKinds.flatMap((kind) => {
    const own = listed.filter((suggestion) => suggestion.kind === kind)
    return own.length === 0 ? [] : { kind, shown: own.slice(0, shownPerKind), total: own.length }
  })
  return {
    groups,
    isDismissedShown,
    openCount: suggestions.length - dismissedCount,
    dismissedCount,
  }
}
