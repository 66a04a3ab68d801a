import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { planState, type PlanState } from '~/domain/plans/plan'
import { NotFound } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { getPlan } from './get-plan.server'
import { seesPlan } from './visible-plans.server'

/** Whether a plan is still prepared. @throws NotFound */
export async function getPlanState(
  actor: Actor,
  planId: string,
): Promise<{ state: PlanState; title: string; version: number }> {
  ensureCan(actor, 'plan:read')
  const plan = await getPlan(db(), actor, planId)
  if (!(await seesPlan(actor, plan.id))) throw new NotFound('plan')
  return { state: planState(plan), title: plan.title, version: plan.version }
}
