import type { Actor } from '~/domain/access/actor'
import { planState, type Plan } from '~/domain/plans/plan'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import type { CalendarDate } from '~/domain/calendar/calendar-date'

/** A plan always has a start once it is stored. */
export type StoredPlan = Plan & { startsOn: CalendarDate }

/** @throws NotFound */
export async function getPlan(tx: Transaction, actor: Actor, planId: string): Promise<StoredPlan> {
  const row = isId(planId)
    ? await tx.plan.findFirst({ where: { id: planId, organisationId: actor.organisationId } })
    : null
  if (!row) throw new NotFound('plan')
  return { ...row, startsOn: toCalendarDate(row.startsOn) }
}

/**
 * A plan that can still be prepared.
 * @throws NotFound
 * @throws Invalid when it was launched or cancelled.
 */
export async function getDraftPlan(
  tx: Transaction,
  actor: Actor,
  planId: string,
): Promise<StoredPlan> {
  const plan = await getPlan(tx, actor, planId)
  const state = planState(plan)
  if (state === 'running') {
    throw new Invalid(
      'already-launched',
      'This plan has been launched, so it is no longer prepared here. Change its tasks one by one on their pages.',
    )
  }
  if (state === 'cancelled') {
    throw new Invalid('plan-cancelled', 'This plan was cancelled; nothing in it can be changed.')
  }
  return plan
}
