import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGuide } from './read-guide'
import { toParseJson } from './to-parse-json'
import type { ParseJson } from './to-parse-json'

/** Those in UTF-8; the others are tried with the command line. */
const files = import.meta.glob<string>(
  [
    '../../../tests/fixtures/guides/*',
    '!../../../tests/fixtures/guides/*-{utf-16,windows-1252}.*',
    '!../../../tests/fixtures/guides/*.docx',
  ],
  { query: '?raw', import: 'default', eager: true },
)
const library = import.meta.glob<string>('../../services/guides/library/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const expectedFiles = Object.keys(files).filter((path) => path.endsWith('.expected.json'))
const documents = Object.keys(files).filter((path) => !path.endsWith('.expected.json'))

/** White space and markup apart: what is left to compare a title with the source it came from. */
const bare = (text: string) =>
  text
    .replace(/\]\([^)]*\)/g, '')
    .replace(/<br\s*\/?>/gi, '')
    .replace(/[\s*_`[\]\\>]+/g, '')

function parse(text: string, fileName?: string): ParseJson {
  return toParseJson(readGuide({ bytes: new TextEncoder().encode(text), fileName }))
}

describe('every guide of the fixtures', () => {
  it('has its expected result beside it', () => {
    expect(expectedFiles.length).toBeGreaterThanOrEqual(5)
    expect(expectedFiles.map((path) => path.replace('.expected.json', ''))).toEqual(
      expect.arrayContaining(documents.map((path) => path.replace(/\.\w+$/, ''))),
    )
  })

  it.each(documents)('%s is read exactly', (path) => {
    const text = files[path] ?? ''
    const expected = JSON.parse(files[path.replace(/\.\w+$/, '.expected.json')] ?? 'null')
    const found = parse(text, path.split('/').at(-1))
    const items = found.items.map(
      ({ source: _source, confidence: _confidence, guesses: _guesses, ...fields }) => fields,
    )
    const withoutStop = (item: { title: string }) => ({
      ...item,
      title: item.title.replace(/\.$/, ''),
    })
    expect({
      title: found.title,
      frameworks: found.frameworks,
      items,
      unread: found.unread,
    }).toEqual({ ...expected, items: expected.items.map(withoutStop) })
  })

  it.each(documents)(
    '%s reads the same with Windows line ends, a byte order mark and in UTF-16',
    (path) => {
      const text = files[path] ?? ''
      const plain = readGuide({ text, fileName: path })
      const windows = new TextEncoder().encode('\uFEFF' + text.replace(/\n/g, '\r\n'))
      const wide = new Uint8Array(2 + text.length * 2)
      wide.set([0xff, 0xfe])
      for (let i = 0; i < text.length; i++) {
        wide[2 + i * 2] = text.charCodeAt(i) & 0xff
        wide[3 + i * 2] = text.charCodeAt(i) >> 8
      }
      expect(readGuide({ bytes: windows, fileName: path })).toEqual(plain)
      expect(readGuide({ bytes: wide, fileName: path })).toEqual(plain)
    },
  )

  it('has the library beside it', () => {
    expect(Object.keys(library).length).toBeGreaterThanOrEqual(10)
  })

  it.each([...documents, ...Object.keys(library)])('%s: each source contains its title', (path) => {
    const { items, text } = parse(files[path] ?? library[path] ?? '', path)
    if (path in library) expect(items.length).toBeGreaterThan(0)
    for (const item of items) {
      expect(bare(text.slice(item.source.start, item.source.end))).toContain(bare(item.title))
    }
  })
})

describe('any text at all', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '30-day action plan',
      '## Days 31–60',
      'Prevention',
      '90-day plan: more',
      '| Owner | Action | Due |',
      '|---|---|',
      '| HR | **Do** - it | 2027-02-12 |',
      'Common mistakes',
      '**Week 5**',
      '',
      '> | Task | Lead |',
    ),
    fc
      .tuple(
        fc.constantFrom('- ', '1. ', '  - ', '- [ ] ', '• ', '- **B** - ', '- X: ', ''),
        fc.string(),
      )
      .map(([mark, rest]) => mark + rest),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        '*',
        '|',
        '-',
        '[',
        ']',
        '(',
        ')',
        ' ',
        'a',
        'B',
        '.',
        ';',
        ':',
        '`',
        '\t',
        '>',
      ),
    }),
  )
  const guide = fc.array(line, { maxLength: 30 }).map((lines) => `Word\n${lines.join('\n')}`)

  it(
    'is read without an exception, and each source contains its title',
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(guide, fc.constantFrom('a.txt', 'a.md', undefined), (text, fileName) => {
          const read = readGuide({ text, fileName })
          for (const item of read.plan.items) {
            const { start, end } = item.source
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(read.text.length)
            const clean = (value: string) =>
              value.normalize('NFC').replace(/<\/?[a-z][^<>]*>|[\s*_~`[\]\\|<>()&#]+|&\w+;/gi, '')
            const source = clean(read.text.slice(start, end))
            for (const word of clean(item.action).match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
              expect(source).toContain(word)
            }
          }
        }),
        { numRuns: 1500, seed: 20_261_128 },
      )
    },
  )

  it('turns each bullet of a plan section into an item or a warning', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 })
    const bullet = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(bullet, { minLength: 1, maxLength: 12 }), (bullets) => {
        const text = `Guide\n30-day plan\n${bullets.map((each) => `- ${each}`).join('\n')}\n`
        const { items, unread } = readGuide({ text }).plan
        expect(items.length + unread).toBe(bullets.length)
      }),
    )
  })
})

describe('pathological text is read in bounded time', () => {
  const limitMs = 20_000
  const cases: [name: string, text: string][] = [
    ['a million pipes', `a\n${'|'.repeat(1_000_000)}`],
    ['deep quotes', `# a\n## b\n${'> '.repeat(100_000)}x`],
    [
      'deep lists',
      `# a\n## b\n${Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')}`,
    ],
    [
      'deep lists in text',
      `30-day plan\n${Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')}`,
    ],
    ['one line of 5 MB', 'word '.repeat(1_000_000)],
    ['one Markdown line of 5 MB', `# a\n## b\n${'*w* '.repeat(1_250_000)}`],
    ['only line feeds', `a${'\n'.repeat(5_000_000)}b`],
    ['open brackets', `# a\n## b\n${`${'['.repeat(70)}\n`.repeat(3000)}`],
    ['a bullet of brackets', `30-day plan\n- x ${'('.repeat(1_000_000)}`],
    ['a bullet of semicolons', `30-day plan\n- ${'do it; '.repeat(150_000)}`],
    ['numbers with gaps', `30-day plan\n1. a\n${'\n'.repeat(500_000)}${'1. a\n\n'.repeat(2000)}`],
  ]
  it.each(cases)('%s', { timeout: limitMs }, (_name, text) => {
    expect(() => readGuide({ text })).not.toThrow()
  })
})

describe('a guide without a plan', () => {
  it('says so, and why', () => {
    const { items, warnings } = parse(
      'A page\nSome prose that ends here.\nWhy this matters\nBecause.',
    )
    expect(items).toEqual([])
    expect(warnings.map((warning) => warning.kind)).toEqual(['no-plan'])
    expect(warnings[0]?.reason).toMatch(/^No plan was found\. No heading names a plan/)
  })

  it('says that a plan heading has nothing below it', () => {
    const { warnings } = parse(
      'A page\nSome prose that ends here.\n30-day plan\nAll of it is prose.',
    )
    expect(warnings[0]?.reason).toMatch(/heading of a plan, but no table row/)
  })
})
