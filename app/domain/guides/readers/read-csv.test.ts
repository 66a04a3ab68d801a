import { describe, expect, it } from 'vitest'
import type { Block } from '../document-tree'
import { csvLayout } from './csv-layout'
import { readCsv } from './read-csv'

const outline = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'group') return outline(block.children)
    if (block.kind === 'heading') return [`h ${block.text.text}`]
    if (block.kind === 'unreadable') return [`? ${block.reason}`]
    if (block.kind !== 'table') return [block.kind]
    const rows = [block.header, ...block.rows]
    return [`t ${rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join(' / ')}`]
  })
const read = (source: string) => outline(readCsv(source).tree.blocks)

describe('csvLayout', () => {
  it.each([
    ['Action,Owner\nTrain,HR\n', ','],
    ['Action;Owner;Cost\nTrain, twice;HR;1,50\n', ';'],
    ['Maßnahme;Verantwortlich\nSchulen, sofort;Leitung\n', ';'],
    ['Action\tOwner\nTrain, twice\tHR\n', '\t'],
    ['Action|Owner\nTrain, twice|HR\n', '|'],
    ['sep=;\nOne;Two\n1,2;3,4\n', ';'],
    ['A plan, made in haste\n\nAction;Owner\nTrain;HR\n', ';'],
    ['"Action";"Owner, or who"\n"Train";"HR"\n', ';'],
  ])('%j is divided by %j', (source, delimiter) => {
    expect(csvLayout(source).delimiter).toBe(delimiter)
  })

  it.each([
    ['Action,Owner\nTrain,HR\n', true],
    ['Name,City\nAda,Bern\n', false],
    ['Action\nTrain\n', false],
  ])('%j names columns of a plan: %s', (source, namesColumns) => {
    expect(csvLayout(source).namesColumns).toBe(namesColumns)
  })
})

describe('readCsv', () => {
  it('keeps the columns of a register that holds nothing yet', () => {
    expect(read('Action,Owner,Due\n,,\n')).toEqual(['t Action|Owner|Due'])
    expect(readCsv('Action,Owner,Due\n').text).toContain('Action | Owner | Due')
  })

  it('takes more cells than columns for a comma in the last one', () => {
    expect(read('Action,Owner,Note\nTrain,HR,slowly, twice\nLog,IT,\n')).toEqual([
      't Action|Owner|Note / Train|HR|slowly, twice / Log|IT',
    ])
    expect(read('Action,Owner,,\nTrain,HR,x,y\n')).toEqual(['t Action|Owner / Train|HR|x|y'])
  })

  it('takes lines of one cell below the end of a full table for notes', () => {
    const table = 'Action,Owner\nTrain,HR\nLog,IT\n'
    expect(read(`${table},\nSource: the audit,\nAsk the office,\n`)).toEqual([
      ...['t Action|Owner / Train|HR / Log|IT', 'paragraph', 'paragraph'],
    ])
    // A row is missing its owner where no empty line stands above, others do too, or rows follow.
    expect(read(`${table}Count,\n`)).toEqual(['t Action|Owner / Train|HR / Log|IT / Count'])
    expect(read(`${table}Lock,\n,\nCount,\n`)).toHaveLength(1)
    expect(read(`${table},\nCount,\nCall,HR\n`)).toHaveLength(1)
  })

  it('writes its table with bars, in which every place counts', () => {
    const { text, tree } = readCsv('Action,Owner\n"Train ""all"", twice\nat least",HR\n')
    expect(text).toBe('| Action | Owner |\n| --- | --- |\n| Train "all", twice at least | HR |\n')
    const [table] = tree.blocks
    if (table?.kind !== 'table') throw new Error('no table')
    const { start, end } = table.rows[0]?.cells[0]?.span ?? { start: 0, end: 0 }
    expect(text.slice(start, end)).toBe('Train "all", twice at least')
    expect(tree.statedTitle).toBeNull()
  })

  it.each([
    ['bare', 'Action,Owner\nTrain,HR\nLog,IT', ['t Action|Owner / Train|HR / Log|IT']],
    [
      'below other lines',
      'Plan of the clinic;;\nMade in;May;\n\nAction;Owner;Due\nTrain;HR;5 May\n',
      ['h Plan of the clinic', 'h Made in May', 't Action|Owner|Due / Train|HR|5 May'],
    ],
    [
      'several with their headings',
      '30-day plan,\nAction,Owner\nTrain,HR\n\n90-day plan,\nAction,Owner\nLog,IT\n',
      ['h 30-day plan', 't Action|Owner / Train|HR', 'h 90-day plan', 't Action|Owner / Log|IT'],
    ],
    [
      'with its header again',
      'Action,Owner\nTrain,HR\nAction,Owner\nLog,IT\n',
      ['t Action|Owner / Train|HR / Log|IT'],
    ],
    [
      'with empty lines',
      'Action,Owner\n\nTrain,HR\n,\nLog,\n',
      ['t Action|Owner / Train|HR / Log'],
    ],
    [
      'with more delimiters than cells',
      'Action,Owner,,,\nTrain,HR,,,\n',
      ['t Action|Owner / Train|HR'],
    ],
    ['whose columns nobody knows', 'Name,City\nAda,Bern\n', ['t Name|City / Ada|Bern']],
    ['with marks', 'Action,Owner\n**Keys** - rotate,HR\n', ['t Action|Owner / Keys - rotate|HR']],
  ])('a table %s', (_name, source, expected) => {
    expect(read(source)).toEqual(expected)
  })

  it('says which lines it cannot read', () => {
    expect(read(`Action,Owner\n${'x,'.repeat(600)}\nTrain,HR\n`)).toEqual([
      't Action|Owner / Train|HR',
      '? This line has more than 500 cells.',
    ])
  })
})
