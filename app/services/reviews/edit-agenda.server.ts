import type { Actor } from '~/domain/access/actor'
import type { AgendaInput } from '~/domain/reviews/review'
import { editAgenda as edit } from '~/domain/reviews/review-transitions'
import { changeReview, subjectOf } from './change-review.server'

/** Writes the agenda anew, until the review is signed or cancelled. */
export function editAgenda(
  actor: Actor,
  { agenda, ...request }: AgendaInput & { reviewId: string },
): Promise<boolean> {
  return changeReview<'review.agenda-edited'>(actor, request, {
    decide: (review) => edit(review, agenda),
    record: (review) => ({ type: 'review.agenda-edited', payload: subjectOf(review) }),
  })
}
