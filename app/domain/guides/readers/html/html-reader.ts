/**
 * What the readers of HTML lists and tables ask of the one that reads a page's blocks.
 */
import type { ElementContent } from 'hast'
import type { Block, RichText, Span } from '../../document-tree'

/** Text that may be several lines, before anybody asks what they are. */
export interface Lines {
  kind: 'lines'
  text: RichText
}

/** The state in which an element is read: what the elements around it say. */
export interface HtmlContext {
  isBold: boolean
  /** Whether this is inside `main` or `article`. */
  isInContent: boolean
  /** How deep the heading of the `<details>` around stands. */
  summaryDepth?: number
}

export interface HtmlReader {
  /** Characters that cells may still repeat in the rows they reach into. */
  repeatable: number
  /** The blocks of these nodes; lines are told from headings, lists and tables of mere text. */
  blocksOf(nodes: readonly ElementContent[], context: HtmlContext): Block[]
  /** The blocks of these nodes, with their text as lines. */
  flow(nodes: readonly ElementContent[], context: HtmlContext): (Block | Lines)[]
  /** The text of these nodes, blocks on lines of their own; `whole` is its place without words. */
  textOf(nodes: readonly ElementContent[], isBold: boolean, whole: Span): RichText
  spanOf(node: ElementContent): Span
}
