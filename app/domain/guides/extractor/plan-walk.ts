/**
 * Walks the blocks of a document in order, lets headings say where the plan is, and hands each row
 * and bullet to its rule. One walk reads one document.
 */
import { placesOfBullets } from './bullets-of-part'
import { cleanText } from '../document-tree'
import type { Block, Heading, List, ListItem, RichText, Table } from '../document-tree'
import { namesTerm } from '../rules/immediate-heading'
import type { InlineField } from './inline-fields'
import type { GuideKnowledge } from './item-draft'
import { isLabelled, readBullet } from './item-of-bullet'
import {
  fieldsOfList,
  fieldsOfTable,
  itemOfHeading,
  itemsOfFields,
  spellsOutItem,
} from './item-of-heading'
import { leadInOf, meaningOfLeadIn, standsAbove } from '../rules/lead-in'
import { besideTasks, LeftOut } from './left-out'
import { isListOfHeadings, isLone, meaningOfHeadingBullet } from './list-of-headings'
import { areGivenToSomebody, areTimed } from './list-of-tasks'
import { whyNoTasks } from './lists-without-tasks'
import { PlanRecord } from './plan-record'
import { asRunningPlan } from './plan-section'
import type { PlanSection } from './plan-section'
import { actionsInProse } from '../rules/prose-actions'
import { readPlanTable } from './read-plan-table'
import { asPartOfPlan, isAboutPlan, sectionOfHeading } from '../rules/section-of-heading'
import type { HeadingSection } from '../rules/section-of-heading'
import { SectionLines } from './section-lines'
import { SectionStack } from './section-stack'
import type { OpenHeading } from './section-stack'
import { isPlanByItself, tableShape, underNamedColumns } from './table-shape'
import type { TableShape } from './table-shape'

const inProse = 'It stands in running text; rows and bullets alone are read as items.'
const onlyLinks = 'The list holds nothing but links of a word or two.'
const byColumns = 'No heading says that this table is a plan; its columns do.'
const noTask = { beside: besideTasks, empty: 'Nothing stands behind its colon.' }
const byOwners = 'No heading says that this list is a plan; its lines say who does what.'
const byKeys =
  'No heading says that this is part of a plan; it names an action and who does it or when.'
/** Below every heading and lead-in line. */
const headingBulletDepth = 9

export class PlanWalk {
  readonly record: PlanRecord
  private readonly stack: SectionStack
  private readonly lines: SectionLines
  private readonly leftOut: LeftOut
  private readonly titles: ReadonlySet<Heading>
  /** Whether headings count on from "Immediate": "Short term", "Long term". */
  private hasTerms = false
  private readonly proseOf = new Map<OpenHeading, RichText[]>()

  constructor(
    private readonly source: string,
    private readonly known: GuideKnowledge,
    titles: readonly Heading[],
    /** Whether the document has no headings, so that a table's columns are all there is to go by. */
    private readonly isLoose: boolean,
    /** Whether a heading of days opens a plan even below one that holds none. */
    isLenient = false,
  ) {
    this.record = new PlanRecord(source)
    this.titles = new Set(titles)
    this.stack = new SectionStack(known.isDayFirst, (heading) => this.close(heading), isLenient)
    this.lines = new SectionLines(this.record, this.stack, known)
    this.leftOut = new LeftOut(this.record.log, this.stack)
  }

  /** Reads the document and hands over what came of it. */
  read(blocks: readonly Block[]): PlanRecord {
    this.hasTerms = blocks.some(
      (block) => block.kind === 'heading' && namesTerm(cleanText(block.text.text)),
    )
    this.visit(blocks)
    this.stack.finish()
    return this.record
  }

  private visit(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => this.visitBlock(block, blocks[index + 1]))
  }

  private visitBlock(block: Block, next: Block | undefined): void {
    switch (block.kind) {
      case 'heading':
        if (!this.titles.has(block)) this.visitHeading(block)
        break
      case 'paragraph':
        this.visitParagraph(block.text, next)
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
        this.record.log.noteUnreadable(block.span, `${block.reason} It was not read.`)
    }
  }

  private visitHeading(heading: Heading): void {
    this.record.hasHeading = true
    if (!heading.isMarked && this.lines.take(heading.text)) return
    const isLeadIn = !heading.isMarked && /:\s*$/.test(heading.text.text)
    const words = cleanText(heading.text.text)
    const meaning = isLeadIn ? meaningOfLeadIn(words) : sectionOfHeading(words)
    this.enter(heading.text, meaning, heading.depth, heading.isMarked, isLeadIn)
  }

  private enter(
    text: RichText,
    meaning: HeadingSection,
    depth: number,
    isMarked: boolean,
    isLeadIn: boolean,
  ): void {
    this.lines.endItem()
    this.lines.tableSection = null
    const before = this.stack.nearest
    const words = cleanText(text.text)
    const meaningHere = this.hasTerms ? asPartOfPlan(meaning) : meaning
    this.stack.enter({ depth, isMarked, isLeadIn, text, words, meaning: meaningHere })
    const opened = this.stack.nearest
    if (!opened || opened === before || !opened.section) return
    if (opened.kind === 'plan') this.record.hasPlanHeading = true
    this.lines.takeHeading(opened.section, text)
    if (opened.kind !== 'group') this.record.open(opened.section, opened.track)
  }

  private visitParagraph(text: RichText, next: Block | undefined): void {
    if (this.lines.take(text) || this.takeItemOfKeys([text])) return
    if (next?.kind === 'heading' && standsAbove(text)) {
      const words = cleanText(text.text)
      return this.enter(text, sectionOfHeading(words), next.depth - 1, true, false)
    }
    const leadIn = leadInOf(text, next)
    if (leadIn) {
      this.enter(leadIn, meaningOfLeadIn(cleanText(leadIn.text)), 2, false, true)
      return
    }
    const heading = this.stack.nearest
    if (this.stack.section && heading) {
      const prose = this.proseOf.get(heading)
      if (prose) prose.push(text)
      else this.proseOf.set(heading, [text])
      this.leftOut.rowsOfText(text, this.source)
    }
  }

  /** Bullets that are headings open what follows them; those before stand where the list stands. */
  private visitList(list: List): void {
    this.lines.endItem()
    const depth = this.depthOfHeadingBullets(list)
    const isShut = this.stack.isNoPlan && depth === headingBulletDepth
    const isOfHeadings = !isShut && isListOfHeadings(list, this.stack.section !== null)
    let bullets: ListItem[] = []
    for (const [index, item] of list.items.entries()) {
      const place = { isInPlan: this.stack.section !== null, isOfHeadings, known: this.known }
      const meaning = meaningOfHeadingBullet(item, list, list.items[index + 1], place)
      if (!meaning) {
        bullets.push(item)
        continue
      }
      this.visitBullets(bullets, list)
      bullets = []
      this.record.hasHeading = true
      this.enter(item.text, meaning, depth, false, false)
      this.leftOut.headingBullet(item.text.span)
      this.visit(item.children)
    }
    this.visitBullets(bullets, list)
  }

  private visitBullets(bullets: readonly ListItem[], list: List): void {
    if (bullets.length === 0) return
    const section = this.stack.section ?? this.planOfList(bullets)
    if (!section) {
      if (!this.takeItemOfKeys(bullets.map(({ text }) => text))) this.leftOut.passBullets(bullets)
      return
    }
    const fields = fieldsOfList(bullets)
    if (fields) return this.takeFieldList(bullets, fields, section)
    this.stack.countList()
    const { isFull } = this.record
    const reason = list.isOfLinks || isFull ? onlyLinks : whyNoTasks(bullets, this.known)
    const { isOfTracks } = this.stack
    const places =
      reason === null ? placesOfBullets(bullets, isLabelled({ section, isOfTracks })) : []
    for (const [index, item] of bullets.entries()) {
      const place = places[index]
      if (isFull) this.record.hasRoom(item.text.span)
      else if (reason !== null) this.leftOut.bullet(item, reason)
      else if (place === 'heading') this.visitBelow(item, section)
      else if (place === 'beside' || place === 'empty') this.leftOut.bullet(item, noTask[place])
      else this.visitBullet(item, section, list.items.length === 1)
    }
  }

  /** "Tasks:" is a heading of the plan; what stands below it is tasks. */
  private visitBelow({ text, children }: ListItem, section: PlanSection): void {
    const heading = cleanText(text.text)
    this.record.open({ ...section, heading, source: text.span }, this.stack.track)
    this.visit(children)
  }

  /** A list whose bullets say when, under words that name a plan, or who, under any words. */
  private planOfList(bullets: readonly ListItem[]): PlanSection | null {
    const first = bullets[0]?.text.span
    const around = this.stack.aroundLeadIn
    if (around) return areGivenToSomebody(bullets, this.known) ? around : null
    if (!this.stack.isWeaklyNoPlan || !first) return null
    const heading = this.stack.nearest?.heading ?? ''
    const isNamed = !this.stack.isNoPlan && this.stack.headings.some(isAboutPlan)
    if (isNamed && areTimed(bullets)) return this.record.openByItself(first, heading, null)
    if (!areGivenToSomebody(bullets, this.known)) return null
    const days = this.stack.nearest?.section?.horizonDays
    return this.record.openByItself(first, heading, byOwners, days)
  }

  /** Lines that spell out an action and who does it or by when, where no plan was announced. */
  private takeItemOfKeys(texts: readonly RichText[]): boolean {
    const [first] = texts
    if (!first || this.stack.section || this.stack.isNoPlan || !spellsOutItem(texts)) return false
    const heading = this.stack.nearest?.heading ?? ''
    const section = this.record.openByItself(first.span, heading, byKeys)
    const context = { section, track: this.stack.track, known: this.known }
    for (const draft of itemsOfFields(texts, context)) {
      if (this.record.hasRoom(draft.source)) this.record.add(draft)
    }
    return true
  }

  /** Bullets that only state fields: of an action among them, or of what their heading names. */
  private takeFieldList(
    bullets: readonly ListItem[],
    fields: readonly InlineField[],
    section: PlanSection,
  ): void {
    const context = { section, track: this.stack.track, known: this.known }
    const drafts = itemsOfFields(
      bullets.map((item) => item.text),
      context,
    )
    for (const item of bullets) this.leftOut.below(item.children)
    if (drafts.length === 0) {
      for (const { text } of bullets) this.leftOut.noteBeside(text)
      return this.lines.takeFields(fields, section)
    }
    this.stack.countList()
    this.record.add(...drafts)
  }

  /** Numbered lines that stand for headings are on one level with each other, others below all. */
  private depthOfHeadingBullets(list: List): number {
    const { nearest, section } = this.stack
    const isAfterOne = section === null && nearest !== null && !nearest.isMarked
    return list.isOrdered && (isLone(list) || isAfterOne) ? 2 : headingBulletDepth
  }

  private visitBullet(item: ListItem, section: PlanSection, isAlone: boolean): void {
    const { span } = item.text
    const { track, isOfTracks } = this.stack
    const reading = readBullet(item, { section, track, isOfTracks, known: this.known, isAlone })
    if ('leftOut' in reading) this.leftOut.bullet(item, reading.leftOut)
    else if (this.record.hasRoom(span)) this.record.add(...reading.drafts)
  }

  private visitTable(written: Table): void {
    this.lines.endItem()
    const table = underNamedColumns(written)
    const shape = tableShape(table, this.stack.section !== null)
    const section = this.stack.section ?? this.planOfTable(table, shape)
    if (!section) return this.leftOut.passRows(table, shape)
    const { nearest } = this.stack
    if (nearest?.section === section && nearest.listCount === 0) asRunningPlan(section)
    const fields = this.stack.nearest?.kind === 'group' ? fieldsOfTable(table, shape) : null
    if (fields) return this.lines.takeFields(fields, section)
    this.stack.countList()
    const context = { section, track: this.stack.track, known: this.known }
    readPlanTable(this.record, table, shape, context)
  }

  private planOfTable(table: Table, shape: TableShape): PlanSection | null {
    const isOwn = this.stack.isWeaklyNoPlan && isPlanByItself(table, shape, this.isLoose)
    if (!isOwn) return null
    const { nearest } = this.stack
    const guess = this.record.hasHeading ? byColumns : null
    const section = this.record.openByItself(table.header.span, nearest?.heading ?? '', guess)
    this.lines.tableSection = section
    return section
  }

  /** A heading is over: one that names an item becomes it, one with prose alone is mentioned. */
  private close(heading: OpenHeading): void {
    const fields = this.lines.fieldsOf.get(heading) ?? []
    const prose = this.proseOf.get(heading) ?? []
    const draft = itemOfHeading(heading, fields, prose, this.known)
    if (draft && this.record.hasRoom(draft.source)) {
      this.record.add(draft)
      this.stack.countList()
    } else {
      this.leftOut.beside(heading)
      this.noteActionsOf(heading, prose)
    }
    this.lines.fieldsOf.delete(heading)
    this.proseOf.delete(heading)
    this.leftOut.forget(heading)
  }

  private noteActionsOf(heading: OpenHeading, prose: readonly RichText[]): void {
    if (heading.section && heading.listCount === 0) {
      for (const text of prose) {
        for (const action of actionsInProse(text)) this.record.log.noteProse(action.span, inProse)
      }
    }
  }
}
