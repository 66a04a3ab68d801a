/**
 * The plain text of one line or cell, without bold, code and link marks, and where each piece of it
 * stands in the source.
 *
 *     readInline('| **Keys** - rotate |', 1, 20).text // 'Keys - rotate'
 *
 * Lines without marks, which is nearly all of them, never reach the Markdown parser.
 */
import type { PhrasingContent, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { joinRichText, plainRichText, sliceRichText } from './document-tree'
import type { RichText } from './document-tree'

const marks = /\*\*|__|`|\]\(|<br/i
/** Longer lines are taken as they stand: the parser's time grows faster than the line. */
const longestParsedLine = 4000

const processor = unified()
  .data('micromarkExtensions', [
    {
      disable: {
        null: [
          'blockQuote',
          'codeFenced',
          'codeIndented',
          'definition',
          'headingAtx',
          'htmlFlow',
          'list',
          'setextUnderline',
          'thematicBreak',
        ],
      },
    },
  ])
  .use(remarkParse)
  .freeze()

/** The rich text of `source[start, end)`, which is one line. */
export function readInline(source: string, start: number, end: number): RichText {
  const plain = plainRichText(source, start, end)
  if (plain.text.length > longestParsedLine || !marks.test(plain.text)) return plain
  const root: Root = processor.parse(plain.text)
  const pieces = root.children.map((block) =>
    block.type === 'paragraph' ? richTextOf(block.children, plain.span.start, plain.span) : plain,
  )
  return pieces.length === 0 ? plain : { ...joinRichText(pieces, ' '), span: plain.span }
}

/**
 * The rich text of parsed inline content. `shift` is added to the parser's offsets; `span` is the
 * place of the whole with its marks.
 */
export function richTextOf(
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
