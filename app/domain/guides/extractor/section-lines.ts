/**
 * Lines of a plan section that say something about it, or spell an item out, without being rows or
 * bullets.
 *
 *     Target completion: day 30          the section's horizon
 *     Owner: CISO                        who does what the section lists
 *     Task: Replace the router           an item;
 *     Owner: IT Manager                  who does it
 */
import type { RichText } from '../document-tree'
import { dateInWords } from '../rules/due-date-in-words'
import { horizonOfLabel } from '../rules/horizon-of-heading'
import { fieldsOfLine, takeInlineFields } from './inline-fields'
import type { InlineField } from './inline-fields'
import { addField } from './item-draft'
import type { GuideKnowledge, ItemDraft } from './item-draft'
import { itemsOfFields, startsItem } from './item-of-heading'
import type { PlanRecord } from './plan-record'
import type { PlanSection } from './plan-section'
import type { OpenHeading, SectionStack } from './section-stack'
import { splitOwners } from '../rules/split-owners'
import { targetOfLine } from '../rules/target-of-line'

/** Longer lines are prose. */
const longestLine = 200

export class SectionLines {
  /** What the lines below a heading stated, by heading. */
  readonly fieldsOf = new Map<OpenHeading, InlineField[]>()
  /** A table that is a plan by its own columns, while no heading stands below it. */
  tableSection: PlanSection | null = null
  private item: ItemDraft | null = null

  constructor(
    private readonly record: PlanRecord,
    private readonly stack: SectionStack,
    private readonly known: GuideKnowledge,
  ) {}

  /** Whether the line was such a line; if so, what it says is noted. */
  take(text: RichText): boolean {
    const { section } = this.stack
    if (text.text.length > longestLine || !text.text.includes(':')) return false
    if (!section) return this.tableSection !== null && this.takeTarget(text, this.tableSection)
    if (this.takeItemLine(text, section) || this.takeTarget(text, section)) return true
    const fields = fieldsOfLine(text.text)
    if (!fields) return false
    this.takeFields(fields, section)
    return true
  }

  /** Fields that stand for the section as a whole, or for the item that its heading names. */
  takeFields(fields: readonly InlineField[], section: PlanSection): void {
    const heading = this.stack.nearest
    if (heading) {
      const taken = this.fieldsOf.get(heading) ?? []
      for (const field of fields) taken.push(field)
      this.fieldsOf.set(heading, taken)
    }
    for (const { meaning, value } of fields) {
      if (meaning === 'owner') this.takeOwner(value, section)
      if (meaning === 'due') {
        section.dueOn ??= dateInWords(value, this.known.isDayFirst)?.date ?? null
      }
      if (meaning === 'horizon' || meaning === 'due') section.horizonDays ??= horizonOfLabel(value)
    }
  }

  /** "Days 31–60 (Owner: CISO)" */
  takeHeading(section: PlanSection, text: RichText): void {
    for (const { meaning, value, guess } of takeInlineFields(text, this.known).fields) {
      if (meaning === 'owner' && !guess) this.takeOwner(value, section)
    }
  }

  /** The lines that follow are about something else. */
  endItem(): void {
    this.item = null
  }

  private takeTarget({ text }: RichText, section: PlanSection): boolean {
    const target = targetOfLine(text, this.known.isDayFirst)
    if (!target) return false
    section.horizonDays ??= target.horizonDays
    section.dueOn ??= target.dueOn
    return true
  }

  private takeItemLine(text: RichText, section: PlanSection): boolean {
    const context = { section, track: this.stack.track, known: this.known }
    const [draft] = startsItem(text.text) ? itemsOfFields([text], context) : []
    if (draft) {
      this.item = draft
      this.stack.countList()
      if (this.record.hasRoom(text.span)) this.record.add(draft)
      return true
    }
    const fields = this.item ? fieldsOfLine(text.text) : null
    for (const { meaning, key, value } of fields ?? []) {
      if (this.item) addField(this.item, meaning, key, value, this.known)
    }
    return fields !== null
  }

  private takeOwner(value: string, section: PlanSection): void {
    const cell = splitOwners(value, this.known.roleOf)
    section.owners = cell.owners
    if (cell.guess) section.guesses.push(cell.guess)
  }
}
