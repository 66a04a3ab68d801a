/**
 * The names people had when a review was signed. They are kept beside the frozen numbers, in the same
 * column, so that the signature can be checked and read after somebody has changed their name.
 */
import { z } from 'zod'
import type { Review } from '~/domain/reviews/review'
import type { SignedReview } from '~/domain/reviews/canonical'
import type { Decision } from '~/domain/reviews/decision'

const Kept = z.object({ signedNames: z.record(z.string(), z.string()) })

/** Names by person; empty for a review that is not signed. */
export type SignedNames = Readonly<Record<string, string>>

/** Reads the names out of the snapshot column. */
export function signedNamesOf(column: unknown): SignedNames {
  const parsed = Kept.safeParse(column)
  return parsed.success ? parsed.data.signedNames : {}
}

/** Everybody a signature names: chair, attendees, who sees to the decisions, and the signer. */
export function namedPersonIds(
  review: Pick<Review, 'chairId' | 'attendeeIds'>,
  decisions: readonly Pick<Decision, 'ownerPersonId'>[],
  signerId: string,
): string[] {
  const owners = decisions.flatMap(({ ownerPersonId }) => ownerPersonId ?? [])
  return [...new Set([review.chairId, ...review.attendeeIds, ...owners, signerId])]
}

/** What the signature covers, or null for a review that nobody signed. */
export function signedReviewOf(
  review: Review,
  decisions: readonly Decision[],
  names: SignedNames,
): SignedReview | null {
  const { openedAt, signedAt, signedById, snapshot } = review
  if (!openedAt || !signedAt || !signedById || !snapshot) return null
  const named = (id: string) => ({ id, name: names[id] ?? '' })
  return {
    ...review,
    openedAt,
    signedAt,
    snapshot,
    chair: named(review.chairId),
    attendees: review.attendeeIds.map(named),
    signer: named(signedById),
    decisions: decisions.map((decision) => ({
      ...decision,
      ownerName: decision.ownerPersonId && named(decision.ownerPersonId).name,
    })),
  }
}
