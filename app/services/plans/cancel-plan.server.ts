import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { PlanCancelInput } from '~/domain/plans/plan-inputs'
import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { claimPlan } from './claim-plan.server'
import { getPlan } from './get-plan.server'

/**
 * Cancels a plan with everything in it that is not finished; what is done stays done. Nobody is
 * reminded of it from now on. Cancelling twice changes nothing.
 *
 * @returns how many tasks were cancelled with it
 * @throws Conflict when the plan was changed since the form was opened
 */
export async function cancelPlan(
  actor: Actor,
  input: PlanCancelInput & { planId: string },
): Promise<number> {
  return transaction(async (tx) => {
    const plan = await getPlan(tx, actor, input.planId)
    ensureCan(actor, 'plan:cancel', plan)
    if (plan.cancelledAt) return 0
    const cancelled = {
      cancelledAt: now(),
      cancelledById: actor.personId,
      cancelReason: input.reason,
    }
    await claimPlan(tx, plan, input.version, cancelled)
    const { count } = await tx.task.updateMany({
      where: {
        planId: plan.id,
        organisationId: actor.organisationId,
        completedAt: null,
        cancelledAt: null,
      },
      data: { ...cancelled, version: { increment: 1 } },
    })
    await recordActivity(tx, actor, {
      type: 'plan.cancelled',
      planId: plan.id,
      payload: { planId: plan.id, title: plan.title, reason: input.reason },
    })
    return count
  })
}
