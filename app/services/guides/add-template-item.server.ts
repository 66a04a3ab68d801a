import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { remarkSpan } from '~/domain/guides/templates/line-choice'
import type { TemplateItemAddInput } from '~/domain/guides/templates/template-inputs'
import { textLines } from '~/domain/guides/readers/text-lines'
import { Invalid } from '~/domain/shared/errors'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { ensureOwnerRole, getTemplateText } from './template-items.server'

/**
 * Adds an item at the end of a template, from a line of its guide, from the part of a line that a
 * remark is about, or from nothing. The same form
 * sent twice (`itemId`) adds one.
 *
 * @returns the item's id
 * @throws NotFound for a template or owner role that is not there
 * @throws Invalid for a line that the guide does not have
 */
export async function addTemplateItem(
  actor: Actor,
  { templateId, itemId, line, remark, ...input }: TemplateItemAddInput & { templateId: string },
): Promise<string> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const { title, text, remarks } = await getTemplateText(tx, actor, templateId)
    const span = remarkSpan(remarks, remark) ?? (line ? textLines(text)[line - 1] : undefined)
    if ((line || remark) && !span) {
      throw new Invalid('no-such-line', 'The guide has no such line; choose another, or none.')
    }
    await ensureOwnerRole(tx, actor, input.ownerRoleId)
    await lockTemplate(tx, templateId)
    const earlier = itemId ? await tx.templateItem.findUnique({ where: { id: itemId } }) : null
    if (earlier?.templateId === templateId) return earlier.id
    const id = itemId && !earlier ? itemId : newId()
    const last = await tx.templateItem.aggregate({
      where: { templateId },
      _max: { position: true },
    })
    await tx.templateItem.create({
      data: {
        ...input,
        frameworkRefs: input.frameworkRefs ?? [],
        owners: [],
        guesses: [],
        id,
        organisationId: actor.organisationId,
        templateId,
        position: (last._max.position ?? -1) + 1,
        dueOn: input.dueOn && fromCalendarDate(input.dueOn),
        sourceStart: span?.start ?? null,
        sourceEnd: span?.end ?? null,
      },
    })
    await recordActivity(tx, actor, {
      type: 'template.item-added',
      payload: { templateId, templateTitle: title, itemId: id, action: input.action },
    })
    return id
  })
}

/** Items added at the same moment get positions one after the other. */
async function lockTemplate(tx: Transaction, templateId: string): Promise<void> {
  await tx.$queryRaw`select id::text from plan_template where id = ${templateId}::uuid for update`
}
