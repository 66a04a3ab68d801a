import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { suggestionsView } from '~/domain/guides/suggestions/suggestion'
import type {
  ItemMark,
  SectionMark,
  TemplateItemGroup,
  TemplateItemView,
  TemplateView,
  TemplateWarning,
  TemplateWarningView,
} from '~/domain/guides/templates/template-views'
import { textLines } from '~/domain/guides/readers/text-lines'
import { textWindow } from '~/domain/guides/templates/text-window'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { planGroupOf } from '~/domain/tasks/plan-grouping'
import { db } from '~/infra/database/database.server'
import { listTemplateItems } from './template-items.server'
import { suggestFor } from './template-suggestions.server'

/** Items beside the text on one page. */
const pageSize = 100

/**
 * A template beside its guide's text: a page of its items by horizon, with the warnings, and the
 * suggestions for those who may take them up.
 *
 * @param options.itemId the item whose page, and whose place in a very long text, is wanted
 * @param options.isDismissedShown shows the suggestions that were waved away
 * @throws NotFound
 */
export async function getTemplate(
  actor: Actor,
  templateId: string,
  options: { page?: number; itemId?: string | null; isDismissedShown?: boolean } = {},
): Promise<TemplateView> {
  ensureCan(actor, 'guide:read')
  const template = isId(templateId)
    ? await db().planTemplate.findFirst({
        where: { id: templateId, organisationId: actor.organisationId },
        include: { revision: { select: { text: true, fileName: true } } },
      })
    : null
  if (!template) throw new NotFound('guide')
  const items = inOrder(await listTemplateItems(db(), template))
  const kept = items.filter(({ item }) => !item.isDropped)
  const chosen = items.findIndex(({ item }) => item.id === options.itemId)
  const pageCount = Math.max(1, Math.ceil(items.length / pageSize))
  const wanted = chosen >= 0 ? Math.floor(chosen / pageSize) + 1 : (options.page ?? 1)
  const page = Math.min(wanted, pageCount)
  const whole = template.revision?.text ?? ''
  const shown = textWindow(whole, items[chosen]?.item.sourceStart ?? 0)
  const remarks = template.warnings as unknown as TemplateWarning[]
  const onPage = items.slice((page - 1) * pageSize, page * pageSize)
  return {
    id: template.id,
    title: template.title,
    fileName: template.revision?.fileName ?? null,
    frameworks: template.frameworks,
    warnings: warningsOf(
      remarks.filter(({ kind }) => kind !== 'section'),
      whole,
      kept,
    ),
    suggestions: can(actor, 'guide:import')
      ? suggestionsView(
          await suggestFor(
            db(),
            { ...template, text: whole },
            kept.map(({ item }) => item),
          ),
          template.dismissedSuggestions,
          options.isDismissedShown ?? false,
        )
      : null,
    importedAt: template.createdAt,
    itemCount: kept.length,
    droppedCount: items.length - kept.length,
    proposedCount: kept.filter(({ item }) => item.ownerRoleProposal !== null).length,
    rolelessCount: kept.filter(({ item }) => item.ownerRoleId === null).length,
    groups: inGroups(onPage),
    page,
    pageCount,
    text: shown.text,
    textStart: shown.start,
    textLength: whole.length,
    marks: marksOf(kept, shown, onPage),
    sections: sectionsOf(remarks, shown),
  }
}

/** Where each remark stands, and whether an item was made of its words since. */
function warningsOf(
  warnings: readonly TemplateWarning[],
  text: string,
  kept: readonly PlacedItem[],
): TemplateWarningView[] {
  const lines = warnings.some(({ start, line }) => start === undefined && line !== null)
    ? textLines(text)
    : []
  return warnings.map((warning, index) => {
    const place = warning.line === null ? undefined : lines[warning.line - 1]
    const start = warning.start ?? place?.start ?? null
    const end = warning.end ?? place?.end ?? null
    const itemId = itemWithin(kept, start, end)
    return { ...warning, text: plainWords(warning.text), number: index + 1, start, end, itemId }
  })
}

/** A line of a guide without the marks of bold words and code, for people who never saw any. */
const plainWords = (line: string) => line.replace(/\*\*|`/g, '')

/** The item whose words in the text share some with a remark's. */
function itemWithin(
  kept: readonly PlacedItem[],
  start: number | null,
  end: number | null,
): string | null {
  if (start === null || end === null) return null
  const found = kept.find(
    ({ item: { sourceStart, sourceEnd } }) =>
      sourceStart !== null && sourceEnd !== null && sourceStart < end && sourceEnd > start,
  )
  return found?.item.id ?? null
}

/** A longer one is no heading: a plan can begin with a table that has none. */
const longestHeading = 300

function sectionsOf(
  remarks: readonly TemplateWarning[],
  shown: { start: number; text: string },
): SectionMark[] {
  return remarks.flatMap(({ kind, message, start, end }) => {
    if (kind !== 'section' || typeof start !== 'number' || typeof end !== 'number') return []
    const [from, to] = [start - shown.start, end - shown.start]
    const heading = from >= 0 ? shown.text.slice(from, to) : ''
    const isHeading = heading !== '' && !heading.includes('\n') && heading.length <= longestHeading
    return isHeading ? [{ words: message, start: from, end: to }] : []
  })
}

function marksOf(
  kept: readonly PlacedItem[],
  shown: { start: number; text: string },
  onPage: readonly PlacedItem[],
): ItemMark[] {
  const cards = new Set(onPage.map(({ item }) => item.id))
  return kept.flatMap(({ item: { id, action, sourceStart, sourceEnd } }) => {
    if (sourceStart === null || sourceEnd === null) return []
    const [start, end] = [sourceStart - shown.start, sourceEnd - shown.start]
    const isShown = end > 0 && start < shown.text.length
    return isShown ? [{ id, action, start, end, isOnPage: cards.has(id) }] : []
  })
}

interface PlacedItem {
  item: TemplateItemView
  group: ReturnType<typeof planGroupOf>
}

/** By horizon as a plan shows them, and in the guide's order within each. */
function inOrder(items: readonly TemplateItemView[]): PlacedItem[] {
  return items
    .map((item) => {
      const ungrouped = { track: null, ownerRoleName: null, status: 'open' } as const
      return { item, group: planGroupOf({ ...item, ...ungrouped }, 'horizon') }
    })
    .sort((a, b) => a.group.rank - b.group.rank)
}

function inGroups(placed: readonly PlacedItem[]): TemplateItemGroup[] {
  const groups = new Map<string, TemplateItemGroup>()
  for (const { item, group } of placed) {
    const entry = groups.get(group.key) ?? { key: group.key, label: group.label, items: [] }
    entry.items.push(item)
    groups.set(group.key, entry)
  }
  return [...groups.values()]
}
