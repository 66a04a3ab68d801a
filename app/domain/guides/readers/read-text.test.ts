import { describe, expect, it } from 'vitest'
import type { Block } from '../document-tree'
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

  it('ends a list where its outermost marks change, and takes bullets with bars for no table', () => {
    expect(read('T', 'Words.', '1. One', '2. Two', '- Three')).toEqual([
      ...['h1 T', 'p Words.', 'l One|Two', 'l Three'],
    ])
    expect(read('T', 'Words.', '- One | a', '- Two | b', '- Three | c')).toEqual([
      ...['h1 T', 'p Words.', 'l One | a|Two | b|Three | c'],
    ])
  })

  it('knows standard headings in small letters, and takes no wrapped line for one', () => {
    expect(
      read('Title', 'The wards are small.', 'what to do first', '- Call the night desk.'),
    ).toEqual([
      ...['h1 Title', 'p The wards are small.', 'h2 what to do first', 'l Call the night desk.'],
    ])
    expect(read('Title', 'Good habits.', '', 'the nurse writes it down')).toEqual([
      ...['h1 Title', 'p Good habits.', 'p the nurse writes it down'],
    ])
    expect(read('Title', 'Prose.', '90-day plan', 'detection', '- Count.')).toEqual([
      ...['h1 Title', 'p Prose.', 'h2 90-day plan', 'h2 detection', 'l Count.'],
    ])
    const wrapped = ['The ward keeps a list of', 'common mistakes', 'and reads it aloud.']
    expect(read('Title', ...wrapped)).toEqual(['h1 Title', `p ${wrapped.join(' ')}`])
  })

  it('joins wrapped prose and wrapped bullets', () => {
    expect(
      read('Title', '', 'A line that goes', 'on below.', '- A bullet that', '  goes on', '- Next'),
    ).toEqual(['h1 Title', 'p A line that goes on below.', 'l A bullet that goes on|Next'])
  })

  it('takes a numbered line for no heading where it goes on after one that is wrapped', () => {
    expect(
      read(
        'T',
        'Words.',
        '',
        '1. One',
        '2. Two that goes',
        '   on here',
        '3. Three (HR)',
        '',
        'Next',
      ),
    ).toEqual(['h1 T', 'p Words.', 'l One|Two that goes on here|Three (HR)', 'h2 Next'])
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

  it('takes a lone number that starts anew below an empty line for a heading', () => {
    const table = ['| A | B |', '|---|---|', '| 1 | 2 |']
    expect(read('T', 'Steps', '1. One', '2. Two', '', '1. Stage', ...table)).toEqual([
      ...['h1 T', 'h2 Steps', 'l One|Two', 'h2 Stage', 't 2x1'],
    ])
    expect(read('T', 'Steps', '1. One', '2. Two', '', '3. Three', ...table)).toEqual([
      ...['h1 T', 'h2 Steps', 'l One|Two|Three', 't 2x1'],
    ])
  })

  it('gives a pasted mail the title that its subject is', () => {
    expect(read('From: Ann', 'To: all', 'Subject: Re: Keys', '', 'Hello all', 'We met.')).toEqual([
      ...['h1 Keys', 'h2 Hello all', 'p We met.'],
    ])
  })

  it('reads underlined headings, quoted tables and pasted tabs', () => {
    expect(
      read('Title', '=====', 'Part', '----', '> | A | B |', '> |---|---|', '> | 1 | 2 |'),
    ).toEqual(['h1 Title', 'h2 Part', 't 2x1'])
    expect(read('Title', 'Owner\tAction', 'HR\tTrain')).toEqual(['h1 Title', 't 2x1'])
  })

  it('reads tables without a rule and without outer pipes, where several lines agree', () => {
    expect(read('Title', 'Nr. | Aufgabe | Wer', '1 | Türen prüfen | HR')).toEqual([
      'h1 Title',
      't 3x1',
    ])
    expect(read('Title', 'Owner | Action', 'HR | Train', 'IT | Log')).toEqual(['h1 Title', 't 2x2'])
    expect(read('Title', 'Home | Contact', 'Prose.')).toEqual([
      'h1 Title',
      'h2 Home | Contact',
      'p Prose.',
    ])
  })

  it('keeps the first cell of a row empty where only that row starts with a bar', () => {
    const texts = (...lines: string[]) => {
      const [, table] = readText(['Title', ...lines].join('\n')).blocks
      return table?.kind === 'table' ? table.rows.map((row) => row.cells.map((c) => c.text)) : []
    }
    expect(texts('Owner | Action | Outcome', 'HR | Train | Done', ' | Log | Seen')).toEqual([
      ['HR', 'Train', 'Done'],
      ['', 'Log', 'Seen'],
    ])
    expect(texts('Owner | Action', '| HR | Train |', '| IT | Log |')).toEqual([
      ['HR', 'Train'],
      ['IT', 'Log'],
    ])
  })

  it('reads them however long their cells are, and however few', () => {
    const long = 'word '.repeat(5000)
    for (const action of ['Train', `Train ${long}`]) {
      expect(read('Title', 'Owner | Action | Outcome', `HR | ${action} | Done`)).toEqual([
        'h1 Title',
        't 3x1',
      ])
      expect(read('Titel', 'Wer | Aufgabe', `HR | ${action}`)).toEqual(['h1 Titel', 't 2x1'])
      expect(read('Title', 'A|B|C', `HR|${action}|x`, 'IT|Log|y')).toEqual(['h1 Title', 't 3x2'])
      expect(read('Title', '| A | B |', '', `| HR | ${action} |`, '', '| IT | Log |')).toEqual([
        'h1 Title',
        't 2x2',
      ])
    }
    expect(read('T', '| A | B |', '| 1 | 2 |', '', '| C | D |', '| 3 | 4 |')).toEqual([
      'h1 T',
      't 2x1',
      't 2x1',
    ])
  })

  it('puts numbers of a second level below those of the first', () => {
    const blocks = readText(
      'T\n1. Goal\nProse.\n2. Plan\n2.1 Do a\n2.2 Do b\n3. End\nProse.',
    ).blocks
    expect(outline(blocks)).toEqual(['h1 T', 'h2 Goal', 'p Prose.', 'l Plan', 'h2 End', 'p Prose.'])
    expect(blocks[3]).toMatchObject({
      items: [{ children: [{ items: [{ text: { text: 'Do a' } }, { text: { text: 'Do b' } }] }] }],
    })
    expect(read('T', '3.5 hours are enough')).toEqual(['h1 T', 'h2 3.5 hours are enough'])
  })

  it('knows numbered headings between numbered steps', () => {
    expect(
      read(
        'T',
        '3. Actions',
        '3.1 Within 30 days',
        '1) Do a',
        '2) Do b',
        '3.2 Later',
        '1) Do c',
        '4. End',
        'Prose.',
      ),
    ).toEqual([
      'h1 T',
      'h2 Actions',
      'h2 Within 30 days',
      'l Do a|Do b',
      'h2 Later',
      'l Do c',
      'h2 End',
      'p Prose.',
    ])
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
