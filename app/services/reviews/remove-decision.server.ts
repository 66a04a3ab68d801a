import type { Actor } from '~/domain/access/actor'
import { recordActivity } from '../activity/record-activity.server'
import { changeDecisions } from './change-decision.server'
import { subjectOf } from './change-review.server'

/**
 * Takes a decision out of an open review; its words stay in the activity record, and a task made
 * from it stays a task. One that is gone already is no error.
 * @returns whether this call removed it
 */
export function removeDecision(
  actor: Actor,
  { reviewId, decisionId }: { reviewId: string; decisionId: string },
): Promise<boolean> {
  return changeDecisions(actor, reviewId, async (tx, { review, decisions }) => {
    const decision = decisions.find(({ id }) => id === decisionId)
    if (!decision) return { isChanged: false, result: false }
    await tx.decision.deleteMany({
      where: { id: decision.id, organisationId: actor.organisationId },
    })
    await recordActivity(tx, actor, {
      type: 'review.decision-removed',
      reviewId: review.id,
      payload: { ...subjectOf(review), decisionId: decision.id, text: decision.text },
    })
    return { isChanged: true, result: true }
  })
}
