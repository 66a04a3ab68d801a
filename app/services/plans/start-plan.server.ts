import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { sourceSentence } from '~/domain/guides/templates/source-sentence'
import { startProblem } from '~/domain/plans/default-start'
import type { StartPlanInput } from '~/domain/plans/plan-inputs'
import { proposeDueDates } from '~/domain/plans/propose-due-dates'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import type { Stage } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { fromCalendarDate, toCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { TemplateItem } from '~/infra/database/generated/client'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import {
  getOrganisation,
  type OrganisationSettings,
} from '../organisations/get-organisation.server'
import { dateWithoutProposal } from './draft-tasks.server'

/**
 * Starts a plan from a template: a draft whose tasks have proposed dates and belong to their owner
 * roles. Nobody hears of it before the launch. The same form sent twice (`planId`) starts one plan.
 *
 * @returns the plan's id
 * @throws NotFound for a template that is not there
 * @throws Invalid for a start out of range, or a template without items
 */
export async function startPlan(actor: Actor, input: StartPlanInput): Promise<string> {
  ensureCan(actor, 'plan:start')
  return transaction(async (tx) => {
    const organisation = await getOrganisation(tx, actor.organisationId)
    const problem = startProblem(input.startsOn, organisation.today)
    if (problem) throw new Invalid('start-out-of-range', problem, 'startsOn')
    const {
      title: guideTitle,
      items,
      text,
    } = await getStartableTemplate(tx, actor, input.templateId)
    const firstReference = await takeReferences(tx, actor.organisationId, items.length)
    const earlier = input.planId && (await tx.plan.findUnique({ where: { id: input.planId } }))
    if (earlier && earlier.organisationId === actor.organisationId) return earlier.id
    const planId = input.planId && !earlier ? input.planId : newId()
    const title = input.title ?? guideTitle.slice(0, 200)
    await createPlan(tx, actor, { ...input, planId, title })
    const tasks = draftTasks(items, text, input.startsOn, organisation)
    await tx.task.createMany({
      data: tasks.map((task, index) => ({ ...task, planId, reference: firstReference + index })),
    })
    return planId
  })
}

async function createPlan(
  tx: Transaction,
  actor: Actor,
  input: { planId: string; templateId: string; title: string; startsOn: CalendarDate },
): Promise<void> {
  const { planId, templateId, title, startsOn } = input
  await tx.plan.create({
    data: {
      id: planId,
      organisationId: actor.organisationId,
      templateId,
      title,
      startsOn: fromCalendarDate(startsOn),
      createdAt: now(),
      createdById: actor.personId,
    },
  })
  await recordActivity(tx, actor, {
    type: 'plan.started',
    planId,
    payload: { planId, title, startsOn },
  })
}

async function getStartableTemplate(tx: Transaction, actor: Actor, templateId: string) {
  const template = isId(templateId)
    ? await tx.planTemplate.findFirst({
        where: { id: templateId, organisationId: actor.organisationId },
        include: {
          revision: { select: { text: true } },
          items: { where: { droppedAt: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
        },
      })
    : null
  if (!template) throw new NotFound('guide')
  if (template.items.length === 0) {
    throw new Invalid(
      'no-items',
      'This guide has no items, so there is nothing to plan. Add at least one item to it first.',
      'templateId',
    )
  }
  return { title: template.title, items: template.items, text: template.revision?.text ?? '' }
}

/** References are counted per organisation; the row's lock keeps two plans from taking the same. */
export async function takeReferences(tx: Transaction, organisationId: string, count: number) {
  const { lastReference } = await tx.organisation.update({
    where: { id: organisationId },
    data: { lastReference: { increment: count } },
    select: { lastReference: true },
  })
  return lastReference - count + 1
}

function draftTasks(
  items: readonly TemplateItem[],
  text: string,
  startsOn: CalendarDate,
  { calendar }: OrganisationSettings,
) {
  const proposals = proposeDueDates(
    items.map(({ id, stage, horizonDays, dueOn }) => ({
      id,
      stage: stage as Stage,
      horizonDays,
      dueOn: dueOn && toCalendarDate(dueOn),
    })),
    startsOn,
    calendar,
  )
  return items.map((item, index) => {
    const proposedDueOn = proposals[index]?.dueOn ?? null
    const dueOn = proposedDueOn ?? dateWithoutProposal(startsOn, calendar)
    return {
      id: newId(),
      organisationId: item.organisationId,
      templateItemId: item.id,
      position: index,
      stage: item.stage,
      horizonDays: item.horizonDays,
      track: item.track,
      priority: item.priority,
      action: item.action,
      outcome: item.outcome,
      detail: item.detail,
      frameworkRefs: item.frameworkRefs,
      cadence: item.cadence,
      why: sourceSentence(text, item.sourceStart, item.sourceEnd),
      ownerRoleId: item.ownerRoleId,
      dueOn: fromCalendarDate(dueOn),
      proposedDueOn: proposedDueOn && fromCalendarDate(proposedDueOn),
      createdAt: now(),
    }
  })
}
