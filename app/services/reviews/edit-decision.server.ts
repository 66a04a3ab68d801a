import type { Actor } from '~/domain/access/actor'
import type { DecisionInput } from '~/domain/reviews/decision'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { recordActivity } from '../activity/record-activity.server'
import { changeDecisions, ensureOwnerIsHere, getDecision } from './change-decision.server'
import { subjectOf } from './change-review.server'
import { ensureReviewFresh } from './review-rows.server'

/**
 * Changes what a decision says, who sees to it or by when; a task made from it stays as it is.
 * @returns whether anything changed
 */
export function editDecision(
  actor: Actor,
  input: DecisionInput & { reviewId: string; decisionId: string; version: number },
): Promise<boolean> {
  const { text, ownerPersonId, dueOn } = input
  return changeDecisions(actor, input.reviewId, async (tx, stored) => {
    const decision = getDecision(stored, input.decisionId)
    const isSame =
      decision.text === text && decision.ownerPersonId === ownerPersonId && decision.dueOn === dueOn
    if (isSame) return { isChanged: false, result: false }
    ensureReviewFresh(input.version, stored.review)
    if (ownerPersonId !== decision.ownerPersonId) {
      await ensureOwnerIsHere(tx, stored.review, ownerPersonId)
    }
    await tx.decision.updateMany({
      where: { id: decision.id, organisationId: actor.organisationId },
      data: { text, ownerPersonId, dueOn: dueOn && fromCalendarDate(dueOn) },
    })
    await recordActivity(tx, actor, {
      type: 'review.decision-edited',
      reviewId: stored.review.id,
      payload: { ...subjectOf(stored.review), decisionId: decision.id, text },
    })
    return { isChanged: true, result: true }
  })
}
