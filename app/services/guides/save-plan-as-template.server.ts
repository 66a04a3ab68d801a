import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { itemFromTask, type PlannedWork } from '~/domain/guides/templates/item-from-task'
import type { TemplateTitleInput } from '~/domain/guides/templates/template-title-input'
import { planState } from '~/domain/plans/plan'
import { Invalid } from '~/domain/shared/errors'
import type { Cadence, Stage } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { getPlan, type StoredPlan } from '../plans/get-plan.server'
import { claimTemplateId } from './create-template.server'

/**
 * Saves a running plan as a template for the next one: what is to be done, by which owner role, how
 * many days after the start. People, dates, evidence and comments stay with the plan. The same form
 * sent twice (`templateId`) saves one.
 *
 * @returns the template's id and how many items it has
 * @throws NotFound for a plan that is not there
 * @throws Invalid for a plan that is not running, or has nothing to save
 */
export async function savePlanAsTemplate(
  actor: Actor,
  { planId, title, templateId }: TemplateTitleInput & { planId: string },
): Promise<{ templateId: string; itemCount: number }> {
  ensureCan(actor, 'guide:import')
  return transaction(async (tx) => {
    const plan = await getPlan(tx, actor, planId)
    await tx.$queryRaw`select id::text from plan where id = ${plan.id}::uuid for update`
    const { id, isKnown } = await claimTemplateId(tx, actor, templateId)
    if (isKnown) {
      return {
        templateId: id,
        itemCount: await tx.templateItem.count({ where: { templateId: id } }),
      }
    }
    const items = await listSavableItems(tx, plan)
    await createTemplateOf(tx, actor, plan, { id, title })
    await tx.templateItem.createMany({
      data: items.map((item, position) => ({
        ...item,
        id: newId(),
        organisationId: actor.organisationId,
        templateId: id,
        position,
        owners: [],
        guesses: [],
      })),
    })
    const payload = {
      templateId: id,
      title,
      planId,
      planTitle: plan.title,
      itemCount: items.length,
    }
    await recordActivity(tx, actor, { type: 'template.saved', planId, payload })
    return { templateId: id, itemCount: items.length }
  })
}

/**
 * The items a plan would be saved as, in its order: its tasks without those that were cancelled and
 * without later occurrences of one that comes round.
 *
 * @throws Invalid for a plan that is not running, or has no such task
 */
export async function listSavableItems(tx: Transaction, plan: StoredPlan): Promise<PlannedWork[]> {
  if (planState(plan) !== 'running') {
    throw new Invalid(
      'plan-not-running',
      'Only a running plan can be saved as a template; this one was not launched, or was cancelled. Nothing was saved.',
    )
  }
  const tasks = await tx.task.findMany({
    where: {
      planId: plan.id,
      organisationId: plan.organisationId,
      cancelledAt: null,
      occurrenceOfId: null,
    },
    orderBy: [{ position: 'asc' }, { reference: 'asc' }],
  })
  if (tasks.length === 0) {
    throw new Invalid(
      'no-tasks',
      'Every task of this plan was cancelled, so there is nothing to save.',
    )
  }
  return tasks.map((task) =>
    itemFromTask(
      {
        ...task,
        stage: task.stage as Stage,
        cadence: task.cadence as Cadence | null,
        dueOn: toCalendarDate(task.dueOn),
      },
      plan.startsOn,
    ),
  )
}

async function createTemplateOf(
  tx: Transaction,
  actor: Actor,
  plan: StoredPlan,
  { id, title }: { id: string; title: string },
): Promise<void> {
  const { organisationId, personId } = actor
  const origin = plan.templateId
    ? await tx.planTemplate.findFirst({ where: { id: plan.templateId, organisationId } })
    : null
  await tx.planTemplate.create({
    data: {
      id,
      organisationId,
      title,
      frameworks: origin?.frameworks ?? [],
      warnings: [],
      createdAt: now(),
      createdById: personId,
      savedFromPlanId: plan.id,
    },
  })
}
