/**
 * Every text of a document, whatever block it stands in, in no order: for rules that ask only
 * whether something is named. Deep trees are walked without recursion.
 */
import type { Block, DocumentTree } from '../document-tree'

/** The texts of all headings, paragraphs, cells and list items. */
export function textsOfTree(tree: DocumentTree): string[] {
  const texts: string[] = []
  const pending: Block[] = [...tree.blocks]
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.kind === 'heading' || block.kind === 'paragraph') texts.push(block.text.text)
    else if (block.kind === 'group') for (const child of block.children) pending.push(child)
    else if (block.kind === 'table') {
      for (const row of [block.header, ...block.rows])
        for (const cell of row.cells) texts.push(cell.text)
    } else if (block.kind === 'list') {
      for (const item of block.items) {
        texts.push(item.text.text)
        for (const child of item.children) pending.push(child)
      }
    }
  }
  return texts
}
