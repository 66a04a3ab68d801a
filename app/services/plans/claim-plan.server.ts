import type { Plan } from '~/domain/plans/plan'
import { planState, planStateLabel } from '~/domain/plans/plan'
import { ensureFresh } from '~/domain/tasks/stale'
import type { Transaction } from '~/infra/database/database.server'
import type { Prisma } from '~/infra/database/generated/client'

/**
 * Changes a plan that nobody changed since the form was opened, and counts its version up.
 *
 * @throws Conflict with what stands now
 */
export async function claimPlan(
  tx: Transaction,
  plan: Plan,
  formVersion: number,
  data: Prisma.PlanUpdateManyMutationInput,
): Promise<void> {
  ensureFresh(formVersion, plan, describePlan)
  const { count } = await tx.plan.updateMany({
    where: { id: plan.id, organisationId: plan.organisationId, version: formVersion },
    data: { ...data, version: { increment: 1 } },
  })
  // Somebody was faster between reading and writing; the version they left is the next one.
  if (count === 0) ensureFresh(formVersion, { ...plan, version: formVersion + 1 }, describePlan)
}

const describePlan = (plan: Plan) => ({
  Title: plan.title,
  'Starts on': plan.startsOn,
  State: planStateLabel[planState(plan)],
})
