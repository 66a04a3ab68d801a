import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listGuides, plain, type ExpectedGuide, type ExpectedItem } from '~tests/support/guides'
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

describe('wardround parse', { timeout: 60_000 }, () => {
  const guides = listGuides(join(checkout, 'tests', 'fixtures', 'guides'))

  it('has guides to be tried on', () => {
    expect(guides.length).toBeGreaterThanOrEqual(2)
  })

  for (const { path, expected } of guides) {
    it(`reads every item of ${path.split('/').at(-1)}`, async () => {
      const { status, stdout, stderr } = await parse(path, '--json')
      expect(status, stderr).toBe(expected.items.length > 0 ? 0 : 3)
      const found = JSON.parse(stdout) as ExpectedGuide
      expect(plain(found.title)).toBe(plain(expected.title))
      expect(found.frameworks).toEqual(expected.frameworks)
      expect(found.items.map(comparable)).toEqual(expected.items.map(comparable))
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

  it('reads standard input when the file is -', async () => {
    const [guide] = guides
    const { status, stdout } = await runWardround(noDatabase, ['parse', '-', '--json'], {
      input: guide!.text,
    })
    expect(status).toBe(0)
    const found = JSON.parse(stdout) as ExpectedGuide
    expect(found.items).toHaveLength(guide!.expected.items.length)
  })

  it('ends with 3 when there is nothing to do in the text', async () => {
    const path = join(folder, 'letter.txt')
    await writeFile(path, 'Dear colleagues,\n\nthe canteen is closed on Friday.\n')
    const { status, stdout } = await parse(path, '--json')
    expect(status).toBe(3)
    expect((JSON.parse(stdout) as ExpectedGuide).items).toEqual([])
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
