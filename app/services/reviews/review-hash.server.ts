import { canonicalReview, type SignedReview } from '~/domain/reviews/canonical'
import { sha256 } from '~/infra/ids.server'
import { signedReviewOf } from './signed-names'
import type { StoredReview } from './review-rows.server'

/** SHA-256 in hex of what a signature covers. */
export const hashReview = (review: SignedReview): string => sha256(canonicalReview(review))

/** Whether a signed review still is what was signed; false for one that nobody signed. */
export function isIntact({ review, decisions, signedNames, hash }: StoredReview): boolean {
  const signed = signedReviewOf(review, decisions, signedNames)
  return signed !== null && hash !== null && hashReview(signed) === hash
}
