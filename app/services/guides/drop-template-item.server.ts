import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { TemplateItemVersionInput } from '~/domain/guides/templates/template-inputs'
import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { claimItem } from './edit-template-item.server'
import { getItem } from './template-items.server'

type ItemRequest = TemplateItemVersionInput & { templateId: string; itemId: string }

/** Leaves an item out of the plans to be started; it can be restored. Twice changes nothing. */
export const dropTemplateItem = (actor: Actor, request: ItemRequest) =>
  setDropped(actor, request, true)

/** Takes a dropped item back in. Twice changes nothing. */
export const restoreTemplateItem = (actor: Actor, request: ItemRequest) =>
  setDropped(actor, request, false)

/**
 * @returns whether anything changed, and the item's action
 * @throws Conflict when somebody changed the item since the page was opened
 */
async function setDropped(
  actor: Actor,
  { templateId, itemId, version }: ItemRequest,
  isDropped: boolean,
): Promise<{ isChanged: boolean; action: string }> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const item = await getItem(tx, actor, { templateId, itemId })
    const { action, templateTitle } = item
    if (item.isDropped === isDropped) return { isChanged: false, action }
    await claimItem(tx, actor, item, version, {
      droppedAt: isDropped ? now() : null,
      droppedById: isDropped ? actor.personId : null,
    })
    await recordActivity(tx, actor, {
      type: isDropped ? 'template.item-dropped' : 'template.item-restored',
      payload: { templateId, templateTitle, itemId, action },
    })
    return { isChanged: true, action }
  })
}
