/**
 * Where in the plan the extractor stands: the headings that are open above a block, and what they
 * say together. Marked headings nest by their depth; headings of unmarked text all have one depth,
 * so a track below a horizon, or a first group name, counts as nested there too.
 *
 *     "90-day plan" → "Prevention" → bullets: { stage: 'plan', horizonDays: 90, track: 'prevention' }
 *     "30-day plan" → "Expected impact" → bullets: in a plan, and no tasks
 *     … → "Common mistakes" → bullets: not in a plan
 */
import type { Stage, Track } from '~/domain/shared/vocabulary'
import type { RichText } from '../document-tree'
import { dueOfHeading } from '../rules/due-of-heading'
import type { PlanSection } from './plan-section'
import { asPartOfPlan } from '../rules/section-of-heading'
import type { HeadingSection } from '../rules/section-of-heading'

export interface OpenHeading {
  depth: number
  kind: 'no-plan' | 'aside' | 'plan' | 'track' | 'group' | 'unknown'
  isMarked: boolean
  isLeadIn: boolean
  isQuestions: boolean
  isWeak: boolean
  isOverview: boolean
  isSealed: boolean
  /** Whether it only says what is listed there, such as "Scope" and "Contacts". */
  isOfThings: boolean
  /** Whether a line that may be another heading came after it, in a text that marks none. */
  isLeft: boolean
  /** Whether it is a plan of its own below a heading that holds none. */
  isOwnPlan: boolean
  /** Whether it names tracks without being one: "Detection and response". */
  isOfTracks: boolean
  section: PlanSection | null
  track: Track | null
  /** Blocks with items that came under it so far. */
  listCount: number
  text: RichText
  heading: string
}

export interface HeadingToOpen {
  depth: number
  isMarked: boolean
  /** A line such as "In the first week:", which opens something only when it is understood. */
  isLeadIn: boolean
  text: RichText
  words: string
  meaning: HeadingSection
}

const firstStepsDays = 7
/** Lead-in lines stand below every heading. */
const leadInDepth = 8

/** The headings that are open at one place of the document, outermost first. */
export class SectionStack {
  private open: OpenHeading[] = []

  constructor(
    private readonly isDayFirst: boolean,
    /** Hears of every heading that is over. */
    private readonly onClose: (heading: OpenHeading) => void = () => {},
    /** Whether "Days 1–30" below "Results" opens a plan, for want of one elsewhere. */
    private readonly isLenient = false,
  ) {}

  /** The plan section that the next block belongs to; null outside a plan. */
  get section(): PlanSection | null {
    return this.isNoPlan ? null : this.surrounding
  }

  /** The plan section around, whether or not the block is part of its tasks. */
  private get surrounding(): PlanSection | null {
    return this.open.findLast((heading) => heading.section !== null)?.section ?? null
  }

  get track(): Track | null {
    return this.open.findLast((heading) => heading.track !== null)?.track ?? null
  }

  /** Whether a heading of one track or several stands above. */
  get isOfTracks(): boolean {
    return this.open.some((heading) => heading.kind === 'track' || heading.isOfTracks)
  }

  /** Whether an open heading says that this is no plan, such as "Common mistakes". */
  get isNoPlan(): boolean {
    return this.sincePlan.some(isClosedToTasks)
  }

  /** The open headings without those above a plan of its own. */
  private get sincePlan(): OpenHeading[] {
    return this.open.slice(this.open.findLastIndex((heading) => heading.isOwnPlan) + 1)
  }

  /** The heading of a plan that is none because of the heading above it: "Days 1–30" below "Results". */
  get shutIn(): string | null {
    if (!this.isNoPlan || this.isSealed) return null
    const closed = this.open.findIndex((heading) => heading.kind === 'no-plan')
    const plan = this.open.slice(closed + 1).find((heading) => heading.kind === 'plan')
    return closed === -1 ? null : (plan?.heading ?? null)
  }

  /** Whether an open heading says so for all that stands below it, such as "FAQ". */
  get isSealed(): boolean {
    return this.open.some((heading) => heading.isSealed)
  }

  /** Whether every heading that says so still lets in a table that is a plan by its own columns. */
  get isWeaklyNoPlan(): boolean {
    return this.sincePlan.every(
      (heading) => !isClosedToTasks(heading) || heading.isWeak || heading.isLeft,
    )
  }

  /** The heading inside a plan that holds no tasks, such as "Expected impact". */
  get aside(): string | null {
    const isAbove = (heading: OpenHeading) => !this.sincePlan.includes(heading)
    const index = this.open.findIndex((heading) => isClosedToTasks(heading) && !isAbove(heading))
    const isInPlan = this.open.slice(0, Math.max(0, index)).some((above) => above.section !== null)
    return isInPlan ? (this.open[index]?.heading ?? null) : null
  }

  /** The plan section around, where a lead-in line alone says that what follows is no part of it. */
  get aroundLeadIn(): PlanSection | null {
    const [closing, ...more] = this.sincePlan.filter(isClosedToTasks)
    return closing?.isLeadIn && more.length === 0 ? this.surrounding : null
  }

  /** The nearest heading above. */
  get nearest(): OpenHeading | null {
    return this.open.at(-1) ?? null
  }

  /** The words of all open headings. */
  get headings(): string[] {
    return this.open.map((heading) => heading.heading)
  }

  /** Notes that rows or bullets stand here, so the next unknown heading is not their group's name. */
  countList(): void {
    for (const heading of this.open) heading.listCount++
  }

  /** Opens a heading: closes what it ends and nests it below the rest. */
  enter(heading: HeadingToOpen): void {
    const { kind } = heading.meaning
    const top = this.open.at(-1)
    if (heading.isLeadIn && (kind === 'unknown' || kind === 'part')) {
      if (top?.isLeadIn && isClosedToTasks(top) && this.aside !== null) this.closeFrom(-1)
      return
    }
    if (!heading.isMarked && this.isNoPlan && this.staysInNoPlan(heading)) {
      if (top && kind === 'unknown' && !heading.isLeadIn) top.isLeft = top.isOfThings
      return
    }
    this.leaveFirstSteps(heading)
    const isBelowAll = heading.isLeadIn && (this.surrounding !== null || kind === 'no-plan')
    const depth = isBelowAll ? leadInDepth : heading.depth
    if (this.isSubHeading(heading, depth)) this.closeSubHeadings(depth)
    else {
      const first = this.open.findIndex((above) => above.depth >= depth)
      if (first !== -1) this.closeFrom(first)
    }
    this.push(heading, depth)
  }

  /**
   * "Days 1–30" as a bold line below "What to do first" opens the plan that follows the first steps;
   * only a heading that is marked as one of theirs keeps a later day among them.
   */
  private leaveFirstSteps({ meaning, isMarked, depth }: HeadingToOpen): void {
    const isBullet = depth > leadInDepth
    if (isMarked || isBullet || meaning.kind !== 'plan') return
    if ((meaning.horizonDays ?? 0) <= firstStepsDays) return
    const first = this.open.findIndex((above) => above.section?.stage === 'first-steps')
    if (first !== -1) this.closeFrom(first)
  }

  /** Closes everything that is still open at the end of the document. */
  finish(): void {
    this.closeFrom(0)
  }

  private closeFrom(index: number): void {
    const closed = this.open.splice(index)
    for (const heading of closed.reverse()) this.onClose(heading)
  }

  private push(heading: HeadingToOpen, depth: number): void {
    const meaning = this.meaningHere(heading.meaning)
    const opened = newHeading(heading, depth)
    switch (meaning.kind) {
      case 'no-plan':
        opened.kind = 'no-plan'
        opened.isQuestions = meaning.isQuestions
        opened.isWeak = meaning.isWeak
        opened.isOverview = meaning.isOverview
        opened.isSealed = meaning.isSealed
        opened.isOfThings = meaning.isGroup
        break
      case 'aside':
        if (this.surrounding) opened.kind = 'aside'
        break
      case 'first-steps':
        opened.kind = 'plan'
        opened.section = this.newSection(heading, 'first-steps', firstStepsDays)
        break
      case 'plan':
        opened.kind = 'plan'
        opened.section = this.newSection(heading, 'plan', meaning.horizonDays)
        opened.isOwnPlan = heading.isMarked && this.mayOpenPlan(meaning)
        break
      case 'track': {
        const { track, horizonDays } = meaning
        const isPart = this.section !== null || horizonDays !== null
        opened.kind = 'track'
        opened.track = track
        if (isPart) opened.section = this.newSection(heading, 'plan', horizonDays)
        break
      }
      default:
        opened.isOfTracks = meaning.kind === 'part' && meaning.isOfTracks
        if (!this.section) break
        opened.kind = 'group'
        opened.section = this.newSection(heading, 'plan', null)
    }
    this.open.push(opened)
  }

  /** The heading that says that this is no plan. */
  private get closing(): string | null {
    return this.sincePlan.find(isClosedToTasks)?.heading ?? null
  }

  /** Whether a heading opens a plan although the one above it holds none. */
  private mayOpenPlan({ horizonDays, isBare }: { horizonDays: number | null; isBare: boolean }) {
    if (!this.isNoPlan || this.aside !== null || this.isSealed) return false
    const isBelowOverview = this.sincePlan.every(
      (above) => !isClosedToTasks(above) || above.isOverview,
    )
    return isBelowOverview ? !isBare : this.isLenient && horizonDays !== null
  }

  /** "Vendors" below a plan's heading is a group of its tasks. */
  private meaningHere(meaning: HeadingSection): HeadingSection {
    if (this.section === null) return meaning
    return meaning.kind === 'no-plan' && meaning.isGroup
      ? { kind: 'unknown' }
      : asPartOfPlan(meaning)
  }

  /** A horizon inside "what to do first" is still a first step. */
  private newSection(
    { text, words }: HeadingToOpen,
    stage: Stage,
    horizonDays: number | null,
  ): PlanSection {
    const above = this.surrounding
    const shutIn = this.isNoPlan && this.isLenient ? this.closing : null
    const due = dueOfHeading(words, this.isDayFirst)
    const guesses =
      due && !due.isStated
        ? [`${due.date}, which stands in “${words}”, is taken as the day by which it is due.`]
        : []
    if (shutIn !== null) guesses.push(`It stands under “${shutIn}”, which mostly holds no plan.`)
    return {
      stage: above?.stage ?? stage,
      heading: words,
      source: text.span,
      horizonDays,
      dueOn: due?.date ?? null,
      owners: [],
      guesses,
      above,
    }
  }

  /** Questions of an FAQ, and lines nobody understands, do not end a section that is no plan. */
  private staysInNoPlan({ words, meaning, depth }: HeadingToOpen): boolean {
    const closed = this.sincePlan.find(isClosedToTasks)
    if (closed && this.aside !== null && depth <= closed.depth) return false
    if (/\?\s*$/.test(words) && this.open.some((above) => above.isQuestions)) return true
    return meaning.kind === 'unknown' || meaning.kind === 'track' || meaning.kind === 'aside'
  }

  /** Whether a heading of the plan's own depth names a part of it rather than ending it. */
  private isSubHeading(heading: HeadingToOpen, depth: number): boolean {
    const plan = this.open.findLast((above) => above.section !== null && above.kind === 'plan')
    if (!plan || plan.depth !== depth) return false
    const { meaning } = heading
    if (this.isNoPlan && this.aside === null) return false
    if (meaning.kind === 'part') return true
    if (meaning.kind === 'track') return meaning.horizonDays === null
    if (heading.isMarked) return false
    if (meaning.kind === 'aside') return true
    const group = this.open.at(-1)
    if (meaning.kind === 'plan') {
      return meaning.isBare && (plan.listCount === 0 || group?.kind === 'group')
    }
    if (meaning.kind !== 'unknown') return false
    const isShort = heading.words.trim().split(/\s+/).length <= 3
    return plan.listCount === 0 || (group?.kind === 'group' && isShort)
  }

  private closeSubHeadings(depth: number): void {
    const index = this.open.findLastIndex((above) => above.kind === 'plan' && above.depth === depth)
    this.closeFrom(index + 1)
  }
}

/** A heading that means nothing yet; of one shape always, since a document may have very many. */
function newHeading(heading: HeadingToOpen, depth: number): OpenHeading {
  return {
    depth,
    kind: 'unknown',
    isMarked: heading.isMarked,
    isLeadIn: heading.isLeadIn,
    isQuestions: false,
    isWeak: false,
    isOverview: false,
    isSealed: false,
    isOfThings: false,
    isLeft: false,
    isOwnPlan: false,
    isOfTracks: false,
    section: null,
    track: null,
    listCount: 0,
    text: heading.text,
    heading: heading.words,
  }
}

function isClosedToTasks(heading: OpenHeading): boolean {
  return heading.kind === 'no-plan' || heading.kind === 'aside'
}
