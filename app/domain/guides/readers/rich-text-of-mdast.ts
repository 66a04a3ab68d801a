/**
 * The plain text of parsed Markdown, with the place of each piece in the source and its bold parts.
 *
 *     '**Keys** in [vault](u)' → text 'Keys in vault', bold 0 to 4
 */
import type { PhrasingContent } from 'mdast'
import { sliceRichText } from '../document-tree'
import type { RichText } from '../document-tree'

/**
 * The rich text of parsed inline content. `shift` is added to the parser's offsets; `span` is the
 * place of the whole with its marks.
 */
export function richTextOfMdast(
  nodes: readonly PhrasingContent[],
  shift: number,
  span: { start: number; end: number },
): RichText {
  const segments: { from: number; to: number; start: number; end: number }[] = []
  const bold: { from: number; to: number }[] = []
  let text = ''
  const add = (node: PhrasingContent, value: string) => {
    const start = (node.position?.start.offset ?? 0) + shift
    const end = (node.position?.end.offset ?? 0) + shift
    segments.push({ from: text.length, to: text.length + value.length, start, end })
    text += value
  }
  const visit = (node: PhrasingContent): void => {
    if (node.type === 'text' || node.type === 'inlineCode') add(node, node.value)
    else if (node.type === 'break') add(node, '\n')
    else if (node.type === 'html') add(node, /^<br\b/i.test(node.value) ? '\n' : '')
    else if (node.type === 'image' || node.type === 'imageReference') add(node, node.alt ?? '')
    else if ('children' in node) {
      const from = text.length
      node.children.forEach(visit)
      if (node.type === 'strong') bold.push({ from, to: text.length })
    }
  }
  nodes.forEach(visit)
  return { ...sliceRichText({ text, span, segments, bold }, 0, text.length), span }
}
