/**
 * A document's own title: what its front matter states, else its outermost first heading. The title
 * may stand twice; both are the title and neither opens a section, so that "Our 30/60/90-day plan"
 * at the top is no plan by itself.
 */
import { cleanText } from './document-tree'
import type { DocumentTree, Heading } from './document-tree'
import { comparable } from './vocabulary/vocabularies'

export interface DocumentTitle {
  text: string | null
  /** The headings that are the title. */
  headings: Heading[]
}

/** The title of a document and the headings that state it; none when the document starts without. */
export function titleOf(tree: DocumentTree): DocumentTitle {
  const headings = tree.blocks.filter((block): block is Heading => block.kind === 'heading')
  const first = tree.blocks[0]
  const outermost = headings.find((heading) => heading.isMarked && heading.depth === 1)
  const title = outermost ?? (first?.kind === 'heading' ? first : null)
  if (!title) return { text: tree.statedTitle, headings: [] }
  const key = comparable(title.text.text)
  const index = headings.indexOf(title)
  const next = headings[index + 1]
  const isTwice = next !== undefined && comparable(next.text.text) === key
  return {
    text: cleanText(title.text.text) || tree.statedTitle,
    headings: isTwice ? [title, next] : [title],
  }
}
