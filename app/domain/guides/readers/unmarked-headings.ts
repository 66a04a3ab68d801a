/**
 * Finds the headings of a document that marks none: a short line of its own that does not end like a
 * sentence. Text that was pasted into a word processor looks like this.
 *
 *     <p>30-day plan</p><ul>…</ul> → heading "30-day plan", list
 */
import type { Block, Heading } from '../document-tree'
import { looksLikeHeading } from './heading-line'

/** A document with this many headings of its own is left as it is. */
const enoughHeadings = 2

/** The blocks, with short lines as headings where nothing else is one. */
export function withUnmarkedHeadings(blocks: readonly Block[]): Block[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  if (headings.length >= enoughHeadings) return [...blocks]
  return blocks.map((block, index): Block => {
    if (block.kind !== 'paragraph' || !looksLikeHeading(block.text.text)) return block
    const heading: Heading = { ...block, kind: 'heading', depth: 2, isMarked: false }
    return index === 0 ? { ...heading, depth: 1 } : heading
  })
}
