import fc from 'fast-check'
import type { ReadGuide } from '~/domain/guides/read-guide'
import { readGuideFile } from '~/services/guides/read-guide-file.server'
import type { GuideModel, GuidePart } from './guide-model'
import { renderers } from './guide-renderers'

/**
 * Documents whose parts are known to be of a plan or of none, each bullet and row with a word of its
 * own, so that one can ask of each what became of it.
 */
export interface PlanDocument {
  bytes: Uint8Array
  fileName: string
  /** The words of the bullets and rows in parts of the plan, and of those in other parts. */
  inPlan: string[]
  outside: string[]
}

const planHeadings = fc.constantFrom(
  ...['30-day action plan', 'Days 31–60', '90-day improvement plan: Harder', 'Week 5', 'Immediate'],
  ...['What to do first', 'Phase 2 (Days 6–18)', 'Short term (0–30 days)', 'Action plan'],
  ...['30-Tage-Plan', 'Tage 31 bis 60', 'Sofortmaßnahmen', 'Was zuerst zu tun ist', 'Woche 3'],
)
const otherHeadings = fc.constantFrom(
  ...['Why this matters', 'Common mistakes', 'FAQ', 'Vendor and tool considerations', 'Overview'],
  ...['Warum das wichtig ist', 'Häufige Fehler', 'Was schiefgehen kann', 'Anbieter', 'Notes'],
)
/** Bold lines inside a plan: tracks, groups, parts that hold no tasks. */
const boldLines = fc.constantFrom(
  ...['Prevention', 'Detection', 'Monday', 'Budget', 'Expected impact', 'Front desk', 'Ziele'],
  ...['Wiederherstellung', 'Steuerung', 'Do not', 'Deliverables:', 'Weeks 1–2'],
)
const columns = fc.constantFrom(
  ...['Action', 'Task', 'Owner', 'Outcome', 'Due date', 'Priority', 'Cost', 'Track'],
  ...['Maßnahme', 'Verantwortlich', 'Ergebnis', 'Frist', 'Horizon', 'Evidence', '', 'Item', 'When'],
  ...['30 days', '60 days', 'Milestone', 'Step', 'Description', 'Symbol', 'Meaning'],
)
const starts = fc.constantFrom(
  ...['Rotate', 'Train', 'Do', 'Never', "Don't", 'The', 'Alle', 'Prüfen', '[x]', '❌', 'HR:'],
  ...['Detection:', '30 days:', 'Budget:', 'Step 2:', '**Keys**:', 'Total:', 'e.g.', ''],
)
const ends = fc.constantFrom(
  ...['the keys', 'staff. Log it.', '(Owner: CISO)', '(Owner: HR, Budget: $2M)', '', '.', '?', '!'],
  ...['[High]', 'by 9 April', 'Due: 2027-03-05', '; check it; log it', '– HR', 'bis 9. Mai', ': x'],
  ...['| more', 'Owner: HR', '@HR', 'in 30 Tagen', 'TBD', '😀', 'https://example.org/a'],
)

const word = fc.tuple(starts, ends)
const listPart = fc.record({
  kind: fc.constant('list' as const),
  isOrdered: fc.boolean(),
  items: fc.array(
    fc.record({
      words: word,
      label: fc.option(fc.constantFrom('Keys', 'Response', 'HR', 'Week 2'), { freq: 4 }),
      nested: fc.array(word, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})
const tablePart = fc.record({
  kind: fc.constant('table' as const),
  columns: fc.array(columns, { minLength: 2, maxLength: 5 }),
  rows: fc.array(
    fc.record({
      at: fc.nat({ max: 4 }),
      cells: fc.array(fc.oneof(word, fc.constant(null)), { minLength: 2, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})
const prosePart = fc.record({
  kind: fc.constant('prose' as const),
  text: fc.constantFrom('It is worth it.', 'Wer das tut, schläft besser.', 'Ask us if it is not.'),
})
const boldPart = fc.record({ kind: fc.constant('bold' as const), text: boldLines })
const section = fc.oneof(
  fc.record({
    isPlan: fc.constant(true),
    heading: planHeadings,
    parts: fc.array(fc.oneof(listPart, listPart, tablePart, prosePart, boldPart), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    isPlan: fc.constant(false),
    heading: otherHeadings,
    parts: fc.array(fc.oneof(listPart, prosePart), { minLength: 1, maxLength: 3 }),
  }),
)

/** Two tables with nothing between them are one table. */
const afterTable: GuidePart = { kind: 'prose', text: 'So much for the table.' }

/** CSV knows no parts. */
const withParts = renderers.filter((_, index) => index !== 3)

export const planDocument: fc.Arbitrary<PlanDocument> = fc
  .tuple(fc.array(section, { minLength: 1, maxLength: 5 }), fc.constantFrom(...withParts))
  .map(([sections, render]) => {
    const words: Record<'inPlan' | 'outside', string[]> = { inPlan: [], outside: [] }
    const named = (kind: keyof typeof words, [start, end]: [string, string]) => {
      const own = `zq${words.inPlan.length + words.outside.length}x`
      words[kind].push(own)
      return `${start} ${own} ${end}`.trim()
    }
    const plain = ([start, end]: [string, string]) => `${start} ${end}`.trim() || 'all'
    const model: GuideModel = {
      title: 'Keys of a clinic',
      sections: sections.map(({ isPlan, heading, parts }) => ({
        heading,
        level: 1,
        parts: parts.flatMap((part): GuidePart | GuidePart[] => {
          if (part.kind === 'prose' || part.kind === 'bold') return part
          const kind = isPlan ? 'inPlan' : 'outside'
          if (part.kind === 'list') {
            const items = part.items.map((item) => ({
              text: named(kind, item.words),
              label: item.label,
              nested: item.nested.map((nested) => named(kind, nested)),
            }))
            const isOrdered =
              part.isOrdered && items.length > 1 && items.every(({ nested }) => nested.length === 0)
            return { ...part, isOrdered, items }
          }
          const rows = part.rows.map(({ at, cells }) => {
            const own = at % Math.min(cells.length, part.columns.length)
            return cells
              .slice(0, part.columns.length)
              .map((cell, index) =>
                (index === own
                  ? named(kind, cell ?? ['Do', ''])
                  : cell === null
                    ? ''
                    : plain(cell)
                ).replaceAll('|', '/'),
              )
          })
          return [{ ...part, rows }, afterTable]
        }),
      })),
    }
    const { content, fileName } = render(model)
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return { bytes, fileName, ...words }
  })

/** What is wrong with what became of the document's bullets and rows; empty when nothing is. */
export async function lostIn({
  bytes,
  fileName,
  inPlan,
  outside,
}: PlanDocument): Promise<string[]> {
  const { text, plan } = await readGuideFile({ bytes, fileName })
  const ofHeadings = new Set(plan.sections.flatMap(({ heading }) => heading.match(/zq\d+x/g) ?? []))
  const ofItems = new Set(plan.items.flatMap((item) => wordsIn(item, text)))
  const ofWarnings = new Set(
    plan.warnings.flatMap(({ line, source, reason }) =>
      line !== null && source && reason !== ''
        ? (text.slice(source.start, source.end).match(/zq\d+x/g) ?? [])
        : [],
    ),
  )
  return [
    ...inPlan
      .filter((own) => !ofItems.has(own) && !ofWarnings.has(own) && !ofHeadings.has(own))
      .map((own) => `${own} is neither an item nor a heading of some nor a warning`),
    ...outside.filter((own) => ofItems.has(own)).map((own) => `${own} is an item`),
  ]
}

function wordsIn(item: ReadGuide['plan']['items'][number], text: string): string[] {
  const { action, detail, outcome, owners, source } = item
  const all = [action, detail, outcome, ...owners, text.slice(source.start, source.end)].join(' ')
  return all.match(/zq\d+x/g) ?? []
}
