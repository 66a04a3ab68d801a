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

  it('leaves the line that is drawn above a heading out of its words', () => {
    const words = readMarkdown('Guide\n\n=======\nWEEK 1\n=======\n\n- Do it\n').blocks.map(
      (block) => (block.kind === 'heading' ? block.text.text : block.kind),
    )
    expect(words).toEqual(['paragraph', 'WEEK 1', 'list'])
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

  it('does not join a line that opens something to the bullet, row or line above', () => {
    const source = '- a\n**More:**\n- b\nTasks:\n- c\n\n**Owner:** HR\n**Tasks**\n- d\n'
    expect(
      readMarkdown(source).blocks.map((block) =>
        block.kind === 'list' ? block.items.map(({ text }) => text.text) : block.kind,
      ),
    ).toEqual([['a'], 'heading', ['b'], 'paragraph', ['c'], 'paragraph', 'heading', ['d']])
    const table = '# T\n\n| A | B |\n|---|---|\n| 1 | 2 |\nTarget: day 30\n'
    expect(readMarkdown(table).blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'table',
      'paragraph',
    ])
  })

  it('reads marks of bullets that Markdown does not know', () => {
    expect(readMarkdown('# T\n\n2. Now\n   a) Call *it*\n   b) Log it\n').blocks[1]).toMatchObject({
      items: [{ text: { text: 'Now' }, children: [{ items: [{}, {}] }] }],
    })
    expect(readMarkdown('# T\n\n1.1 Do *a*\n1.2 Do b\n').blocks[1]).toMatchObject({
      kind: 'list',
      items: [{}, {}],
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

  it('reads tables and lists that are written in HTML, with their places in the Markdown', () => {
    const source = [
      ...['# T', '', '## Days 1–30', ''],
      ...['<table>', '<tr><th>Task</th><th>Owner</th></tr>', ''],
      ...['<tr><td>Rotate &amp; log <b>keys</b></td><td>HR</td></tr>', '</table>', ''],
      ...[
        '<ul>',
        '<li>Train staff</li>',
        '',
        '<li>Log it</li>',
        '</ul>',
        '',
        'Prose *ends* it.',
        '',
      ],
    ].join('\n')
    const [, , table, list, end] = readMarkdown(source).blocks
    if (table?.kind !== 'table' || list?.kind !== 'list') throw new Error('not found')
    const [action, owner] = table.rows[0]?.cells ?? []
    expect(action).toMatchObject({ text: 'Rotate & log keys', bold: [{ from: 13, to: 17 }] })
    expect(source.slice(action?.span.start, action?.span.end)).toBe('Rotate &amp; log <b>keys')
    expect(source.slice(owner?.span.start, owner?.span.end)).toBe('HR')
    expect(source.slice(table.rows[0]?.span.start, table.rows[0]?.span.end)).toMatch(
      /^<tr>.*<\/tr>$/,
    )
    expect(list.items.map(({ text }) => text.text)).toEqual(['Train staff', 'Log it'])
    expect(end).toMatchObject({ kind: 'paragraph', text: { text: 'Prose ends it.' } })
  })

  it('takes a summary for a heading, and Markdown inside its details for Markdown', () => {
    const source = '# T\n\n<details>\n<summary>Days 1–30</summary>\n\n- Do *it*\n\n</details>\n'
    expect(readMarkdown(source).blocks).toMatchObject([
      { kind: 'heading', depth: 1 },
      { kind: 'heading', depth: 6, text: { text: 'Days 1–30' } },
      { kind: 'list', items: [{ text: { text: 'Do it' } }] },
    ])
  })

  it.each([
    ['plain', '| Task | Owner |\n|---|---|\n', '| Do it now and then | HR |\n'],
    ['marked', '| Task | Owner |\n|---|---|\n', '| Do *it* now and then | HR |\n'],
    ['uneven', '| Task | Owner |\n|---|\n', '| Do it now and then | HR |\n'],
  ])('keeps a long table whole: %s', (_name, header, row) => {
    const blocks = readMarkdown(`# T\n\nProse.\n\n${header}${row.repeat(2000)}`).blocks
    expect(blocks).toHaveLength(3)
    expect(blocks[2]).toMatchObject({ kind: 'table', header: { cells: [{ text: 'Task' }, {}] } })
    expect(blocks[2]?.kind === 'table' && blocks[2].rows).toHaveLength(2000)
  })

  it('keeps a long list whole', () => {
    const blocks = readMarkdown(`# T\n\n${'- Do *it* now and then\n'.repeat(2000)}`).blocks
    expect(blocks).toHaveLength(2)
    expect(blocks[1]?.kind === 'list' && blocks[1].items).toHaveLength(2000)
  })

  it('takes indented lines for the list that they look like', () => {
    const blocks = readMarkdown('# T\n\n## Days 1–30\n\n    - Do it\n    - Log *it*\n').blocks
    expect(blocks[2]).toMatchObject({
      kind: 'list',
      items: [{ text: { text: 'Do it' } }, { text: { text: 'Log *it*' } }],
    })
  })

  it('finds headings by their looks where a document marks none', () => {
    const source = '<p>The keys</p>\n\n30-day plan\n\n- Do *it*\n'
    expect(readMarkdown(source).blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'heading',
      'list',
    ])
  })

  it('knows where a row of an HTML table stands whose own tag is broken', () => {
    const rows = '<tr><th>A</th><th>B</th></tr>\n<r><td>Lock it</td><td>HR</td></tr>'
    const source = `# T\n\nWords.\n\n<table>${rows}</table>\n`
    const table = readMarkdown(source).blocks.find((block) => block.kind === 'table')
    const { start, end } = table!.rows.at(-1)!.span
    expect(source.slice(start, end)).toMatch(/Lock it.*HR/)
  })

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
