/**
 * What a language contributes to the extractor: words and phrases, no code. A third language is one
 * more file like `en.ts` and a line in `vocabularies.ts`.
 *
 * Phrases are written in lower case; a space in a phrase also matches a hyphen. Matching is by whole
 * words without regard to case.
 */
import type { OwnerRoleKey, Priority, Track } from '~/domain/shared/vocabulary'

/** What a column of a plan table, or the key in "Key: value", says about an item. */
export type ColumnMeaning =
  | 'action'
  | 'owner'
  | 'outcome'
  | 'due'
  | 'horizon'
  | 'track'
  | 'priority'
  | 'severity'
  | 'status'
  | 'number'

export type TimeUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

export interface Vocabulary {
  language: string
  units: Record<TimeUnit, readonly string[]>
  numberWords: Readonly<Record<string, number>>
  /** Words between the two ends of a range, besides dashes: "day 1 to 30". */
  rangeWords: readonly string[]
  /** Words that join, as in "HR and IT". */
  joiners: readonly string[]
  /** What may stand before a horizon at the start of a heading: "your first 30 days". */
  horizonOpeners: readonly string[]
  /** Words that make a heading with a number of days one about a plan. */
  planNouns: readonly string[]
  /** Headings that open a plan without saying how long it is. */
  planHeadings: readonly string[]
  /** Headings that stand for a horizon whose length they do not say. */
  openHorizons: readonly string[]
  /** Words that number a section, as in "Phase 2". */
  phaseWords: readonly string[]
  /** Phrases, anywhere in a heading, of the section on what to do first. */
  firstStepHeadings: readonly string[]
  /** Phrases, at the start of a heading, of sections that hold no plan. */
  otherHeadings: readonly string[]
  /** The same, where the section on what to do first may start so too: "what the clinic does first". */
  weakOtherHeadings: readonly string[]
  /** Starts of headings and lists that say what not to do. */
  prohibitions: readonly string[]
  tracks: Record<Track, readonly string[]>
  /** What may follow a track's word in its heading: "Prevention measures". */
  trackTails: readonly string[]
  columns: Record<ColumnMeaning, readonly string[]>
  /** Column names too common in prose to count as "Key: value" inside a bullet. */
  proseKeys: readonly string[]
  priorities: Record<Priority, readonly string[]>
  /** Roles known by their whole name, short names included. */
  roles: readonly string[]
  /** Areas that are a role only where no title follows: "Security". */
  areaRoles: readonly string[]
  /** The last word of a role's name: "… manager". */
  roleNouns: readonly string[]
  roleNounPlurals: readonly string[]
  /** What stands in an owner cell and names nobody. */
  nobody: readonly string[]
  /** Products that stand in owner cells but own nothing. */
  tools: readonly string[]
  weekdays: readonly string[]
  /** Twelve entries: the names of each month, short ones included. */
  months: readonly (readonly string[])[]
  /** What stands before a date that something is due on: "by 9 April". */
  dueWords: readonly string[]
  /** Keys of a line that says when a section ends: "Target completion: day 30". */
  targetKeys: readonly string[]
  /** Words with a full stop that end no sentence. */
  abbreviations: readonly string[]
  /** Words in an action that point to the role that usually leads such work, for proposals. */
  roleKeywords: Record<OwnerRoleKey, readonly string[]>
}
