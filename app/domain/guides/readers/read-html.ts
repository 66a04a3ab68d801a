/**
 * Reads HTML: a page with its menus around, a fragment that was pasted, or what a Word document was
 * turned into. Its text is written anew, without markup, and every place counts in that text.
 *
 *     <h2>30-day plan</h2><ul><li>Rotate &amp; log</li></ul>
 *       → text '30-day plan\n\n- Rotate & log\n', heading, list
 */
import type { DocumentTree, ReadDocument } from '../document-tree'
import { HtmlBlocks } from './html/html-blocks'
import { contentOfHtml } from './html/html-content'
import { parseHtml } from './html/parse-html'
import { withUnmarkedHeadings } from './unmarked-headings'
import { writeDocument } from './write-document'

/** The text of a page and its tree. Never throws; time grows with the length of the text. */
export function readHtml(source: string): ReadDocument {
  const tree = treeOfHtml(source, 0)
  return writeDocument({ ...tree, blocks: withUnmarkedHeadings(tree.blocks) }, source)
}

/** The tree of HTML with places in the HTML itself, `shift` added to each. */
export function treeOfHtml(source: string, shift: number): DocumentTree {
  const content = contentOfHtml(parseHtml(source))
  const blocks = new HtmlBlocks(source, shift).read(content)
  return { statedTitle: content.statedTitle, blocks }
}
