import { describe, expect, it } from 'vitest'
import type { Block } from './document-tree'
import { readText } from './read-text'

const outline = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'heading') return `h${block.depth} ${block.text.text}`
    if (block.kind === 'paragraph') return `p ${block.text.text}`
    if (block.kind === 'table') return `t ${block.header.cells.length}x${block.rows.length}`
    if (block.kind === 'list') return `l ${block.items.map((item) => item.text.text).join('|')}`
    return block.kind
  })
const read = (...lines: string[]) => outline(readText(lines.join('\n')).blocks)

describe('readText', () => {
  it('knows headings, prose, lists and tables without marks', () => {
    expect(
      read(
        'Title',
        'Prose that ends.',
        'Why this matters',
        'More.',
        '- One',
        '- Two',
        'Plan',
        '| A | B |',
        '|---|',
        '| 1 | 2 |',
        'End.',
      ),
    ).toEqual([
      'h1 Title',
      'p Prose that ends.',
      'h2 Why this matters',
      'p More.',
      'l One|Two',
      'h2 Plan',
      't 2x1',
      'p End.',
    ])
  })

  it('joins wrapped prose and wrapped bullets', () => {
    expect(
      read('Title', '', 'A line that goes', 'on below.', '- A bullet that', '  goes on', '- Next'),
    ).toEqual(['h1 Title', 'p A line that goes on below.', 'l A bullet that goes on|Next'])
  })

  it('takes a lone numbered line for a heading, and several for a list', () => {
    expect(read('Title', '1. Overview', 'Prose ends.', '2. Plan', '- Do it')).toEqual([
      'h1 Title',
      'h2 Overview',
      'p Prose ends.',
      'h2 Plan',
      'l Do it',
    ])
    expect(read('Title', '1. First', '2. Second')).toEqual(['h1 Title', 'l First|Second'])
  })

  it('reads underlined headings, quoted tables and pasted tabs', () => {
    expect(
      read('Title', '=====', 'Part', '----', '> | A | B |', '> |---|---|', '> | 1 | 2 |'),
    ).toEqual(['h1 Title', 'h2 Part', 't 2x1'])
    expect(read('Title', 'Owner\tAction', 'HR\tTrain')).toEqual(['h1 Title', 't 2x1'])
  })

  it('nests bullets by their indent', () => {
    const list = readText('T\n- a\n  - b\n    - c\n- d').blocks[1]
    expect(list).toMatchObject({
      kind: 'list',
      items: [
        {
          text: { text: 'a' },
          children: [{ items: [{ text: { text: 'b' }, children: [{ kind: 'list' }] }] }],
        },
        { text: { text: 'd' }, children: [] },
      ],
    })
  })
})
