import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type {
  TemplateItemGroup,
  TemplateItemView,
  TemplateView,
  TemplateWarning,
} from '~/domain/guides/template-views'
import { textWindow } from '~/domain/guides/text-window'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { planGroupOf } from '~/domain/tasks/plan-grouping'
import { db } from '~/infra/database/database.server'
import { listTemplateItems } from './template-items.server'

/** Items beside the text on one page. */
const pageSize = 100

/**
 * A template beside its guide's text: a page of its items by horizon, with the warnings.
 *
 * @param options.itemId the item whose page, and whose place in a very long text, is wanted
 * @throws NotFound
 */
export async function getTemplate(
  actor: Actor,
  templateId: string,
  options: { page?: number; itemId?: string | null } = {},
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
  return {
    id: template.id,
    title: template.title,
    fileName: template.revision?.fileName ?? null,
    frameworks: template.frameworks,
    warnings: template.warnings as unknown as TemplateWarning[],
    importedAt: template.createdAt,
    itemCount: kept.length,
    droppedCount: items.length - kept.length,
    proposedCount: kept.filter(({ item }) => item.ownerRoleProposal !== null).length,
    rolelessCount: kept.filter(({ item }) => item.ownerRoleId === null).length,
    groups: inGroups(items.slice((page - 1) * pageSize, page * pageSize)),
    page,
    pageCount,
    text: shown.text,
    textStart: shown.start,
    textLength: whole.length,
  }
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
