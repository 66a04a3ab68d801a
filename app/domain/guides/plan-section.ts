/**
 * Where in the plan the extractor stands: the headings that are open above a block, and what they
 * say together. Marked headings nest by their depth; headings of unmarked text all have one depth,
 * so a track below a horizon, or a first group name, counts as nested there too.
 *
 *     "90-day plan" → "Prevention" → bullets: { stage: 'plan', horizonDays: 90, track: 'prevention' }
 *     … → "Common mistakes" → bullets: not in a plan
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Stage, Track } from '~/domain/shared/vocabulary'
import { dateInWords } from './due-date-in-words'
import type { HeadingSection } from './section-of-heading'

/** One open plan section. Items point to it, since a line after its table may still set its end. */
export interface PlanSection {
  stage: Stage
  heading: string
  horizonDays: number | null
  dueOn: CalendarDate | null
  owners: string[]
}

interface OpenHeading {
  depth: number
  kind: 'no-plan' | 'plan' | 'track' | 'group' | 'unknown'
  section: PlanSection | null
  track: Track | null
  /** Blocks with items that came under it so far. */
  listCount: number
  heading: string
}

export interface HeadingToOpen {
  depth: number
  isMarked: boolean
  /** A line such as "In the first week:", which opens something only when it is understood. */
  isLeadIn: boolean
  text: string
  meaning: HeadingSection
}

/** Days for "what to do first" where the guide gives no other number. */
export const firstStepsDays = 7
/** A lead-in line stands below every heading. */
const leadInDepth = 8

export class SectionStack {
  private open: OpenHeading[] = []

  /** The plan section that the next block belongs to; null outside a plan. */
  get section(): PlanSection | null {
    if (this.isNoPlan) return null
    return this.open.findLast((heading) => heading.section !== null)?.section ?? null
  }

  get track(): Track | null {
    return this.open.findLast((heading) => heading.track !== null)?.track ?? null
  }

  /** Whether an open heading says that this is no plan, such as "Common mistakes". */
  get isNoPlan(): boolean {
    return this.open.some((heading) => heading.kind === 'no-plan')
  }

  /** The nearest heading above, for messages. */
  get heading(): string | null {
    return this.open.at(-1)?.heading ?? null
  }

  /** Notes that rows or bullets stand here, so the next unknown heading is not their group's name. */
  countList(): void {
    for (const heading of this.open) heading.listCount++
  }

  /** Opens a heading: closes what it ends and nests it below the rest. */
  enter(heading: HeadingToOpen): void {
    const { meaning } = heading
    if (heading.isLeadIn && (meaning.kind === 'unknown' || meaning.kind === 'weekday')) return
    if (!heading.isMarked && this.isNoPlan && staysInNoPlan(heading)) return
    const depth = heading.isLeadIn && this.section ? leadInDepth : heading.depth
    if (this.isSubHeading(heading, depth)) this.closeSubHeadings(depth)
    else this.open = this.open.filter((above) => above.depth < depth)
    this.push(heading, depth)
  }

  private push(heading: HeadingToOpen, depth: number): void {
    const { meaning, text } = heading
    const base = { depth, section: null, track: null, listCount: 0, heading: text }
    switch (meaning.kind) {
      case 'no-plan':
        this.open.push({ ...base, kind: 'no-plan' })
        break
      case 'first-steps':
        this.open.push({
          ...base,
          kind: 'plan',
          section: this.newSection(text, 'first-steps', firstStepsDays),
        })
        break
      case 'plan':
        this.open.push({
          ...base,
          kind: 'plan',
          section: this.planSection(text, meaning.horizonDays),
        })
        break
      case 'track': {
        const { track, horizonDays } = meaning
        const section = horizonDays === null ? null : this.planSection(text, horizonDays)
        this.open.push({ ...base, kind: 'track', track, section })
        break
      }
      default:
        this.open.push({ ...base, kind: this.section ? 'group' : 'unknown' })
    }
  }

  /** A horizon inside "what to do first" is still a first step; a nameless one inherits its days. */
  private planSection(text: string, horizonDays: number | null): PlanSection {
    const above = this.section
    const stage = above?.stage ?? 'plan'
    const section = this.newSection(text, stage, horizonDays ?? above?.horizonDays ?? null)
    section.dueOn ??= horizonDays === null ? (above?.dueOn ?? null) : null
    return section
  }

  private newSection(heading: string, stage: Stage, horizonDays: number | null): PlanSection {
    return { stage, heading, horizonDays, dueOn: dateInWords(heading)?.date ?? null, owners: [] }
  }

  /** Whether a heading of the plan's own depth names a part of it rather than ending it. */
  private isSubHeading(heading: HeadingToOpen, depth: number): boolean {
    const plan = this.open.findLast((above) => above.section !== null && above.kind === 'plan')
    if (!plan || plan.depth !== depth || this.isNoPlan) return false
    const { kind } = heading.meaning
    if (kind === 'weekday') return true
    if (kind === 'track')
      return heading.meaning.kind === 'track' && heading.meaning.horizonDays === null
    if (kind !== 'unknown' || heading.isMarked) return false
    const group = this.open.at(-1)
    const isShort = heading.text.trim().split(/\s+/).length <= 3
    return plan.listCount === 0 || (group?.kind === 'group' && isShort)
  }

  private closeSubHeadings(depth: number): void {
    const index = this.open.findLastIndex((above) => above.kind === 'plan' && above.depth === depth)
    this.open = this.open.slice(0, index + 1)
  }
}

/** Questions of an FAQ, and lines nobody understands, do not end a section that is no plan. */
function staysInNoPlan(heading: HeadingToOpen): boolean {
  return (
    /\?\s*$/.test(heading.text) ||
    heading.meaning.kind === 'unknown' ||
    heading.meaning.kind === 'track'
  )
}
