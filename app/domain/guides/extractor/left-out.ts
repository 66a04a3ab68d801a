/**
 * Says of each row and bullet that becomes no item why it does not: what a part without tasks holds,
 * what stands below a bullet that is left out, fields that nothing follows.
 */
import type { Block, ListItem, RichText, Span, Table } from '../document-tree'
import { fieldsOfLine } from './inline-fields'
import { isLoneRow } from '../readers/pipe-table'
import type { OpenHeading, SectionStack } from './section-stack'
import type { TableShape } from './table-shape'
import { textLines } from '../readers/text-lines'
import type { ColumnMeaning } from '../vocabulary/vocabulary'
import type { WarningLog } from './warning-log'

const loneRow = 'It looks like a row of a table, but no row above it names the columns.'
const belowIt = 'It stands below a bullet that is no task.'
export const besideTasks = 'It says something about the part it stands in, and not what to do.'
const ofNoTasks = 'It is the heading of what stands below it, which is no task.'
/** What a section says for all of its items. */
const settled = new Set<ColumnMeaning>(['owner', 'due', 'horizon'])

export class LeftOut {
  /** Bullets that state a field, and whether it says something about all items of their section. */
  private readonly besideOf = new Map<OpenHeading, { span: Span; isSettled: boolean }[]>()

  constructor(
    private readonly log: WarningLog,
    private readonly stack: SectionStack,
  ) {}

  /** A bullet with all that is nested below it. */
  bullet({ text, children }: ListItem, reason: string): void {
    this.log.leaveOut(text.span, reason)
    this.below(children)
  }

  below(children: readonly Block[]): void {
    for (const child of children) {
      if (child.kind === 'list') for (const item of child.items) this.bullet(item, belowIt)
      if (child.kind === 'table') {
        for (const row of child.rows) this.log.leaveOut(row.span, belowIt)
      }
      if (child.kind === 'group') this.below(child.children)
    }
  }

  /** A bullet that opened a part that holds no tasks. */
  headingBullet(span: Span): void {
    if (this.stack.aside !== null) this.log.leaveOut(span, ofNoTasks)
  }

  /** Lines of a paragraph that look like rows of a table. */
  rowsOfText(text: RichText, source: string): void {
    if (!text.text.includes('|')) return
    for (const line of textLines(source, text.span)) {
      if (isLoneRow(source.slice(line.start, line.end))) this.log.leaveOut(line, loneRow)
    }
  }

  /** Bullets outside any plan, or in a part of one that holds no tasks. */
  passBullets(bullets: readonly ListItem[]): void {
    for (const item of bullets) {
      this.pass(item.text.span)
      if (this.stack.aside !== null) this.below(item.children)
    }
  }

  passRows(table: Table, shape: TableShape): void {
    const isAside = this.stack.aside !== null
    if (shape.kind === 'no-plan' && !isAside) return
    for (const row of table.rows) this.pass(row.span)
  }

  /** Keeps a bullet that states a field in mind until its heading is over. */
  noteBeside({ text, span }: RichText): void {
    const heading = this.stack.nearest
    if (!heading) return
    const fields = fieldsOfLine(text) ?? []
    const isSettled = fields.some(({ meaning }) => meaning !== null && settled.has(meaning))
    this.besideOf.set(heading, [...(this.besideOf.get(heading) ?? []), { span, isSettled }])
  }

  /** The bullets that stated fields of a heading which is over, where no item has these fields. */
  beside(heading: OpenHeading): void {
    for (const { span, isSettled } of this.besideOf.get(heading) ?? []) {
      const isUsed = isSettled && heading.listCount > 0
      if (!isUsed) this.log.leaveOut(span, besideTasks)
    }
  }

  forget(heading: OpenHeading): void {
    this.besideOf.delete(heading)
  }

  private pass(span: Span): void {
    const { aside, shutIn } = this.stack
    if (aside !== null) {
      this.log.leaveOut(span, `It stands under “${aside}”, which holds no tasks.`)
    } else if (shutIn !== null) {
      this.log.noteOutside(span, `It stands under “${shutIn}”, in a part that holds no plan.`)
    } else if (!this.stack.isNoPlan) {
      const heading = this.stack.nearest?.heading
      const place = heading === undefined ? 'before any heading' : `under “${heading}”`
      const reason = `It stands ${place}, which is not known as a part of the plan.`
      this.log.noteOutside(span, reason)
    }
  }
}
