/**
 * What the screens of a guide show: the list, the preview beside the guide's text, and the form of
 * one item. Services fill these shapes.
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { FrameworkChoices } from '~/domain/frameworks/framework-choices'
import type { Cadence, Priority, Stage, Track } from '~/domain/shared/vocabulary'
import type { ExtractWarning } from '../extracted-plan'
import type { SuggestionsView } from '../suggestions/suggestion'

/** An imported guide as the list shows it. */
export interface TemplateListItem {
  id: string
  title: string
  /** A document that was imported, a guide of our library, a plan that was saved, or nothing. */
  origin: 'document' | 'library' | 'plan' | 'scratch'
  fileName: string | null
  /** Whether another guide was taken over as its new version. */
  hasNewer: boolean
  createdAt: Date
  importedByName: string | null
  /** Items that are not dropped. */
  itemCount: number
  droppedCount: number
  /** Plans started from it, drafts included, cancelled ones not. */
  planCount: number
}

/** A remark of the importer about the guide; `line` counts from 1 in the imported text. */
export interface TemplateWarning {
  message: string
  line: number | null
  /** The beginning of what it is about, as it stands in the guide. */
  text: string
  /**
   * What it is about; absent in what was imported before it was kept. A `section` warns of nothing:
   * it is a heading of the plan, and `message` says what it was read as.
   */
  kind?: ExtractWarning['kind'] | 'section'
  /** Its place in the imported text, in UTF-16 units. */
  start?: number | null
  end?: number | null
  /** Of a `section`: where in a plan its items belong. */
  place?: SectionPlace
}

/** What a heading of the plan says of every item under it. */
export interface SectionPlace {
  stage: Stage
  horizonDays: number | null
  track: Track | null
}

/** The place that the heading above a line gives it. */
export interface PlaceAbove extends SectionPlace {
  heading: string
}

/** A remark as the preview shows it, in the list and in the text. */
export interface TemplateWarningView extends TemplateWarning {
  /** Where it stands among the remarks, for links between the list and the text. */
  number: number
  start: number | null
  end: number | null
  /** The item that somebody made of its line since. */
  itemId: string | null
}

/** A heading that was understood as one of the plan's, in the text that the preview shows. */
export interface SectionMark {
  /** What it was read as: "30 days". */
  words: string
  start: number
  end: number
}

/** Where an item that is not dropped stands in the text that the preview shows. */
export interface ItemMark {
  id: string
  action: string
  /** Offsets into the shown part of the text. */
  start: number
  end: number
  /** Whether its card is on the shown page of items. */
  isOnPage: boolean
}

/** One item as the preview shows it. */
export interface TemplateItemView {
  id: string
  stage: Stage
  horizonDays: number | null
  track: Track | null
  priority: Priority | null
  action: string
  outcome: string | null
  detail: string | null
  dueOn: CalendarDate | null
  /** As written in the guide. */
  owners: string[]
  ownerRoleId: string | null
  ownerRoleName: string | null
  /** Why this role is proposed; null once the guide or a person settled it. */
  ownerRoleProposal: string | null
  guesses: string[]
  /** Identifiers of the framework references it serves, such as `nist-csf:PR.AT`. */
  frameworkRefs: string[]
  /** How often it comes round; null for once. */
  cadence: Cadence | null
  isDropped: boolean
  /** Its place in the text, in UTF-16 units; null for an item added by hand. */
  sourceStart: number | null
  sourceEnd: number | null
  version: number
}

/** Items under one heading of the preview. */
export interface TemplateItemGroup {
  key: string
  label: string
  items: TemplateItemView[]
}

export interface TemplateView {
  id: string
  title: string
  fileName: string | null
  frameworks: string[]
  warnings: TemplateWarningView[]
  /** What is proposed for its items; null for those who may not change them. */
  suggestions: SuggestionsView | null
  importedAt: Date
  itemCount: number
  droppedCount: number
  /** Items whose owner role is only proposed. */
  proposedCount: number
  /** Items without an owner role. */
  rolelessCount: number
  groups: TemplateItemGroup[]
  page: number
  pageCount: number
  /** The guide's own text, or the part of it around the chosen item where it is very long. */
  text: string
  /** The offset in the whole text at which `text` begins. */
  textStart: number
  /** Characters of the whole text. */
  textLength: number
  marks: ItemMark[]
  sections: SectionMark[]
}

/** A line of a guide that an item can be made from. */
export interface GuideLine {
  number: number
  text: string
  /** Whether an item stands in it already. */
  isItem: boolean
}

/** What the form that adds an item begins with. */
export interface NewItemView {
  templateId: string
  title: string
  /** The item's id to be, so that the form sent twice adds one item. */
  itemId: string
  /** The chosen line as an action; empty when none is chosen. */
  action: string
  line: number | null
  /** The remark that is about the chosen part of the line; null when it is the whole line. */
  remark: number | null
  /** Where the heading above puts it; null where no heading of the plan stands above. */
  place: PlaceAbove | null
  lines: GuideLine[]
  page: number
  pageCount: number
  roles: { id: string; name: string }[]
  frameworks: FrameworkChoices
}

/** The form of one item. */
export interface TemplateItemForm {
  templateId: string
  templateTitle: string
  item: TemplateItemView
  /** The guide's own words for it; null for an item added by hand. */
  source: string | null
  roles: { id: string; name: string }[]
  frameworks: FrameworkChoices
}
