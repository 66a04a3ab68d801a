import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { frameworkRefLabel } from '~/domain/frameworks/framework-ref'
import type { TemplateItemEditInput } from '~/domain/guides/templates/template-inputs'
import type { TemplateItemView } from '~/domain/guides/templates/template-views'
import { cadenceLabel, priorityLabel, trackLabel } from '~/domain/shared/vocabulary'
import { ensureFresh } from '~/domain/tasks/stale'
import { horizonLabel } from '~/domain/tasks/plan-grouping'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { Prisma } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { ensureOwnerRole, getItem } from './template-items.server'

/**
 * Saves the form of an item. Its owner role is then a person's choice, no longer a proposal. Plans
 * started before keep the item as it was.
 *
 * @returns whether anything changed
 * @throws Conflict when somebody changed the item since the form was opened
 */
export async function editTemplateItem(
  actor: Actor,
  { templateId, itemId, ...form }: TemplateItemEditInput & { templateId: string; itemId: string },
): Promise<boolean> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const item = await getItem(tx, actor, { templateId, itemId })
    const input = { ...form, cadence: form.cadence === undefined ? item.cadence : form.cadence }
    if (isSame(item, input)) return false
    await ensureOwnerRole(tx, actor, input.ownerRoleId)
    const { version, dueOn, frameworkRefs = item.frameworkRefs, ...columns } = input
    await claimItem(tx, actor, item, version, {
      ...columns,
      frameworkRefs,
      dueOn: dueOn && fromCalendarDate(dueOn),
      ownerRoleProposal: null,
    })
    const { templateTitle } = item
    await recordActivity(tx, actor, {
      type: 'template.item-edited',
      payload: { templateId, templateTitle, itemId, action: input.action },
    })
    return true
  })
}

const editedFields = [
  'action',
  'outcome',
  'detail',
  'stage',
  'horizonDays',
  'track',
  'priority',
  'cadence',
  'ownerRoleId',
  'dueOn',
] as const

const isSame = (item: TemplateItemView, input: TemplateItemEditInput) =>
  item.ownerRoleProposal === null &&
  editedFields.every((field) => item[field] === input[field]) &&
  (input.frameworkRefs ?? item.frameworkRefs).join() === item.frameworkRefs.join()

/**
 * Changes an item that nobody changed since the form was opened.
 *
 * @throws Conflict with what stands now
 */
export async function claimItem(
  tx: Transaction,
  actor: Actor,
  item: TemplateItemView,
  formVersion: number | undefined,
  data: Prisma.TemplateItemUncheckedUpdateManyInput,
): Promise<void> {
  const version = formVersion ?? item.version
  ensureFresh(version, item, describeItem)
  const { count } = await tx.templateItem.updateMany({
    where: { id: item.id, organisationId: actor.organisationId, version },
    data: { ...data, version: { increment: 1 } },
  })
  // Somebody was faster between reading and writing; the version they left is the next one.
  if (count === 0) ensureFresh(version, { ...item, version: version + 1 }, describeItem)
}

const describeItem = (item: TemplateItemView) => ({
  Action: item.action,
  Outcome: item.outcome,
  Detail: item.detail,
  Horizon: horizonLabel(item.horizonDays, item.stage),
  Track: item.track && trackLabel[item.track],
  Priority: item.priority && priorityLabel[item.priority],
  Cadence: item.cadence && cadenceLabel[item.cadence],
  'Owner role': item.ownerRoleName,
  'Date in the guide': item.dueOn,
  'Framework references': item.frameworkRefs.map(frameworkRefLabel).join(', ') || null,
  State: item.isDropped ? 'Dropped' : 'In the plan',
})
