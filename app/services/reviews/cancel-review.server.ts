import type { Actor } from '~/domain/access/actor'
import type { ReviewCancelInput } from '~/domain/reviews/review'
import { cancelReview as cancel } from '~/domain/reviews/review-transitions'
import { changeReview, subjectOf } from './change-review.server'

/** Calls a review off, with a reason; a series ends with it. A signed review stands. */
export function cancelReview(
  actor: Actor,
  { reason, ...request }: ReviewCancelInput & { reviewId: string },
): Promise<boolean> {
  return changeReview<'review.cancelled'>(actor, request, {
    decide: (review, doing) => cancel(review, { reason }, doing),
    record: (review) => ({ type: 'review.cancelled', payload: { ...subjectOf(review), reason } }),
  })
}
