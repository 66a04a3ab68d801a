import { describe, expect, it } from 'vitest'
import { frameworkRefLabel } from '~/domain/frameworks/framework-ref'
import { parseFrameworkRefs } from '~/domain/frameworks/parse-framework-refs'
import { matchOwnerRole } from '~/domain/guides/templates/match-owner-role'
import { readGuide } from '~/domain/guides/read-guide'
import { standardOwnerRoles, tracks } from '~/domain/shared/vocabulary'
import { libraryGuides } from '~/services/guides/library.server'

/**
 * The files of the library against what the importer makes of them. What is expected is counted from
 * the lines of the file, without the importer's own rules.
 */
const roles = standardOwnerRoles.map(({ key, name, aliases }) => ({
  ...{ id: key, key, name },
  aliases: [...aliases],
}))

/** The lines under a heading of the second level, up to the next one. */
function linesUnder(text: string, heading: string): string[] {
  const lines = text.split('\n')
  const start = lines.indexOf(`## ${heading}`)
  const end = lines.findIndex((line, index) => index > start && line.startsWith('## '))
  return start === -1 ? [] : lines.slice(start + 1, end === -1 ? undefined : end)
}

const rowsOf = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('| ') && !line.startsWith('| Owner |'))

/** The tracks that stand as headings, each with the rows of its table. */
function rowsByTrack(lines: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  let track = ''
  for (const line of lines) {
    if (line.startsWith('### ')) track = line.slice('### '.length).toLowerCase()
    else if (rowsOf([line]).length > 0) counts[track] = (counts[track] ?? 0) + 1
  }
  return counts
}

const bare = (text: string) => text.replace(/[\s*|]+/g, ' ').trim()

const sections = [
  'Who this is for',
  'Why it matters',
  'What can go wrong',
  'What to do first',
  '30-day action plan',
  '90-day improvement plan',
  'Common mistakes',
  'Next step',
]

it('has a dozen guides, each with a key and a title of its own', () => {
  const guides = libraryGuides()
  expect(guides).toHaveLength(12)
  expect(new Set(guides.map(({ key }) => key)).size).toBe(12)
  expect(new Set(guides.map(({ title }) => title)).size).toBe(12)
  for (const { key } of guides) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

const cases = libraryGuides().map((guide) => [guide.key, guide] as const)

describe.each(cases)('%s', (_, { text, title, summary, prose }) => {
  const { plan, format } = readGuide({ text, knownRoles: roles })
  const firstSteps = plan.items.filter(({ stage }) => stage === 'first-steps')
  const within = (days: number) =>
    plan.items.filter((item) => item.stage === 'plan' && item.horizonDays === days)

  it('is read as Markdown, without a warning or a guess', () => {
    expect(format).toBe('markdown')
    expect(plan.warnings).toEqual([])
    expect(plan.unread).toBe(0)
    expect(plan.items.flatMap(({ guesses }) => guesses)).toEqual([])
    expect(plan.frameworks).toEqual(['HIPAA', 'ISO 27001', 'NIST CSF'])
  })

  it('has its title, one sentence of summary and every section', () => {
    expect(text.startsWith(`# ${title}\n\n${summary}\n\n## `)).toBe(true)
    expect(summary).toMatch(/^[A-Z].{60,160}\.$/)
    expect(summary.slice(0, -1)).not.toMatch(/[.!?]\s/)
    const headings = text.split('\n').flatMap((line) => /^## (.+)$/.exec(line)?.[1] ?? [])
    expect(headings).toEqual(sections)
    const around = [...prose.opening, ...prose.closing].map(({ heading }) => heading)
    expect(around).toEqual(sections.filter((name) => !/plan|do first/.test(name)))
  })

  it('yields an item for each bullet of the first steps and each row of its tables', () => {
    const bullets = linesUnder(text, 'What to do first').filter((line) => line.startsWith('- '))
    expect(firstSteps).toHaveLength(bullets.length)
    expect(within(30)).toHaveLength(rowsOf(linesUnder(text, '30-day action plan')).length)
    const ninety = linesUnder(text, '90-day improvement plan')
    expect(within(90)).toHaveLength(rowsOf(ninety).length)
    expect(plan.items).toHaveLength(firstSteps.length + within(30).length + within(90).length)
    const found = Object.fromEntries(
      tracks.map((track) => [track, within(90).filter((item) => item.track === track).length]),
    )
    expect(found).toEqual(rowsByTrack(ninety))
  })

  it('is as long as people work through', () => {
    expect([3, 4, 5]).toContain(firstSteps.length)
    expect([5, 6, 7]).toContain(within(30).length)
    expect([7, 8, 9, 10]).toContain(within(90).length)
    for (const { action, outcome } of plan.items) {
      expect(action.length).toBeLessThanOrEqual(110)
      expect(outcome?.length ?? 0).toBeLessThanOrEqual(200)
    }
  })

  it('gives each item an owner whom every organisation knows, and its rows an outcome', () => {
    for (const { owners, action } of plan.items) {
      expect(owners, action).toHaveLength(1)
      expect(matchOwnerRole(owners[0] ?? '', roles), action).not.toBeNull()
    }
    for (const { outcome, action } of [...within(30), ...within(90)]) {
      expect(outcome, action).toMatch(/\w/)
    }
    for (const { detail, action } of firstSteps) expect(detail, action).toMatch(/^\w.*\.\n/)
  })

  it('says each thing once, and each source contains its action', () => {
    const actions = plan.items.map(({ action }) => action.toLowerCase())
    expect(new Set(actions).size).toBe(actions.length)
    for (const { source, action } of plan.items) {
      expect(bare(text.slice(source.start, source.end))).toContain(bare(action))
    }
  })

  it('names evidence and existing framework references in every first step', () => {
    for (const { detail, action } of firstSteps) {
      const [, evidence = '', references = ''] = detail?.split('\n') ?? []
      expect(evidence, action).toMatch(/^Evidence to collect: [A-Z].{8,}[^.]$/)
      const written = references.replace(/^Framework references: /, '')
      const known = parseFrameworkRefs(written).map(frameworkRefLabel)
      expect(known.sort(), action).toEqual(written.split(', ').sort())
      expect(
        known.some((ref) => ref.startsWith('NIST CSF')),
        action,
      ).toBe(true)
    }
  })

  it('names evidence and existing framework references in every row', () => {
    for (const row of rowsOf(text.split('\n'))) {
      const [, , , , evidence = '', references = ''] = row.split('|').map((cell) => cell.trim())
      expect(evidence, row).toMatch(/^[A-Z].{8,}/)
      const known = parseFrameworkRefs(references).map(frameworkRefLabel)
      expect(known.sort(), row).toEqual(references.split(', ').sort())
    }
  })
})
