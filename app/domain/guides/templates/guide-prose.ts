/**
 * What a guide says around its plan, as it is read before anything is imported: the sections whose
 * headings open no plan, split where the plan stands.
 *
 *     guideProse(readMarkdown('# T\n\nIn short.\n\n## 30-day plan\n\n- A\n\n## Next step\n\nGo.'))
 *     // { opening: [{ heading: null, … 'In short.' }], closing: [{ heading: 'Next step', … }] }
 */
import { cleanText, type Block, type DocumentTree, type Heading } from '../document-tree'
import { sectionOfHeading } from '../rules/section-of-heading'
import { titleOf } from '../rules/title-of'

export type ProseBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] }

export interface ProseSection {
  /** Null for what stands before the first heading. */
  heading: string | null
  blocks: ProseBlock[]
}

export interface GuideProse {
  /** What stands before the plan. */
  opening: ProseSection[]
  /** What stands after it. */
  closing: ProseSection[]
}

/** The prose of a document, without its title and without every section of its plan. */
export function guideProse(tree: DocumentTree): GuideProse {
  const titles = new Set<Heading>(titleOf(tree).headings)
  const prose: GuideProse = { opening: [], closing: [] }
  let part = prose.opening
  let section: ProseSection | null = { heading: null, blocks: [] }
  for (const block of tree.blocks) {
    if (block.kind !== 'heading') {
      section?.blocks.push(...proseOf(block))
      continue
    }
    if (titles.has(block)) continue
    if (section && section.blocks.length > 0) part.push(section)
    section = isOfPlan(block) ? null : { heading: cleanText(block.text.text), blocks: [] }
    if (section === null) part = prose.closing
  }
  if (section && section.blocks.length > 0) part.push(section)
  return prose
}

function isOfPlan(heading: Heading): boolean {
  const { kind } = sectionOfHeading(cleanText(heading.text.text))
  return kind === 'plan' || kind === 'first-steps' || kind === 'track'
}

function proseOf(block: Block): ProseBlock[] {
  if (block.kind === 'paragraph') return [{ kind: 'paragraph', text: cleanText(block.text.text) }]
  if (block.kind === 'group') return block.children.flatMap(proseOf)
  if (block.kind !== 'list') return []
  return [{ kind: 'list', items: block.items.map(({ text }) => cleanText(text.text)) }]
}
