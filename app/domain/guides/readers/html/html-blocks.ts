/**
 * Turns the elements of a page into blocks. Positions count in the HTML.
 *
 *     <h2>Days 1–30</h2>                    heading, depth 2
 *     <p><b>Week 5</b></p>                  heading, depth 7: a bold line of its own
 *     <details><summary>Plan</summary>…     heading, depth 6, and what follows it
 *     <ul><li>Keys<ul>…</ul></li></ul>      list, nested
 *     <div>Words <i>in</i> a row</div>      paragraph
 *
 * Elements that are unknown here hold what they hold: their content is read as if they were not there.
 */
import type { Element, ElementContent } from 'hast'
import type { Block, RichText, Span } from '../../document-tree'
import type { HtmlContent } from './html-content'
import { headingDepth, isBoldElement, isUnread, isWordless } from './html-elements'
import { readHtmlDefinitions, readHtmlList } from './html-list'
import { ListLevels } from './list-levels'
import type { HtmlContext, HtmlReader, Lines } from './html-reader'
import { readHtmlTable } from './html-table'
import { blockElements } from './html-tags'
import { blocksOfLines } from '../loose-lines'
import { HastText } from './rich-text-of-hast'

/** The summary of a `<details>` stands below the headings of a page, and above those that it opens. */
const summaryDepth = 6

function depthOfSummary(nodes: readonly ElementContent[]): number {
  const near = nodes.flatMap((node) => (node.type === 'element' ? [node, ...node.children] : []))
  let highest = summaryDepth
  for (const node of near) {
    const depth = node.type === 'element' ? headingDepth(node) : null
    if (depth !== null) highest = Math.min(highest, depth - 0.5)
  }
  return highest
}

const unread = 'The page has too many elements; what stands here was not read.'

export class HtmlBlocks implements HtmlReader {
  /** Which inline elements hold blocks, so that nobody looks twice. */
  private readonly holders = new Map<Element, boolean>()
  repeatable: number
  private readonly levels = new ListLevels()
  private outerSummaryDepth = summaryDepth

  constructor(
    private readonly source: string,
    /** Added to the parser's offsets. */
    private readonly shift: number,
  ) {
    this.repeatable = Math.max(10_000, source.length)
  }

  /** The blocks of a page's content. */
  read({ nodes, isMarked }: HtmlContent): Block[] {
    return this.blocksOf(nodes, { isBold: false, isInContent: isMarked })
  }

  blocksOf(nodes: readonly ElementContent[], context: HtmlContext): Block[] {
    return blocksOfLines(this.flow(nodes, context))
  }

  flow(nodes: readonly ElementContent[], context: HtmlContext): (Block | Lines)[] {
    const flow: (Block | Lines)[] = []
    this.addFlow(flow, nodes, context)
    return flow
  }

  textOf(nodes: readonly ElementContent[], isBold: boolean, whole: Span): RichText {
    const text = new HastText(this.shift, isBold)
    for (const node of nodes) text.add(node)
    return text.take(whole)
  }

  spanOf(node: ElementContent): Span {
    return {
      start: (node.position?.start.offset ?? 0) + this.shift,
      end: (node.position?.end.offset ?? 0) + this.shift,
    }
  }

  private addFlow(
    flow: (Block | Lines)[],
    nodes: readonly ElementContent[],
    context: HtmlContext,
  ): void {
    let run: ElementContent[] = []
    const endRun = () => {
      const [first] = run
      if (!first) return
      const text = this.textOf(run, context.isBold, this.spanOf(first))
      if (text.text !== '') flow.push({ kind: 'lines', text })
      run = []
    }
    for (const node of nodes) {
      if (node.type === 'text') run.push(node)
      if (node.type !== 'element') continue
      if (isWordless(node, context.isInContent)) continue
      if (!this.isBlock(node)) run.push(node)
      else {
        endRun()
        this.addElement(flow, node, { ...context, isBold: isBoldElement(node) ?? context.isBold })
      }
    }
    endRun()
  }

  /** Whether an element breaks the line, by its name or by what it holds. */
  private isBlock(element: Element): boolean {
    if (blockElements.has(element.tagName) || isUnread(element)) return true
    const known = this.holders.get(element)
    if (known !== undefined) return known
    const holds = element.children.some((child) => child.type === 'element' && this.isBlock(child))
    this.holders.set(element, holds)
    return holds
  }

  private addElement(flow: (Block | Lines)[], element: Element, context: HtmlContext): void {
    const { tagName, children } = element
    const heading = headingDepth(element)
    if (heading !== null) return this.addHeading(flow, element, heading)
    switch (tagName) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir': {
        const list = readHtmlList(this, element, context)
        if (list && !this.levels.join(flow.at(-1), list, element)) flow.push(list)
        return
      }
      case 'dl':
        return this.push(flow, readHtmlDefinitions(this, element, context))
      case 'table':
        for (const block of readHtmlTable(this, element, context)) flow.push(block)
        return
      case 'blockquote':
        return this.push(flow, { kind: 'group', children: this.blocksOf(children, context) })
      case 'pre':
        return this.addPreformatted(flow, element)
      case 'details':
        return this.addFlow(flow, children, {
          ...context,
          summaryDepth: this.depthOfSummaryHere(children, context),
        })
      case 'summary':
        return this.addHeading(flow, element, context.summaryDepth ?? summaryDepth)
      case 'data':
        return this.push(flow, { kind: 'unreadable', reason: unread, span: this.spanOf(element) })
      case 'hr':
        return
      default: {
        const isContent = tagName === 'main' || tagName === 'article'
        this.addFlow(flow, children, { ...context, isInContent: context.isInContent || isContent })
      }
    }
  }

  /** Sections to open beside each other are on one level, whatever each of them holds. */
  private depthOfSummaryHere(nodes: readonly ElementContent[], context: HtmlContext): number {
    const depth = depthOfSummary(nodes)
    if (context.summaryDepth !== undefined) return depth
    this.outerSummaryDepth = Math.min(this.outerSummaryDepth, depth)
    return this.outerSummaryDepth
  }

  private push(flow: (Block | Lines)[], block: Block | null): void {
    if (block) flow.push(block)
  }

  /** A heading may hold a button that opens its section, and then the button's words are its own. */
  private addHeading(flow: (Block | Lines)[], element: Element, depth: number): void {
    const text = this.textOf(withButtonsOpened(element.children), false, this.spanOf(element))
    if (text.text !== '') flow.push({ kind: 'heading', depth, isMarked: true, text })
  }

  /** Preformatted text keeps its lines. */
  private addPreformatted(flow: (Block | Lines)[], element: Element): void {
    const lines = element.children.flatMap((child) => withLineBreaks(child))
    const text = this.textOf(lines, false, this.spanOf(element))
    if (text.text !== '') flow.push({ kind: 'lines', text })
  }
}

function withButtonsOpened(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const tagName = node.tagName === 'button' ? 'span' : node.tagName
    return { ...node, tagName, children: withButtonsOpened(node.children) }
  })
}

/** The text of a `<pre>` with an element for each line feed. */
function withLineBreaks(node: ElementContent): ElementContent[] {
  if (node.type === 'element') {
    return [{ ...node, children: node.children.flatMap(withLineBreaks) }]
  }
  if (node.type !== 'text') return []
  const start = node.position?.start.offset ?? 0
  let at = start
  return node.value.split('\n').flatMap((value, index): ElementContent[] => {
    const point = (offset: number) => ({ line: 1, column: 1, offset })
    const position = { start: point(at), end: point(at + value.length) }
    at += value.length + 1
    const lineBreak: Element = { type: 'element', tagName: 'br', properties: {}, children: [] }
    const text: ElementContent = { type: 'text', value, position }
    return index === 0 ? [text] : [lineBreak, text]
  })
}
