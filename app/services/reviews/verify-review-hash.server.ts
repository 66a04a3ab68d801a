import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { db } from '~/infra/database/database.server'
import { getStoredReview } from './review-rows.server'
import { isIntact } from './review-hash.server'

/**
 * Computes the hash of a signed review anew from what is stored.
 * @returns the hash it was signed with (null where nobody signed) and whether it still fits
 */
export async function verifyReviewHash(
  actor: Actor,
  reviewId: string,
): Promise<{ hash: string | null; isIntact: boolean }> {
  ensureCan(actor, 'review:read')
  const stored = await getStoredReview(db(), actor, reviewId)
  return { hash: stored.hash, isIntact: isIntact(stored) }
}
