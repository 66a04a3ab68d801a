/**
 * Reads the plan out of a document tree: walks its blocks in order, lets headings say where the
 * plan is, and hands each row and bullet to its rule. Pure; knows no file format.
 *
 *     extractPlan(readText('Guide\n30-day plan\n- Rotate keys. Log it.'), text).items
 *     // [{ stage: 'plan', horizonDays: 30, action: 'Rotate keys', detail: 'Log it.', … }]
 *
 * Each row or bullet inside a plan section becomes an item or a warning; text outside never
 * becomes an item.
 */
import { cleanText } from './document-tree'
import type {
  Block,
  DocumentTree,
  Heading,
  List,
  ListItem,
  RichText,
  Span,
  Table,
} from './document-tree'
import type { ExtractedPlan, ExtractWarning } from './extracted-plan'
import { dateInWords } from './due-date-in-words'
import { frameworksNamed } from './frameworks-named'
import { horizonOfLabel } from './horizon-of-heading'
import { fieldsOfLine } from './inline-fields'
import { readBullet, startsWithHorizon } from './item-of-bullet'
import { finishItem } from './item-draft'
import type { ItemDraft } from './item-draft'
import { isPlanByItself, readKeyValueTable, readRow, tableShape } from './item-of-row'
import type { TableShape } from './item-of-row'
import { rolesOfLegend } from './roles-of-legend'
import { SectionStack } from './plan-section'
import type { PlanSection } from './plan-section'
import { sectionOfHeading } from './section-of-heading'
import { roleTest, splitOwners } from './split-owners'
import type { KnownRole, RoleTest } from './split-owners'
import { targetOfLine } from './target-of-line'
import { lineCounter } from './text-lines'
import { textsOfTree } from './texts-of-tree'
import { titleOf } from './title-of'

/** More warnings than this help nobody; the count of unread lines stays exact. */
const mostWarnings = 500
const longestExcerpt = 120
/** A plan of more items is no plan that people work through; the rest is left out with a warning. */
const mostItems = 2000
const tooMany = `The guide has more than ${mostItems} items already; split it into several guides.`

/**
 * The plan in `tree`, which was read from `text`. `knownRoles` are the organisation's own roles:
 * they decide where an owner cell names two people. Never throws.
 */
export function extractPlan(
  tree: DocumentTree,
  text: string,
  knownRoles: readonly KnownRole[] = [],
): ExtractedPlan {
  const title = titleOf(tree)
  const roleOf = roleTest([...knownRoles, ...rolesOfLegend(tree)])
  let walk = new PlanWalk(text, roleOf, title.headings)
  walk.visit(tree.blocks)
  if (walk.drafts.length === 0 && title.headings.length > 0) {
    const withTitle = new PlanWalk(text, roleOf, title.headings.slice(1))
    withTitle.visit(tree.blocks)
    if (withTitle.drafts.length > 0) walk = withTitle
  }
  const warnings =
    walk.drafts.length === 0 ? [noPlanWarning(walk), ...walk.warnings] : walk.warnings
  return {
    title: title.text,
    frameworks: frameworksNamed([title.text ?? '', ...textsOfTree(tree)]),
    items: walk.drafts.map(finishItem),
    warnings: warnings.slice(0, mostWarnings),
    unread: walk.unread,
  }
}

class PlanWalk {
  readonly drafts: ItemDraft[] = []
  readonly warnings: ExtractWarning[] = []
  unread = 0
  hasPlanHeading = false
  hasHeading = false
  private readonly stack = new SectionStack()
  private readonly lineAt: (offset: number) => number
  private readonly titles: ReadonlySet<Heading>

  constructor(
    private readonly source: string,
    private readonly roleOf: RoleTest,
    titles: readonly Heading[],
  ) {
    this.lineAt = lineCounter(source)
    this.titles = new Set(titles)
  }

  visit(blocks: readonly Block[]): void {
    for (const block of blocks) this.visitBlock(block)
  }

  private visitBlock(block: Block): void {
    switch (block.kind) {
      case 'heading':
        if (!this.titles.has(block)) this.visitHeading(block)
        break
      case 'paragraph':
        this.visitParagraph(block.text)
        break
      case 'list':
        this.visitList(block)
        break
      case 'table':
        this.visitTable(block)
        break
      case 'group':
        this.visit(block.children)
        break
      case 'unreadable':
        this.warn('unreadable', block.span, `${block.reason} It was not read.`)
    }
  }

  private visitHeading(heading: Heading): void {
    this.hasHeading = true
    if (!heading.isMarked && this.takeSectionLine(heading.text)) return
    const isLeadIn = !heading.isMarked && /:\s*$/.test(heading.text.text)
    this.enter(heading.text, heading.depth, heading.isMarked, isLeadIn)
  }

  private enter(text: RichText, depth: number, isMarked: boolean, isLeadIn: boolean): void {
    const words = cleanText(text.text)
    const meaning = sectionOfHeading(words.replace(/\s*:$/, ''))
    if (meaning.kind === 'plan' || meaning.kind === 'first-steps') this.hasPlanHeading = true
    this.stack.enter({ depth, isMarked, isLeadIn, text: words, meaning })
  }

  private visitParagraph(text: RichText): void {
    if (this.takeSectionLine(text)) return
    if (text.text.length <= 100 && /:\s*$/.test(text.text)) this.enter(text, 2, false, true)
  }

  /** "Target completion: day 30" or "Owner: CISO" as a line of its own speaks for its section. */
  private takeSectionLine(text: RichText): boolean {
    const section = this.stack.section
    if (!section || text.text.length > 200) return false
    const target = targetOfLine(text.text)
    if (target) {
      section.horizonDays ??= target.horizonDays
      section.dueOn ??= target.dueOn
      return true
    }
    const fields = fieldsOfLine(text.text)
    if (!fields) return false
    for (const field of fields) {
      if (field.meaning === 'owner') section.owners = splitOwners(field.value, this.roleOf).owners
      if (field.meaning === 'due') section.dueOn ??= dateInWords(field.value)?.date ?? null
      if (field.meaning === 'horizon') section.horizonDays ??= horizonOfLabel(field.value)
    }
    return true
  }

  private visitList(list: List): void {
    const bullets = list.items.filter((item) => !this.visitHeadingBullet(item, list))
    if (bullets.length === 0) return
    const isOwnPlan = !this.stack.isNoPlan && bullets.length > 1 && bullets.every(startsWithHorizon)
    const section = this.stack.section ?? (isOwnPlan ? this.sectionByItself() : null)
    if (!section) return this.noteOutside(bullets)
    this.stack.countList()
    for (const item of bullets) this.visitBullet(item, section, list.items.length === 1)
  }

  /** A bullet that is only a heading of the bullets below it: "1. **Days 1–30**", "- Recovery:". */
  private visitHeadingBullet(item: ListItem, list: List): boolean {
    const text = cleanText(item.text.text)
    const holdsList = item.children.some((child) => child.kind === 'list' || child.kind === 'table')
    const isAlone = list.items.length === 1 && item.children.length === 0 && list.isOrdered
    if (text.length > 100 || !(holdsList || isAlone)) return false
    const meaning = sectionOfHeading(text.replace(/\s*:$/, ''))
    const isFirst = meaning.kind === 'plan' && !this.stack.section && !this.stack.isNoPlan
    const isHorizon =
      meaning.kind === 'plan' && horizonOfLabel(text.replace(/\s*[:(].*$/, '')) !== null
    const isTrack =
      meaning.kind === 'track' && (this.stack.section !== null || meaning.horizonDays !== null)
    const isWeekday = meaning.kind === 'weekday'
    if (!(
      isFirst ||
      isHorizon ||
      isTrack ||
      isWeekday ||
      (isAlone && meaning.kind === 'no-plan')
    )) {
      return false
    }
    this.enter(item.text, isAlone ? 2 : headingBulletDepth, false, false)
    this.visit(item.children)
    return true
  }

  private visitBullet(item: ListItem, section: PlanSection, isAlone: boolean): void {
    if (this.drafts.length >= mostItems) return this.leaveOut(item.text.span, tooMany)
    const { track } = this.stack
    const reading = readBullet(item, { section, track, roleOf: this.roleOf, isAlone })
    if ('drafts' in reading) this.drafts.push(...reading.drafts)
    else this.leaveOut(item.text.span, reading.leftOut)
  }

  private visitTable(table: Table): void {
    const shape = tableShape(table)
    const isOwnPlan = !this.stack.isNoPlan && isPlanByItself(shape)
    const section = this.stack.section ?? (isOwnPlan ? this.sectionByItself() : null)
    if (!section) return
    this.stack.countList()
    const context = { section, track: this.stack.track, roleOf: this.roleOf }
    if (shape.kind === 'rows') return this.visitRows(table, shape, section)
    const draft = shape.kind === 'key-value' ? readKeyValueTable(table, context) : null
    if (draft) this.drafts.push(draft)
    else this.leaveOutTable(table)
  }

  private visitRows(
    table: Table,
    shape: Extract<TableShape, { kind: 'rows' }>,
    section: PlanSection,
  ): void {
    const context = { section, track: this.stack.track, roleOf: this.roleOf }
    for (const row of table.rows) {
      const isFull = this.drafts.length >= mostItems
      const reading = isFull ? { leftOut: tooMany } : readRow(row, shape, context)
      if ('draft' in reading) this.drafts.push(reading.draft)
      else if ('leftOut' in reading) this.leaveOut(row.span, reading.leftOut)
    }
  }

  /** For a table or list that is a plan by its own words, under a heading that is none. */
  private sectionByItself(): PlanSection {
    const heading = this.stack.heading ?? ''
    return { stage: 'plan', heading, horizonDays: null, dueOn: null, owners: [] }
  }

  private leaveOutTable(table: Table): void {
    const names = table.header.cells.map((cell) => cleanText(cell.text)).filter(Boolean)
    const reason = `The table (${names.slice(0, 6).join(', ')}) has no column that says what to do.`
    for (const row of table.rows) this.leaveOut(row.span, reason)
  }

  private leaveOut(span: Span, reason: string): void {
    this.unread++
    this.warn('left-out', span, reason)
  }

  /** Bullets below a heading nobody understands, behind a plan: perhaps a part of it, so say so. */
  private noteOutside(bullets: readonly ListItem[]): void {
    if (this.stack.isNoPlan || !this.hasPlanHeading) return
    const heading = this.stack.heading
    const place = heading === null ? 'before any heading' : `under “${heading}”`
    for (const item of bullets) {
      this.warn(
        'outside',
        item.text.span,
        `It stands ${place}, which is not known as a part of the plan.`,
      )
    }
  }

  private warn(kind: ExtractWarning['kind'], source: Span, reason: string): void {
    if (this.warnings.length >= mostWarnings) return
    const text = cleanText(
      this.source.slice(source.start, Math.min(source.end, source.start + longestExcerpt)),
    )
    this.warnings.push({ kind, line: this.lineAt(source.start), source, text, reason })
  }
}

/** Below every heading and lead-in line. */
const headingBulletDepth = 9

function noPlanWarning(walk: PlanWalk): ExtractWarning {
  const reason = walk.hasPlanHeading
    ? 'There is a heading of a plan, but no table row, bullet or numbered step below it that says what to do.'
    : walk.hasHeading
      ? 'No heading names a plan: none says what to do first, or gives a number of days, weeks or months.'
      : 'No headings were found, so nothing says where a plan starts.'
  return {
    kind: 'no-plan',
    line: null,
    source: null,
    text: '',
    reason: `No plan was found. ${reason}`,
  }
}
