import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecords, textOfCell } from './csv-records'

const read = (source: string, delimiter = ',') =>
  csvRecords(source, delimiter).map(({ cells }) =>
    cells.map((cell) => textOfCell(source, cell).text),
  )

describe('csvRecords', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no line end at the end', 'a,b', [['a', 'b']]],
    ['empty cells', ',a,\n', [['', 'a', '']]],
    ['delimiters and line feeds in quotes', '"a,b","c\nd"\n', [['a,b', 'c\nd']]],
    ['doubled quotes', '"say ""hi""",b', [['say "hi"', 'b']]],
    ['nothing but quotes', '"",""""', [['', '"']]],
    ['spaces around quotes', ' "a" , "b"', [['a', 'b']]],
    ['a quote in the middle', 'a "b" c,d', [['a "b" c', 'd']]],
    [
      'a quote that nobody closes',
      '"a,b\nc,d\n',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote closed too early', '"a" b,c', [['"a" b', 'c']]],
    ['empty lines as one', 'a\n\n\n\nb', [['a'], [], ['b']]],
  ])('%s', (_name, source, expected) => {
    expect(read(source)).toEqual(expected)
  })

  it.each([';', '\t', '|'])('divides by %j', (delimiter) => {
    expect(read(`a${delimiter}"b${delimiter}c"`, delimiter)).toEqual([['a', `b${delimiter}c`]])
  })

  it('knows where each cell stands', () => {
    const source = 'x,"say ""hi"" to all"\n'
    const [record] = csvRecords(source, ',')
    const cell = record?.cells[1]
    if (!cell) throw new Error('no cell')
    expect(source.slice(cell.start, cell.end)).toBe('say ""hi"" to all')
    expect(source.slice(record?.start, record?.end)).toBe('x,"say ""hi"" to all"')
  })

  it('reads whatever is well written as a parser by others does', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', '"', ',', ';', '\n', ' ', 'ü'),
      maxLength: 8,
    })
    const written = (cell: string) => `"${cell.replaceAll('"', '""')}"`
    const row = fc.array(word, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const source = rows.map((cells) => cells.map(written).join(',')).join('\n')
        const expected = parse(source, { relax_column_count: true }) as string[][]
        const trimmed = expected.map((cells) => cells.map((cell) => cell.trim()))
        expect(read(source).map((cells) => cells.map((cell) => cell.trim()))).toEqual(trimmed)
      }),
      { numRuns: 500 },
    )
  })
})
