/**
 * A document's own title: what its front matter states, else its outermost first heading. The title
 * may stand twice; both are the title and neither opens a section, so that "Our 30/60/90-day plan"
 * at the top is no plan by itself.
 */
import { cleanText } from '../document-tree'
import type { DocumentTree, Heading } from '../document-tree'
import { sectionOfHeading } from './section-of-heading'
import { comparable } from '../vocabulary/vocabularies'

export interface DocumentTitle {
  text: string | null
  /** The headings that are the title and open nothing. */
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
  // Pages of documentation set a mark behind each heading that links to it.
  const text = cleanText(title.text.text).replace(/\s*¶$/, '') || tree.statedTitle
  if (isTwice) return { text, headings: [title, next] }
  return { text, headings: isFirstOfItsKind(title, headings) ? [] : [title] }
}

/**
 * "## Days 1–30" above "## Days 31–60": a first section, for want of a title. Without marks it takes
 * the same word at the start, "Phase 1 (Weeks 1–2)" and "Phase 2 (Weeks 3–4)", since "30-day plan
 * for clinics" is the title of a guide that goes on with its "30-day action plan".
 */
function isFirstOfItsKind(title: Heading, headings: readonly Heading[]): boolean {
  const beside = headings.filter((each) => {
    return each !== title && (each.depth === title.depth || !title.isMarked)
  })
  const first = firstWord(title)
  const isAlike = (other: Heading) => {
    return title.isMarked || (/^\p{L}/u.test(first) && firstWord(other) === first)
  }
  return isDated(title) && beside.some((other) => isAlike(other) && isDated(other))
}

const firstWord = ({ text }: Heading) => /^\S*/.exec(comparable(text.text))?.[0] ?? ''

function isDated({ text }: Heading): boolean {
  const meaning = sectionOfHeading(cleanText(text.text))
  return meaning.kind === 'plan' && meaning.horizonDays !== null
}
