/**
 * Makes a nested list of lines that only know how far they are indented.
 *
 *     0 Copy recordings      Copy recordings
 *     2 Agree on a window →    Agree on a window
 *     0 Delete raw video     Delete raw video
 */
import type { ListItem, RichText } from '../document-tree'

export interface FlatListItem {
  indent: number
  isOrdered: boolean
  text: RichText
}

/** Deeper indents than this stay on the deepest level, so no tree gets too deep to walk. */
const deepestLevel = 12

/** The items of the outermost level, each holding the deeper ones that follow it. */
export function nestListItems(flat: readonly FlatListItem[]): ListItem[] {
  const roots: ListItem[] = []
  const open: { indent: number; item: ListItem }[] = []
  for (const { indent, isOrdered, text } of flat) {
    const item: ListItem = { text, children: [], span: { ...text.span } }
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop()
    while (open.length > deepestLevel) open.pop()
    const parent = open.at(-1)?.item
    if (!parent) roots.push(item)
    else {
      const last = parent.children.at(-1)
      if (last?.kind === 'list') last.items.push(item)
      else parent.children.push({ kind: 'list', isOrdered, items: [item] })
    }
    open.push({ indent, item })
  }
  return roots
}
