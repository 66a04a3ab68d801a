import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { Decision } from '~/domain/reviews/decision'
import type { Review } from '~/domain/reviews/review'
import { ensureTakesDecisions } from '~/domain/reviews/review-transitions'
import { Invalid, NotFound } from '~/domain/shared/errors'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { lockReview, saveReview, type StoredReview } from './review-rows.server'

/**
 * The course of everything that is done to the decisions of a review: it is locked, it takes
 * decisions, and its version counts up, so that nobody signs a form made before.
 */
export function changeDecisions<Result>(
  actor: Actor,
  reviewId: string,
  work: (tx: Transaction, stored: StoredReview) => Promise<{ isChanged: boolean; result: Result }>,
): Promise<Result> {
  return transaction(async (tx) => {
    const stored = await lockReview(tx, actor, reviewId)
    ensureCan(actor, 'review:manage', stored.review)
    ensureTakesDecisions(stored.review)
    const { isChanged, result } = await work(tx, stored)
    if (isChanged) await saveReview(tx, stored.review, {})
    return result
  })
}

/** @throws NotFound when the review has no such decision */
export function getDecision({ decisions }: StoredReview, decisionId: string): Decision {
  const decision = decisions.find(({ id }) => id === decisionId)
  if (!decision) throw new NotFound('decision')
  return decision
}

/** @throws Invalid when the person is not of this organisation, or was deactivated */
export async function ensureOwnerIsHere(
  tx: Transaction,
  { organisationId }: Pick<Review, 'organisationId'>,
  personId: string | null,
): Promise<void> {
  if (personId === null) return
  const where = { id: personId, organisationId, deactivatedAt: null }
  if (await tx.person.findFirst({ where })) return
  throw new Invalid(
    'no-such-person',
    'This person is no longer here; choose somebody else, or nobody.',
    'ownerPersonId',
  )
}
