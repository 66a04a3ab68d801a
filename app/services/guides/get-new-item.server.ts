import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { frameworkChoices } from '~/domain/frameworks/framework-choices'
import { parseFrameworkRefs } from '~/domain/frameworks/parse-framework-refs'
import type { Span } from '~/domain/guides/document-tree'
import { placeAbove, remarkSpan } from '~/domain/guides/templates/line-choice'
import { sourceSentence } from '~/domain/guides/templates/source-sentence'
import type { NewItemView } from '~/domain/guides/templates/template-views'
import { lineCounter, textLines } from '~/domain/guides/readers/text-lines'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { getTemplateText } from './template-items.server'

/** Lines of the guide that the form offers on one page. */
const linesPerPage = 200
/** Characters of a line that become the action of a new item; the form's field takes no more. */
const actionLength = 300

/** What of a guide the form is asked to begin with. */
interface LineChoice {
  line?: number | null
  /** The remark whose part of the text is meant; it says the line too. */
  remark?: number | null
  page?: number
}

/**
 * What the form that adds an item begins with: the chosen line, or the chosen part of one, with the
 * place that the heading above gives it, and the lines to choose from.
 *
 * @throws NotFound
 */
export async function getNewItem(
  actor: Actor,
  templateId: string,
  choice: LineChoice = {},
): Promise<NewItemView> {
  ensureCan(actor, 'guide:import')
  const { title, text, remarks } = await getTemplateText(db(), actor, templateId)
  const lineAt = lineCounter(text)
  const part = remarkSpan(remarks, choice.remark)
  const wanted = part ? lineAt(part.start) : (choice.line ?? null)
  const spans = textLines(text)
  const taken = await linesWithItems(actor, templateId, lineAt)
  const lines = spans.flatMap(({ start, end }, index) => {
    const words = sourceSentence(text, start, end)
    const number = index + 1
    return words === null ? [] : [{ number, text: words, isItem: taken.has(number) }]
  })
  const chosen = lines.findIndex(({ number }) => number === wanted)
  const line = lines[chosen]?.number ?? null
  const pageCount = Math.max(1, Math.ceil(lines.length / linesPerPage))
  const page = Math.min(
    choice.page ?? Math.floor(Math.max(0, chosen) / linesPerPage) + 1,
    pageCount,
  )
  const span = part ?? (line === null ? null : spans[line - 1])
  const action = span ? actionOf(text, span) : ''
  const place = span ? placeAbove(remarks, span.start) : null
  return {
    ...{ templateId, title, itemId: newId(), action, line, place },
    remark: part && choice.remark ? choice.remark : null,
    lines: lines.slice((page - 1) * linesPerPage, page * linesPerPage),
    page,
    pageCount,
    roles: await listRoleChoices(actor),
    frameworks: frameworkChoices({
      ...{ action, outcome: null, detail: null },
      track: place?.track ?? null,
      frameworkRefs: parseFrameworkRefs(action),
    }),
  }
}

/** A sentence that becomes an action loses its full stop, as the importer's own do. */
const actionOf = (text: string, { start, end }: Span) =>
  (sourceSentence(text, start, end) ?? '').replace(/(?<=[^.])\.$/, '').slice(0, actionLength)

/** The lines in which items of the template stand that are not dropped. */
async function linesWithItems(
  { organisationId }: Actor,
  templateId: string,
  lineAt: (offset: number) => number,
): Promise<ReadonlySet<number>> {
  const items = await db().templateItem.findMany({
    where: { templateId, organisationId, droppedAt: null, sourceStart: { not: null } },
    select: { sourceStart: true },
  })
  return new Set(items.map(({ sourceStart }) => lineAt(sourceStart ?? 0)))
}

/** The owner roles of the organisation, for choosing one. */
export function listRoleChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  return db().ownerRole.findMany({
    where: { organisationId: actor.organisationId },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  })
}
