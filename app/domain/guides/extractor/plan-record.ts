/**
 * What one reading of a document has found so far: items, the sections they stand in, and what was
 * left out.
 */
import { cleanText } from '../document-tree'
import type { RichText, Span } from '../document-tree'
import type { ExtractedSection } from '../extracted-plan'
import type { ItemDraft } from './item-draft'
import { timingOf } from './plan-section'
import type { PlanSection } from './plan-section'
import type { HeadingSection } from '../rules/section-of-heading'
import { WarningLog } from './warning-log'

/** A plan of more items is no plan that people work through; the rest is left out with a warning. */
const mostItems = 2000
const tooMany = `The guide has more than ${mostItems} items already; split it into several guides.`

export class PlanRecord {
  readonly drafts: ItemDraft[] = []
  readonly log: WarningLog
  hasPlanHeading = false
  hasHeading = false
  private readonly opened: { section: PlanSection; track: ExtractedSection['track'] }[] = []

  constructor(source: string) {
    this.log = new WarningLog(source)
  }

  /** Whether there is room for another item; where there is none, what stands at `span` is left out. */
  hasRoom(span: Span): boolean {
    if (this.drafts.length < mostItems) return true
    this.log.leaveOut(span, tooMany)
    return false
  }

  /**
   * Whether nothing that is read from here on could show: there is no room for another item, nor for
   * another reason why there is not. A document of many plans is read that far and counted on.
   */
  get isFull(): boolean {
    return this.drafts.length >= mostItems && this.log.isFull
  }

  add(...drafts: ItemDraft[]): void {
    this.drafts.push(...drafts)
  }

  /** Notes a section of the plan, for showing what was recognised. */
  open(section: PlanSection, track: ExtractedSection['track']): PlanSection {
    this.opened.push({ section, track })
    return section
  }

  /** For a table or list that is a plan by its own words, under a heading that is none. */
  openByItself(
    source: Span,
    heading: string,
    guess: string | null,
    horizonDays: number | null = null,
  ): PlanSection {
    const section: PlanSection = {
      ...{ stage: 'plan', heading, source, horizonDays, dueOn: null, owners: [] },
      ...{ guesses: guess === null ? [] : [guess], above: null },
    }
    return this.open(section, null)
  }

  /** For the rows of a table below one that is their heading: "Days 31–60". */
  openInTable(text: RichText, meaning: HeadingSection, above: PlanSection): PlanSection {
    const isTimed = meaning.kind === 'plan' || meaning.kind === 'track'
    const section: PlanSection = {
      stage: meaning.kind === 'first-steps' ? 'first-steps' : above.stage,
      heading: cleanText(text.text),
      source: text.span,
      horizonDays: isTimed ? meaning.horizonDays : null,
      ...{ dueOn: null, owners: [], guesses: [], above },
    }
    return this.open(section, meaning.kind === 'track' ? meaning.track : null)
  }

  /** Every section, in the order in which they were opened, with what was settled about them since. */
  get sections(): ExtractedSection[] {
    return this.opened.map(({ section, track }) => ({
      source: section.source ?? { start: 0, end: 0 },
      heading: section.heading,
      stage: section.stage,
      ...timingOf(section),
      track,
    }))
  }
}
