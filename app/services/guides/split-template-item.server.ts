import type { Actor } from '~/domain/access/actor'
import { cadenceOfText } from '~/domain/guides/suggestions/cadence-of-text'
import { splitItem, type ItemPart } from '~/domain/guides/suggestions/split-item'
import type { TemplateItemView } from '~/domain/guides/templates/template-views'
import type { Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { claimItem } from './edit-template-item.server'

/**
 * Makes an item of several things to do as many items, one after the other. The first keeps the
 * outcome and what plans remember it by; all have the owner role, track, horizon, date, references
 * and place in the text. A cadence goes to the parts whose own words ask for one, else to the first.
 *
 * @param version the one the person saw
 * @returns how many items it is now; 1 when there is nothing to split
 * @throws Conflict when somebody changed the item since
 */
export async function splitTemplateItem(
  tx: Transaction,
  actor: Actor,
  item: TemplateItemView,
  version: number | undefined,
  text: string,
): Promise<number> {
  const parts = splitItem(item, text)
  const [first, ...others] = parts ?? []
  if (!parts || !first) return 1
  const { organisationId } = actor
  const hasOwnCadence = parts.some((part) => asksForCadence(part))
  const cadenceFor = (part: ItemPart) =>
    (hasOwnCadence ? asksForCadence(part) : part === first) ? item.cadence : null
  await claimItem(tx, actor, item, version, {
    action: first.action,
    detail: first.detail,
    cadence: cadenceFor(first),
  })
  const row = await tx.templateItem.findUniqueOrThrow({ where: { id: item.id, organisationId } })
  await tx.templateItem.updateMany({
    where: { organisationId, templateId: row.templateId, position: { gt: row.position } },
    data: { position: { increment: others.length } },
  })
  await tx.templateItem.createMany({
    data: others.map((part, index) => ({
      ...row,
      id: newId(),
      position: row.position + index + 1,
      action: part.action,
      detail: part.detail,
      outcome: null,
      cadence: cadenceFor(part),
      sourceStart: part.source?.start ?? null,
      sourceEnd: part.source?.end ?? null,
      previousItemId: null,
      version: 1,
    })),
  })
  return parts.length
}

const asksForCadence = ({ action, detail }: ItemPart) => cadenceOfText(action, detail) !== null
