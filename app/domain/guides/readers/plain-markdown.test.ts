import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import type { Block } from '../document-tree'
import { plainMarkdown } from './plain-markdown'
import { readMarkdown } from './read-markdown'

const parser = unified().use(remarkParse).use(remarkGfm)

const words = (node: Nodes): string =>
  'children' in node ? node.children.map(words).join('') : 'value' in node ? node.value : ''

/** What the parser says of a text, and what we say of it, in the same words. */
function parsed(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `h${node.depth} ${words(node)}`
    case 'paragraph':
      return `p ${words(node)}`
    case 'table':
      return `t ${node.children.map((row) => row.children.map(words).join('|')).join('/')}`
    case 'list':
      return `${node.ordered ? 'ol' : 'ul'}(${node.children.map(parsed).join('+')})`
    case 'listItem':
      return node.children.map((child) => parsed(child).replace(/^p /, '')).join(' ')
    default:
      return 'children' in node ? node.children.map(parsed).join('; ') : ''
  }
}

const read = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'heading') return `h${block.depth} ${block.text.text}`
      if (block.kind === 'paragraph') return `p ${block.text.text}`
      if (block.kind === 'table') {
        const rows = [block.header, ...block.rows]
        return `t ${rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join('/')}`
      }
      if (block.kind !== 'list') return block.kind
      const items = block.items.map(({ text, children }) =>
        [text.text, ...(children.length > 0 ? [read(children)] : [])].join(' '),
      )
      return `${block.isOrdered ? 'ol' : 'ul'}(${items.join('+')})`
    })
    .join('; ')

describe('plainMarkdown', () => {
  it.each([
    ['## Days 1–30', 'heading'],
    ['Some words\nand more of them.', 'prose'],
    ['- **Keys:** rotate\n- Log it', 'lines'],
    ['- a\n  - b\n    - c\n- d', 'lines'],
    ['1. a\n2. b', 'lines'],
    ['- [ ] a\n- [x] b', 'lines'],
    ['| A | B |\n|---|:-:|\n| 1 | **2** |', 'lines'],
    ['## Days\n- a\n- b', 'lines'],
    ['- a [link](b)', null],
    ['- a *b* c', null],
    ['- a\n  goes on', null],
    ['- a\n+ b', null],
    ['- a\n      - code', null],
    ['1. a\n   - b', null],
    ['| A | B |\n|---|\n| 1 | 2 |', null],
    ['A | B\n---|---\n1 | 2', null],
    ['Words\n- a', null],
    ['- see https://example.org', null],
    ['- ** a **', null],
  ])('%j is %s', (chunk, kind) => {
    expect(plainMarkdown(chunk)).toBe(kind)
  })

  it('reads what it takes on as the parser would', () => {
    const text = fc
      .array(
        fc.constantFrom('Keys', '**Keys:**', '**a b**', 'it.', '5', 'x-y', '(so)', '"q"', 'ü', '#'),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((parts) => parts.join(' '))
    const line = fc
      .tuple(fc.constantFrom('- ', '  - ', '    - ', '1. ', '2) ', '## ', '- [ ] ', '+ ', ''), text)
      .map(([mark, rest]) => mark + rest)
    const row = fc
      .array(text, { minLength: 1, maxLength: 3 })
      .map((cells) => `| ${cells.join(' | ')} |`)
    const chunk = fc.oneof(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc
        .array(row, { minLength: 2, maxLength: 4 })
        .map(([head = '', ...rows]) => [head, head.replace(/[^|]+/g, '---'), ...rows]),
    )
    let taken = 0
    fc.assert(
      fc.property(fc.array(chunk, { minLength: 1, maxLength: 3 }), (chunks) => {
        const texts = chunks.map((lines) => lines.join('\n'))
        if (texts.some((each) => plainMarkdown(each) === null)) return
        taken++
        const source = `# T\n\n${texts.join('\n\n')}\n`
        const plain = parsed(parser.parse(source)).replace(/\)(; )(ul|ol)\(/g, ')$1$2(')
        expect(normal(read(readMarkdown(source).blocks))).toBe(normal(plain))
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(500)
  })
})

/** Short rows have no cells here and empty ones there; bold lines are headings only here. */
const normal = (shape: string) =>
  shape.replace(/\|+(?=\/|$|;)/g, '').replace(/(^|; )(?:p|h7) /g, '$1')
