import type { Actor } from '~/domain/access/actor'
import { calendarDate, type CalendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { launchPlan } from '~/services/plans/launch-plan.server'
import { startPlan } from '~/services/plans/start-plan.server'
import { createTemplate, type TemplateItemDraft } from './guide'

/** A draft plan; dates count from `startsOn`, by default a Monday. */
export async function createDraftPlan(
  actor: Actor,
  input: { items?: TemplateItemDraft[]; title?: string; startsOn?: string } = {},
): Promise<string> {
  const { templateId } = await createTemplate(actor, input.items)
  return startPlan(actor, {
    templateId,
    title: input.title ?? 'Backup plan',
    startsOn: calendarDate(input.startsOn ?? '2026-11-23'),
  })
}

/** A launched plan with its tasks, in the guide's order. */
export async function createRunningPlan(
  actor: Actor,
  input: { items?: TemplateItemDraft[]; title?: string; startsOn?: string } = {},
): Promise<{ planId: string; taskIds: string[] }> {
  const planId = await createDraftPlan(actor, input)
  const { version } = await db().plan.findUniqueOrThrow({ where: { id: planId } })
  await launchPlan(actor, { planId, version })
  const tasks = await db().task.findMany({ where: { planId }, orderBy: { position: 'asc' } })
  return { planId, taskIds: tasks.map(({ id }) => id) }
}

/** The due dates of a plan's tasks, in the guide's order. */
export async function dueDates(planId: string): Promise<CalendarDate[]> {
  const tasks = await db().task.findMany({ where: { planId }, orderBy: { position: 'asc' } })
  return tasks.map(({ dueOn }) => calendarDate(dueOn.toISOString().slice(0, 10)))
}
