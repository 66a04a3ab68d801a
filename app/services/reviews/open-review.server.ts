import type { Actor } from '~/domain/access/actor'
import type { ReviewStepInput } from '~/domain/reviews/review-inputs'
import { openReview as open } from '~/domain/reviews/review-transitions'
import { changeReview, subjectOf } from './change-review.server'
import { freezePlans } from './freeze-plans.server'

/**
 * Opens a review: the numbers of this moment are frozen in it, and decisions can be written.
 * @returns whether this call opened it; an open review keeps its first numbers
 */
export function openReview(
  actor: Actor,
  request: ReviewStepInput & { reviewId: string },
): Promise<boolean> {
  return changeReview<'review.opened'>(actor, request, {
    async decide(review, doing, tx) {
      if (review.openedAt) return null
      return open(review, await freezePlans(tx, actor, doing.now), doing)
    },
    record: (review) => ({ type: 'review.opened', payload: subjectOf(review) }),
  })
}
