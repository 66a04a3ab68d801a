/**
 * What a language contributes to the extractor: words and phrases, no code. A third language is one
 * more file like `en.ts`, with its headings and roles beside it, and a line in `vocabularies.ts`.
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

/** What headings say. */
export interface HeadingVocabulary {
  /** Words that make a heading with a number of days one about a plan. */
  planNouns: readonly string[]
  /** What a number of days may be of without being a plan: "30-day trial". */
  otherPeriods: readonly string[]
  /** What before a number of days makes it a rhythm or the past: "every 30 days". */
  otherPeriodOpeners: readonly string[]
  /** Headings that open a plan without saying how long it is; they start or end with one of these. */
  planHeadings: readonly string[]
  /** The same, for words that mean a plan only when nothing else stands in the heading. */
  bareHeadings: readonly string[]
  /** Headings that say the same as a whole sentence: "What we will do". */
  doingHeadings: readonly string[]
  /** How a heading starts that is about plans and is none: "Creating your action plan". */
  planMaking: readonly string[]
  /** "A" before the name of a plan at a heading's end: "Anatomy of a work plan" is about plans. */
  indefiniteArticles: readonly string[]
  /** How the overview of a plan is called that stands above its phases: "Roadmap overview". */
  overviewEndings: readonly string[]
  /** Headings that stand for a horizon whose length they do not say. */
  openHorizons: readonly string[]
  /** Headings of what to do at once; beside those of terms they are the first horizon. */
  immediateHeadings: readonly string[]
  /** Starts of headings that count on from there: "Short term". */
  termHeadings: readonly string[]
  /** Words that number a section, as in "Phase 2". */
  phaseWords: readonly string[]
  /** Words that number a part of a document: "Appendix B: Action plan". */
  partWords: readonly string[]
  /** Words that number a step, as the label in "Step 2: Call the bank". */
  stepWords: readonly string[]
  /** Phrases, anywhere in a heading, of the section on what to do first. */
  firstStepHeadings: readonly string[]
  /** The same, where nothing follows: "How to start" and not "How to start a return". */
  firstStepEndings: readonly string[]
  /** Phrases, at the start of a heading, of sections that hold no plan. */
  otherHeadings: readonly string[]
  /** The same, where the section on what to do first may start so too: "what the clinic does first". */
  weakOtherHeadings: readonly string[]
  /** Those of them that inside a plan only name a group of its tasks: "Vendors". */
  groupHeadings: readonly string[]
  /** Phrases, at the end of a heading, of sections that hold no plan: "Common … mistakes". */
  otherEndings: readonly string[]
  /** Phrases, anywhere in a heading, of sections that hold no plan: "Top 5 mistakes in …". */
  otherWords: readonly string[]
  /** Words, anywhere in such a heading, that let in no plan below it, whatever its own heading says. */
  sealedWords: readonly string[]
  /** Words, anywhere in a heading that looks back, below which the actions drawn from it may stand. */
  retrospectWords: readonly string[]
  /** Words that add to a heading without changing what it is: "Goals for …". */
  tailOpeners: readonly string[]
  /** Phrases of headings whose sub-headings are questions, which open nothing. */
  questionHeadings: readonly string[]
  /** Headings of steps to come, which are a plan only with a horizon: "Next steps (30/60/90 days)". */
  followUpHeadings: readonly string[]
  /** Whole headings of what belongs to a plan but is no task: "Expected impact", "Budget". */
  asideHeadings: readonly string[]
  /** Labels of bullets that say something about a part of a plan: "Goal: nobody shares a login". */
  describingLabels: readonly string[]
  /** What makes a heading or lead-in say what will be, not what to do: "By day 90 you will have". */
  promises: readonly string[]
  /** How a bullet starts that says how something is: "Is reviewed every year". */
  statementStarts: readonly string[]
  /** Starts of headings and lists that say what not to do. */
  prohibitions: readonly string[]
  tracks: Record<Track, readonly string[]>
  /** What stands beside a track's word without changing it: "Governance and compliance". */
  trackCompanions: readonly string[]
  /** Names of parts of a plan that are none of our tracks: "Identify". */
  otherFunctions: readonly string[]
  /** What may follow a track's word in its heading: "Prevention measures". */
  trackTails: readonly string[]
}

/** Who does things. */
export interface RoleVocabulary {
  /** Roles known by their whole name, short names included. */
  roles: readonly string[]
  /** Areas that are a role only where no title follows: "Security". */
  areaRoles: readonly string[]
  /** The last word of a role's name: "… manager". */
  roleNouns: readonly string[]
  roleNounPlurals: readonly string[]
  /** How a compound ends that is a role in one word: "Fuhrparkleiter". */
  roleEndings: readonly string[]
  /** How a role's name starts when its area follows: "director of …". */
  roleStarts: readonly string[]
  /** Words that no role's name holds, so that "ask the provider" is none. */
  noRoleWords: readonly string[]
  /** What stands in an owner cell and names nobody. */
  nobody: readonly string[]
  /** Products that stand in owner cells but own nothing, and words that end the name of one. */
  tools: readonly string[]
  toolNouns: readonly string[]
  /** Words in an action that point to the role that usually leads such work, for proposals. */
  roleKeywords: Record<OwnerRoleKey, readonly string[]>
}

export interface Vocabulary extends HeadingVocabulary, RoleVocabulary {
  language: string
  units: Record<TimeUnit, readonly string[]>
  /** What stands behind the time of day: "14.32 Uhr". */
  clockWords: readonly string[]
  /** What stands before a unit that has begun: "this week". */
  nowWords: readonly string[]
  numberWords: Readonly<Record<string, number>>
  /** Words between the two ends of a range, besides dashes: "day 1 to 30". */
  rangeWords: readonly string[]
  /** What stands before the colon in the head of a mail, and before its subject. */
  mailFields: readonly string[]
  mailSubjects: readonly string[]
  /** Words that join, as in "HR and IT". */
  joiners: readonly string[]
  /** Words that end no heading, since more has to follow. */
  unfinishedEndings: readonly string[]
  /** What may stand before a horizon at the start of a heading: "your first 30 days". */
  horizonOpeners: readonly string[]
  /**
   * Names of columns. Where two columns of a table claim the same meaning, the one whose name comes
   * first here has it.
   */
  columns: Record<ColumnMeaning, readonly string[]>
  /** Names of a due date that are days from the start where another column has the date. */
  spanColumns: readonly string[]
  /** What makes the name of a date one of the past: "Actual completion date". */
  pastDateWords: readonly string[]
  /** Names of the action that mean it only beside a column for who, when or what for. */
  weakActionColumns: readonly string[]
  /** Names that stand in for the action where no other column does, the likeliest first. */
  standInColumns: readonly string[]
  /** The same in a register that says how far each line is; elsewhere it is a list of something else. */
  registerColumns: readonly string[]
  /** What heads the keys of a key/value table: "Field". */
  keyColumns: readonly string[]
  /** Column names too common in prose to count as "Key: value" inside a bullet. */
  proseKeys: readonly string[]
  priorities: Record<Priority, readonly string[]>
  /** Those of them that say so in brackets too, without the word "priority": "[High]". */
  priorityTags: readonly string[]
  weekdays: readonly string[]
  /** Twelve entries: the names of each month, short ones included. */
  months: readonly (readonly string[])[]
  /** What stands before a date that something is due on: "by 9 April". */
  dueWords: readonly string[]
  /** What stands before a date that something starts on: "from 9 April". */
  startWords: readonly string[]
  /** Keys of a line that says when a section ends: "Target completion: day 30". */
  targetKeys: readonly string[]
  /** Words with a full stop that end no sentence. */
  abbreviations: readonly string[]
  /** What stands before a sum: "Total: 12 hours". */
  totals: readonly string[]
  /** What stands in a cell that nobody filled in, besides `nobody`. */
  placeholders: readonly string[]
  /** How a sentence starts that asks for something to be done. */
  actionVerbs: readonly string[]
}
