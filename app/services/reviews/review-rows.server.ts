import type { Actor } from '~/domain/access/actor'
import { formatDay } from '~/domain/calendar/format-date'
import type { Decision } from '~/domain/reviews/decision'
import { reviewState, reviewStateLabel, type Review } from '~/domain/reviews/review'
import type { ReviewChange } from '~/domain/reviews/review-transitions'
import { ReviewSnapshot } from '~/domain/reviews/snapshot'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { ensureFresh } from '~/domain/tasks/stale'
import { fromCalendarDate, toCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import type {
  Decision as DecisionRow,
  Prisma,
  Review as ReviewRow,
  ReviewAttendee,
} from '~/infra/database/generated/client'
import { signedNamesOf, type SignedNames } from './signed-names'

/** A review with its decisions in order, and what only the database knows of it. */
export interface StoredReview {
  review: Review
  decisions: Decision[]
  hash: string | null
  previousId: string | null
  signedNames: SignedNames
}

type Row = ReviewRow & { attendees: ReviewAttendee[]; decisions: DecisionRow[] }

const include = {
  attendees: { orderBy: { personId: 'asc' } },
  decisions: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ReviewInclude

/**
 * A review that the actor sees: with closed plans, a member sees those they chair or are invited to.
 * @throws NotFound
 */
export async function getStoredReview(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'seesAllPlans'>,
  reviewId: string,
): Promise<StoredReview> {
  const { organisationId, personId, seesAllPlans } = actor
  const isTheirs = { OR: [{ chairId: personId }, { attendees: { some: { personId } } }] }
  const row = isId(reviewId)
    ? await tx.review.findFirst({
        where: { id: reviewId, organisationId, ...(seesAllPlans ? {} : isTheirs) },
        include,
      })
    : null
  if (!row) throw new NotFound('review')
  return toStored(row)
}

/**
 * The same, locked until the transaction ends: whoever writes into a review waits for whoever signs
 * it, and then finds it signed.
 * @throws NotFound
 */
export async function lockReview(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'seesAllPlans'>,
  reviewId: string,
): Promise<StoredReview> {
  if (!isId(reviewId)) throw new NotFound('review')
  await tx.$queryRaw`
    select id::text from review
     where id = ${reviewId}::uuid and organisation_id = ${actor.organisationId}::uuid for update`
  return getStoredReview(tx, actor, reviewId)
}

function toStored(row: Row): StoredReview {
  const { attendees, decisions, hash, previousId, ...review } = row
  return {
    review: {
      ...review,
      scheduledOn: toCalendarDate(row.scheduledOn),
      attendeeIds: attendees.map(({ personId }) => personId),
      snapshot: row.snapshot === null ? null : ReviewSnapshot.parse(row.snapshot),
    },
    decisions: decisions.map(toDecision),
    hash,
    previousId,
    signedNames: signedNamesOf(row.snapshot),
  }
}

const toDecision = ({ dueOn, ...decision }: DecisionRow): Decision => ({
  ...decision,
  dueOn: dueOn && toCalendarDate(dueOn),
})

/** Throws Conflict when the review changed since the form was made. */
export function ensureReviewFresh(version: number, review: Review): void {
  ensureFresh(version, review, (current) => ({
    State: reviewStateLabel[reviewState(current)],
    'Scheduled on': formatDay(current.scheduledOn, current.scheduledOn),
    Agenda: current.agenda || null,
  }))
}

/** Writes what changed in a locked review and counts its version up. */
export async function saveReview(
  tx: Transaction,
  review: Review,
  {
    snapshot,
    attendeeIds,
    scheduledOn,
    ...columns
  }: ReviewChange & { hash?: string; signerName?: string },
  signedNames?: SignedNames,
): Promise<void> {
  const frozen = snapshot ?? (signedNames && review.snapshot)
  await tx.review.updateMany({
    where: { id: review.id, organisationId: review.organisationId },
    data: {
      ...columns,
      ...(scheduledOn && { scheduledOn: fromCalendarDate(scheduledOn) }),
      ...(frozen && { snapshot: { ...frozen, ...(signedNames && { signedNames }) } }),
      version: { increment: 1 },
    },
  })
  if (attendeeIds) await saveAttendees(tx, review, attendeeIds)
}

async function saveAttendees(
  tx: Transaction,
  { id: reviewId, organisationId }: Review,
  attendeeIds: readonly string[],
): Promise<void> {
  await tx.reviewAttendee.deleteMany({ where: { reviewId, organisationId } })
  await tx.reviewAttendee.createMany({
    data: attendeeIds.map((personId) => ({ reviewId, organisationId, personId })),
  })
}
