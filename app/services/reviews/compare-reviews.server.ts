import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { compareSnapshots } from '~/domain/reviews/compare'
import type { ReviewSnapshot } from '~/domain/reviews/snapshot'
import type { ReviewComparisonView } from '~/domain/reviews/review-views'
import { Invalid } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { listComparableReviews } from './list-reviews.server'
import { getStoredReview } from './review-rows.server'

/**
 * The frozen numbers of two reviews beside each other, the earlier one first whatever the order they
 * are named in; with fewer than two, only what there is to choose from.
 *
 * @throws NotFound for a review that is not here
 * @throws Invalid for one that was never opened and so has no numbers
 */
export async function compareReviews(
  actor: Actor,
  a: string | null,
  b: string | null,
): Promise<ReviewComparisonView> {
  ensureCan(actor, 'review:read')
  const { today } = await getOrganisation(db(), actor.organisationId)
  const choices = await listComparableReviews(db(), actor, today)
  const head = { today, choices, a, b }
  if (!a || !b) return { ...head, comparison: null }
  const [then, now] = [await getSnapshot(actor, a), await getSnapshot(actor, b)]
  return { ...head, comparison: compareSnapshots(then, now) }
}

async function getSnapshot(actor: Actor, reviewId: string): Promise<ReviewSnapshot> {
  const { review } = await getStoredReview(db(), actor, reviewId)
  if (review.snapshot) return review.snapshot
  throw new Invalid(
    'no-numbers',
    `The review “${review.title}” was not opened yet, so it has no numbers to compare.`,
  )
}
