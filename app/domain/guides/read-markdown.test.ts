import { describe, expect, it } from 'vitest'
import { readMarkdown } from './read-markdown'

describe('readMarkdown', () => {
  it('gives positions in the whole text, past pieces and marks', () => {
    const filler = 'Prose without end here.\n\n'.repeat(400)
    const source = `# T\n\n${filler}## Days\n\n- **Bold** and [link](https://example.org) text\n`
    const list = readMarkdown(source).blocks.at(-1)
    if (list?.kind !== 'list') throw new Error('no list')
    const text = list.items[0]?.text
    expect(text?.text).toBe('Bold and link text')
    expect(text?.bold).toEqual([{ from: 0, to: 4 }])
    expect(source.slice(text?.span.start, text?.span.end)).toBe(
      '**Bold** and [link](https://example.org) text',
    )
  })

  it('takes a bold line for a heading below all others', () => {
    const blocks = readMarkdown('## A\n\n**Week 5**\n\n**Bold** start of prose\n').blocks
    expect(blocks.map((block) => (block.kind === 'heading' ? block.depth : block.kind))).toEqual([
      2,
      7,
      'paragraph',
    ])
  })

  it('reads a table whose rule is of another length, and one in a quote', () => {
    const [table] = readMarkdown('> | A | B | C |\n> |---|---|\n> | 1 | 2 | 3 |\n').blocks
    expect(table).toMatchObject({
      kind: 'group',
      children: [
        { kind: 'table', rows: [{ cells: [{ text: '1' }, { text: '2' }, { text: '3' }] }] },
      ],
    })
  })

  it('takes the title of front matter and reads none of it as text', () => {
    const tree = readMarkdown('---\ntitle: "My plan"\ntags: [a]\n---\n\nProse *here*.\n')
    expect(tree.statedTitle).toBe('My plan')
    expect(tree.blocks).toHaveLength(1)
  })

  it('does not look for headings inside code', () => {
    const blocks = readMarkdown('# T\n\n```\n## 30-day plan\n\n- Do it\n```\n').blocks
    expect(blocks).toHaveLength(1)
  })

  it('passes over long code, and over a fence that nobody closes', () => {
    const long = readMarkdown(
      `# T\n\n\`\`\`\n${'## Lost\n\n'.repeat(3000)}\`\`\`\n\n## End\n`,
    ).blocks
    expect(long.map((block) => block.kind)).toEqual(['heading', 'heading'])
    const open = readMarkdown('# T\n\n```\n\n## Kept\n\n- Do *it*\n').blocks
    expect(open.map((block) => block.kind)).toEqual(['heading', 'heading', 'list'])
  })

  it(
    'reads on line by line where a document is too long for the parser',
    { timeout: 30_000 },
    () => {
      const filler = '- *x* and more words on this line\n'.repeat(7000)
      const last = readMarkdown(
        `# T\n\n${filler}\n## Days 1–30\n\n- **Keys:** rotate\n`,
      ).blocks.slice(-2)
      expect(last).toMatchObject([
        { kind: 'heading', depth: 2, isMarked: true, text: { text: 'Days 1–30' } },
        { kind: 'list', items: [{ text: { text: 'Keys: rotate', bold: [{ from: 0, to: 5 }] } }] },
      ])
    },
  )

  it('says what it cannot read', () => {
    const blocks = readMarkdown(
      `# T\n\n${'> '.repeat(50)}x\n\n${'a'.repeat(9000)}\n\n## End\n`,
    ).blocks
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'unreadable',
      'unreadable',
      'heading',
    ])
  })
})
