/**
 * A section of the plan, and what is settled about its items by it and by the sections around it.
 *
 *     "90-day plan" (owner: CISO) → "Prevention" → timingOf: day 90; ownersOf: CISO
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Stage } from '~/domain/shared/vocabulary'
import type { Span } from '../document-tree'
import { sectionOfHeading } from '../rules/section-of-heading'

/**
 * One open plan section, or a group within one. Items point to it, since a line after its table may
 * still set its end. What it does not say itself, the section above says.
 */
export interface PlanSection {
  stage: Stage
  heading: string
  /** Null for a plan that no heading opens. */
  source: Span | null
  horizonDays: number | null
  dueOn: CalendarDate | null
  owners: string[]
  /** What had to be guessed for all of its items, each a sentence for people. */
  guesses: string[]
  above: PlanSection | null
}

/** "Immediate measures" as a table, and not as steps, is a plan without a number of days. */
export function asRunningPlan(section: PlanSection): void {
  const meaning = sectionOfHeading(section.heading)
  if (meaning.kind !== 'first-steps' || !meaning.isImmediate) return
  section.stage = 'plan'
  section.horizonDays = null
}

/** The horizon and date of a section: its own, else those of the section above it. */
export function timingOf(section: PlanSection): Pick<PlanSection, 'horizonDays' | 'dueOn'> {
  let dueOn: CalendarDate | null = null
  for (let at: PlanSection | null = section; at; at = at.above) {
    dueOn ??= at.dueOn
    if (at.horizonDays !== null) return { horizonDays: at.horizonDays, dueOn }
  }
  return { horizonDays: null, dueOn }
}

/** The owners whom a section names for all of its items, or those of the section above it. */
export function ownersOf(section: PlanSection): string[] {
  for (let at: PlanSection | null = section; at; at = at.above) {
    if (at.owners.length > 0) return at.owners
  }
  return []
}

/** What was guessed for all items of a section and of those above it. */
export function guessesOf(section: PlanSection): string[] {
  const guesses: string[] = []
  for (let at: PlanSection | null = section; at; at = at.above) guesses.push(...at.guesses)
  return guesses
}
