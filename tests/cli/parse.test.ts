import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParseJson } from '~/domain/guides/to-parse-json'
import { listGuideFiles, plain, type ExpectedItem } from '~tests/support/guides'
import { docxFile, paragraph, paragraphStyle } from '~tests/support/docx-file'
import { checkout, runWardround } from '~tests/support/server-process'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardround-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A shell in which no database can be reached, so that nothing may ask for one. */
const noDatabase = { settings: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' } }
const parse = (...args: string[]) => runWardround(noDatabase, ['parse', ...args])

const comparable = (item: ExpectedItem) => ({
  stage: item.stage,
  horizonDays: item.horizonDays,
  track: item.track,
  owners: item.owners.map(plain),
  title: plain(item.title),
  detail: plain(item.detail),
  outcome: plain(item.outcome),
  priority: item.priority,
  dueOn: item.dueOn,
})

/** White space, dashes and markup apart: what is left of an action in the text it comes from. */
const bare = (text: string) =>
  text
    .replace(/\]\([^)]*\)|<[^<>]*>/g, '')
    .replace(/[\s*_`[\]\\]+/g, '')
    .toLowerCase()

const parts = [
  ['What to do first', '- Call the bank. Ask for a stop.'],
  ['30-day plan', '- Lock the archive (Owner: HR)\n- ❌ Share the key\n- TBD'],
  ['Common mistakes', '- Waiting for the bill'],
] as const
const listItems = (lines: string) => lines.replace(/^- (.*)$/gm, '<li>$1</li>').replaceAll('\n', '')
/** One guide in each format, with the lines of the printed text on which its two last bullets stand. */
const inEachFormat: [format: string, content: string | Uint8Array, leftOut: number[]][] = [
  ['text', `Keys\n${parts.map((part) => part.join('\n')).join('\n')}\n`, [6, 7]],
  [
    'markdown',
    `# Keys\n\n${parts.map((part) => `## ${part.join('\n\n')}`).join('\n\n')}\n`,
    [10, 11],
  ],
  [
    'html',
    `<!doctype html><title>Keys</title><h1>Keys</h1>\n${parts
      .map(([heading, lines]) => `<h2>${heading}</h2><ul>${listItems(lines)}</ul>`)
      .join('\n')}`,
    [],
  ],
  [
    'docx',
    docxFile(
      paragraph('Keys', { style: 'H1' }) +
        parts
          .map(
            ([heading, lines]) =>
              paragraph(heading, { style: 'H2' }) +
              lines
                .split('\n')
                .map((line) => paragraph(line.slice(2), { list: 1 }))
                .join(''),
          )
          .join(''),
      { styles: paragraphStyle('H1', 'heading 1', 0) + paragraphStyle('H2', 'heading 2', 1) },
    ),
    [],
  ],
  [
    'csv',
    'Action,Owner,When\nCall the bank,,7 days\nLock the archive,HR,30 days\n,HR,30 days\nTBD,HR,30 days\n',
    [5, 6],
  ],
]

describe('wardround parse', () => {
  const guides = listGuideFiles(join(checkout, 'tests', 'fixtures', 'guides'))

  it('has guides to be tried on', () => {
    expect(guides.length).toBeGreaterThanOrEqual(2)
  })

  for (const { path, expected } of guides) {
    it(`reads every item of ${path.split('/').at(-1)}`, async () => {
      const { status, stdout, stderr } = await parse(path, '--json')
      expect(status, stderr).toBe(expected.items.length > 0 ? 0 : 3)
      const found = JSON.parse(stdout) as ParseJson
      expect(plain(found.title)).toBe(plain(expected.title))
      expect(found.frameworks).toEqual(expected.frameworks)
      expect(found.items.map(comparable)).toEqual(expected.items.map(comparable))
      expect(found.unread).toBe(expected.unread)
      for (const { title, source } of found.items) {
        expect(bare(found.text.slice(source.start, source.end))).toContain(bare(title))
      }
    })
  }

  it('prints a line an item for people', async () => {
    const [guide] = guides
    const { status, stdout } = await parse(guide!.path)
    expect(status).toBe(0)
    const [title, ...lines] = stdout.trim().split('\n')
    expect(plain(title)).toContain(plain(guide!.expected.title))
    expect(lines).toHaveLength(guide!.expected.items.length)
  })

  for (const [format, content, leftOut] of inEachFormat) {
    it(`reads ${format} from standard input when the file is -, and says what it left out`, async () => {
      const { status, stdout, stderr } = await runWardround(noDatabase, ['parse', '-', '--json'], {
        input: content,
      })
      expect(status, stderr).toBe(0)
      const found = JSON.parse(stdout) as ParseJson
      expect(found.format).toBe(format)
      expect(
        found.items.map(({ title, horizonDays, owners }) => [title, horizonDays, owners]),
      ).toEqual([
        ['Call the bank', 7, []],
        ['Lock the archive', 30, ['HR']],
      ])
      for (const { title, source } of found.items) {
        expect(found.text.slice(source.start, source.end)).toContain(title)
      }
      const warnings = found.warnings.filter(({ kind }) => kind === 'left-out')
      expect(warnings).toHaveLength(2)
      expect(found.unread).toBe(2)
      for (const { line, reason, source } of warnings) {
        expect(reason).toMatch(/^\p{Lu}.*\.$/u)
        expect(line).toBe(found.text.slice(0, source?.start).split('\n').length)
      }
      if (leftOut.length > 0) expect(warnings.map(({ line }) => line)).toEqual(leftOut)
    })
  }

  it('ends with 3 when there is nothing to do in the text', async () => {
    const path = join(folder, 'letter.txt')
    await writeFile(path, 'Dear colleagues,\n\nthe canteen is closed on Friday.\n')
    const { status, stdout } = await parse(path, '--json')
    expect(status).toBe(3)
    const { items, warnings } = JSON.parse(stdout) as ParseJson
    expect(items).toEqual([])
    expect(warnings).toMatchObject([{ kind: 'no-plan', line: null }])
    expect(warnings[0]?.reason).toMatch(/^No plan was found\. /)
  })

  const unreadable: [string, () => Promise<string>, RegExp][] = [
    ['is not there', async () => join(folder, 'nothing.txt'), /no such file/],
    ['is a directory', async () => folder, /cannot be read/],
    [
      'is empty',
      async () => {
        await writeFile(join(folder, 'empty.txt'), '')
        return join(folder, 'empty.txt')
      },
      /no text/,
    ],
    [
      'is no text',
      async () => {
        await writeFile(join(folder, 'photo.txt'), Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 0xff]))
        return join(folder, 'photo.txt')
      },
      /not text/,
    ],
  ]
  for (const [words, make, reason] of unreadable) {
    it(`ends with 1 and one line for a file that ${words}`, async () => {
      const { status, stdout, stderr } = await parse(await make())
      expect(status).toBe(1)
      expect(stdout).toBe('')
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toMatch(reason)
    })
  }
})
