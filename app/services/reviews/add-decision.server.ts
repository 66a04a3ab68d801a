import type { Actor } from '~/domain/access/actor'
import type { DecisionInput } from '~/domain/reviews/decision'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { changeDecisions, ensureOwnerIsHere } from './change-decision.server'
import { subjectOf } from './change-review.server'

/**
 * Writes a decision at the end of an open review. The same form sent twice (`decisionId`) writes one.
 * @returns the decision's id
 */
export function addDecision(
  actor: Actor,
  { reviewId, ...input }: DecisionInput & { reviewId: string; decisionId?: string | null },
): Promise<string> {
  return changeDecisions(actor, reviewId, async (tx, { review, decisions }) => {
    if (decisions.some(({ id }) => id === input.decisionId)) {
      return { isChanged: false, result: input.decisionId! }
    }
    await ensureOwnerIsHere(tx, review, input.ownerPersonId)
    const isTaken =
      input.decisionId && (await tx.decision.findUnique({ where: { id: input.decisionId } }))
    const id = input.decisionId && !isTaken ? input.decisionId : newId()
    const [last] = await tx.decision.findMany({
      where: { reviewId: review.id },
      orderBy: { position: 'desc' },
      take: 1,
    })
    await tx.decision.create({
      data: {
        id,
        organisationId: review.organisationId,
        reviewId: review.id,
        position: (last?.position ?? 0) + 1,
        text: input.text,
        ownerPersonId: input.ownerPersonId,
        dueOn: input.dueOn && fromCalendarDate(input.dueOn),
        createdAt: now(),
        createdById: actor.personId,
      },
    })
    await recordActivity(tx, actor, {
      type: 'review.decision-added',
      reviewId: review.id,
      payload: { ...subjectOf(review), decisionId: id, text: input.text },
    })
    return { isChanged: true, result: id }
  })
}
