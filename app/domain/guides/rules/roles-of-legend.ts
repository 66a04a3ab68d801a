/**
 * Abbreviations that the guide itself explains as roles, so that "PO / ITM" in an owner cell is two.
 *
 *     - PO: Privacy Officer
 *     ITM = IT Manager
 *     | DPO | Data Protection Officer |
 */
import type { Block, DocumentTree } from '../document-tree'
import { roleTest } from './split-owners'
import type { KnownRole } from './split-owners'

const entry = /^\s*([\p{Lu}\p{N}&/]{2,8})\s*(?:[:=–—-]|\bis\b)\s*(.{3,60}?)[\s.]*$/u
/** "Abbreviations: PO = …" */
const introduction = /^[^:]{3,40}:\s*(?=\p{Lu}{2,8}\s*[=–—-])/u
const isRole = roleTest()

/** Every abbreviation explained in the document whose explanation is a known role. */
export function rolesOfLegend(tree: DocumentTree): KnownRole[] {
  const roles: KnownRole[] = []
  const add = (text: string) => {
    if (text.length > 400) return
    for (const part of text.split(/[;,\n]/)) {
      const match = entry.exec(part.replace(introduction, ''))
      const name = match?.[2] ?? ''
      if (match && isRole(name) === 'full') roles.push({ name, aliases: [match[1] ?? ''] })
    }
  }
  for (const block of tree.blocks) textsOfLegend(block).forEach(add)
  return roles
}

function textsOfLegend(block: Block): string[] {
  if (block.kind === 'paragraph' || block.kind === 'heading') return [block.text.text]
  if (block.kind === 'list') return block.items.map((item) => item.text.text)
  if (block.kind !== 'table') return []
  const rows = [block.header, ...block.rows].filter((row) => row.cells.length === 2)
  return rows.map((row) => row.cells.map((cell) => cell.text).join(': '))
}
