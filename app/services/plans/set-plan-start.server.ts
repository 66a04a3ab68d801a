import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { startProblem } from '~/domain/plans/default-start'
import type { PlanStartInput } from '~/domain/plans/plan-inputs'
import { Invalid } from '~/domain/shared/errors'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import {
  dateWithoutProposal,
  listDraftTasks,
  proposalsFor,
  saveDates,
  type DraftTask,
} from './draft-tasks.server'
import { getDraftPlan } from './get-plan.server'
import { claimPlan } from './claim-plan.server'

/**
 * Moves the start of a draft and proposes the dates anew. A date that somebody changed by hand stays.
 *
 * @returns how many dates were proposed anew, and how many changed by hand stayed
 * @throws Conflict when the plan was changed since the form was opened
 * @throws Invalid for a start out of range, or a plan that is no draft
 */
export async function setPlanStart(
  actor: Actor,
  input: PlanStartInput & { planId: string },
): Promise<{ movedCount: number; keptCount: number }> {
  ensureCan(actor, 'plan:start')
  return transaction(async (tx) => {
    const plan = await getDraftPlan(tx, actor, input.planId)
    const organisation = await getOrganisation(tx, actor.organisationId)
    const problem = startProblem(input.startsOn, organisation.today)
    if (problem) throw new Invalid('start-out-of-range', problem, 'startsOn')
    if (plan.startsOn === input.startsOn) return { movedCount: 0, keptCount: 0 }
    await claimPlan(tx, plan, input.version, { startsOn: fromCalendarDate(input.startsOn) })
    const tasks = await listDraftTasks(tx, plan)
    const proposals = proposalsFor(tasks, input.startsOn, organisation.calendar)
    const before = dateWithoutProposal(plan.startsOn, organisation.calendar)
    const now = dateWithoutProposal(input.startsOn, organisation.calendar)
    const changes = tasks.map((task) => {
      const proposedDueOn = proposals.get(task.id)?.dueOn ?? null
      const isKept = isChangedByHand(task, before)
      return {
        taskId: task.id,
        dueOn: isKept ? task.dueOn : (proposedDueOn ?? now),
        proposedDueOn,
        isKept,
      }
    })
    await saveDates(tx, actor.organisationId, changes)
    await recordActivity(tx, actor, {
      type: 'plan.edited',
      planId: plan.id,
      payload: { planId: plan.id, title: plan.title, fields: ['Start'] },
    })
    const keptCount = changes.filter(({ isKept }) => isKept).length
    return { movedCount: changes.length - keptCount, keptCount }
  })
}

const isChangedByHand = (task: DraftTask, withoutProposal: DraftTask['dueOn']) =>
  task.dueOn !== (task.proposedDueOn ?? withoutProposal)
