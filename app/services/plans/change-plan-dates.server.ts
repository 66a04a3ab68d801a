import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { type PlanDatesInput } from '~/domain/plans/plan-inputs'
import { checkDueDate } from '~/domain/plans/propose-due-dates'
import { InvalidDates } from '~/domain/plans/invalid-dates'
import { formatDay } from '~/domain/calendar/format-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import { NotFound } from '~/domain/shared/errors'
import { ensureFresh } from '~/domain/tasks/stale'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { claimPlan } from './claim-plan.server'
import { listDraftTasks, saveDates, type DraftTask } from './draft-tasks.server'
import { getDraftPlan, type StoredPlan } from './get-plan.server'

/**
 * Changes due dates of a draft. All of them or none: one date that cannot stand refuses the form. A
 * date after its task's horizon has to be accepted, box by box.
 *
 * @returns how many dates changed
 * @throws InvalidDates with a sentence for every date that cannot stand
 * @throws Conflict when the plan was changed since the form was opened
 */
export async function changePlanDates(
  actor: Actor,
  input: PlanDatesInput & { planId: string },
): Promise<number> {
  ensureCan(actor, 'plan:start')
  return transaction(async (tx) => {
    const plan = await getDraftPlan(tx, actor, input.planId)
    const { calendar } = await getOrganisation(tx, actor.organisationId)
    const tasks = new Map((await listDraftTasks(tx, plan)).map((task) => [task.id, task]))
    const wanted = input.dates.map((date) => {
      const task = tasks.get(date.taskId)
      if (!task) throw new NotFound('task in this plan')
      return { ...date, task }
    })
    const changed = wanted.filter(({ task, dueOn }) => task.dueOn !== dueOn)
    if (changed.length === 0) return 0
    ensureSeen(input.version, plan, changed)
    ensureDatesStand(wanted, plan, calendar)
    await claimPlan(tx, plan, input.version, {})
    await saveDates(
      tx,
      actor.organisationId,
      changed.map(({ task, dueOn }) => ({
        taskId: task.id,
        dueOn,
        proposedDueOn: task.proposedDueOn,
      })),
    )
    await recordActivity(tx, actor, {
      type: 'plan.edited',
      planId: plan.id,
      payload: { planId: plan.id, title: plan.title, fields: ['Due dates'] },
    })
    return changed.length
  })
}

type WantedDate = PlanDatesInput['dates'][number] & { task: DraftTask }

/** Which dates stand otherwise than in the form, so that nobody's change is overwritten unseen. */
function ensureSeen(formVersion: number, plan: StoredPlan, changed: readonly WantedDate[]): void {
  ensureFresh(formVersion, plan, () =>
    Object.fromEntries(
      changed.map(({ task }) => [`“${task.action}”`, formatDay(task.dueOn, plan.startsOn)]),
    ),
  )
}

function ensureDatesStand(
  wanted: readonly WantedDate[],
  { startsOn }: StoredPlan,
  calendar: WorkingCalendar,
): void {
  const problems = wanted.flatMap(({ task, dueOn, isLateAccepted }, index) => {
    // What stands already was accepted or proposed; only a change is judged.
    if (task.dueOn === dueOn) return []
    const found = checkDueDate(dueOn, { startsOn, horizonDays: task.horizonDays, calendar })
    const messages = found
      .filter(({ severity }) => severity === 'refused' || !isLateAccepted)
      .map(({ severity, message }) =>
        severity === 'refused'
          ? message
          : `${message} Tick the box to keep it, or choose an earlier day.`,
      )
    return messages.length > 0 ? [{ index, messages }] : []
  })
  if (problems.length > 0) throw new InvalidDates(problems)
}
