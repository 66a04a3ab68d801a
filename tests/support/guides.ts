import { isUtf8 } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { standardOwnerRoles } from '~/domain/shared/vocabulary'
import { checkout } from './server-process'

/** What must be found in a guide; stands beside it as `NAME.expected.json`. */
const ExpectedGuide = z.object({
  title: z.string().nullable(),
  frameworks: z.array(z.string()),
  unread: z.number().optional(),
  items: z.array(
    z.object({
      stage: z.enum(['first-steps', 'plan']),
      horizonDays: z.number().nullable(),
      track: z.string().nullable(),
      owners: z.array(z.string()),
      title: z.string(),
      detail: z.string().nullable(),
      outcome: z.string().nullable(),
      priority: z.string().nullable(),
      dueOn: z.string().nullable(),
    }),
  ),
})
export type ExpectedGuide = z.infer<typeof ExpectedGuide>
export type ExpectedItem = ExpectedGuide['items'][number]

export interface TestGuide {
  path: string
  bytes: Buffer
  text: string
  expected: ExpectedGuide
}

/** Where the guides of this run are: WARDROUND_TEST_GUIDES, seen from the checkout, or our own. */
export function guidesFolder(): string {
  return resolve(checkout, process.env.WARDROUND_TEST_GUIDES || 'tests/fixtures/guides')
}

/** Every text guide of the folder that has its expectation beside it. */
export function listGuides(folder: string = guidesFolder()): TestGuide[] {
  return listGuideFiles(folder).filter(
    ({ path, bytes }) => /\.(txt|md)$/.test(path) && isUtf8(bytes),
  )
}

/** The same in every format and encoding; `text` is right for those in UTF-8. */
export function listGuideFiles(folder: string = guidesFolder()): TestGuide[] {
  const anyFormat = /\.(txt|md|html|csv|docx)$/
  return readdirSync(folder)
    .filter((name) => anyFormat.test(name))
    .flatMap((name) => {
      const expectedPath = join(folder, name.replace(anyFormat, '.expected.json'))
      if (!existsSync(expectedPath)) return []
      const path = join(folder, name)
      const expected = ExpectedGuide.parse(JSON.parse(readFileSync(expectedPath, 'utf8')))
      const bytes = readFileSync(path)
      return [{ path, bytes, text: bytes.toString('utf8'), expected }]
    })
}

/** How many first steps, 30-day and 90-day items a guide has, as "3+3+6". */
export function shapeOf({ items }: ExpectedGuide): string {
  const inPlan = (days: number) =>
    items.filter((item) => item.stage === 'plan' && item.horizonDays === days).length
  const firstSteps = items.filter((item) => item.stage === 'first-steps').length
  return [firstSteps, inPlan(30), inPlan(90)].join('+')
}

/** The standard owner role that a name in a guide means, or null. */
export function standardRoleOf(owner: string): string | null {
  const role = standardOwnerRoles.find(({ name, aliases }) =>
    [name, ...aliases].some((known) => plain(known) === plain(owner)),
  )
  return role?.name ?? null
}

/**
 * The two guides of the main job: one of plans only, one with first steps before them, neither with
 * an owner whom a new organisation does not know.
 */
export function mainGuides(): { plansOnly: TestGuide; withFirstSteps: TestGuide } {
  const known = listGuides().filter(
    ({ path, expected: { items } }) =>
      path.endsWith('.txt') && items.flatMap(({ owners }) => owners).every(standardRoleOf),
  )
  const find = (shape: string, count: number) => {
    const guide = known.find(
      ({ expected }) => shapeOf(expected) === shape && expected.items.length === count,
    )
    if (!guide) throw new Error(`${guidesFolder()} has no .txt guide of the shape ${shape}`)
    return guide
  }
  return { plansOnly: find('0+3+5', 8), withFirstSteps: find('3+3+6', 12) }
}

/** Text without what does not count: white space, case, curly quotes, dashes, a last full stop. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase()
}
