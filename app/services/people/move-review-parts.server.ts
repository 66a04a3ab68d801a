import type { Actor } from '~/domain/access/actor'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import type { Review } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'

interface Parts {
  fromPersonId: string
  chairTo: string | null
  attendanceTo: string | null
  decisionsTo: string | null
}

/** What somebody has a part in of reviews that are not over goes to others; signed ones stay. */
export async function moveReviewParts(tx: Transaction, actor: Actor, parts: Parts): Promise<void> {
  const { organisationId } = actor
  // Whoever signs meanwhile signs before this, and keeps what was signed, or after it.
  await tx.$queryRaw`
    select id::text from review
     where organisation_id = ${organisationId}::uuid and signed_at is null
       and cancelled_at is null order by id for update`
  const reviews = await tx.review.findMany({
    where: { organisationId, signedAt: null, cancelledAt: null },
    include: { attendees: true },
    orderBy: { id: 'asc' },
  })
  for (const review of reviews) {
    const isChanged = [
      await moveChair(tx, review, parts),
      await moveAttendance(
        tx,
        review,
        review.attendees.map(({ personId }) => personId),
        parts,
      ),
    ].some(Boolean)
    if (isChanged) await noteEdited(tx, actor, review)
    await moveDecisions(tx, actor, review, parts)
  }
}

/** A review always has a chair: with nobody to take over, it keeps the one it has. */
async function moveChair(
  tx: Transaction,
  { id, organisationId, chairId }: Review,
  { fromPersonId, chairTo }: Parts,
): Promise<boolean> {
  if (chairId !== fromPersonId || chairTo === null) return false
  await tx.review.updateMany({ where: { id, organisationId }, data: { chairId: chairTo } })
  return true
}

async function moveAttendance(
  tx: Transaction,
  { id: reviewId, organisationId }: Review,
  attendeeIds: readonly string[],
  { fromPersonId, attendanceTo }: Parts,
): Promise<boolean> {
  if (!attendeeIds.includes(fromPersonId)) return false
  await tx.reviewAttendee.deleteMany({
    where: { reviewId, personId: fromPersonId, organisationId },
  })
  if (attendanceTo && !attendeeIds.includes(attendanceTo)) {
    await tx.reviewAttendee.create({ data: { reviewId, personId: attendanceTo, organisationId } })
  }
  return true
}

async function noteEdited(tx: Transaction, actor: Actor, review: Review): Promise<void> {
  const { id, organisationId, title } = review
  const data = { version: { increment: 1 } }
  await tx.review.updateMany({ where: { id, organisationId }, data })
  await recordActivity(tx, actor, {
    type: 'review.edited',
    reviewId: id,
    payload: { reviewId: id, title, scheduledOn: toCalendarDate(review.scheduledOn) },
  })
}

async function moveDecisions(
  tx: Transaction,
  actor: Actor,
  { id: reviewId, organisationId, title }: Review,
  { fromPersonId, decisionsTo }: Parts,
): Promise<void> {
  const decisions = await tx.decision.findMany({
    where: { reviewId, organisationId, ownerPersonId: fromPersonId },
  })
  for (const { id: decisionId, text } of decisions) {
    await tx.decision.updateMany({
      where: { id: decisionId, organisationId },
      data: { ownerPersonId: decisionsTo },
    })
    await recordActivity(tx, actor, {
      type: 'review.decision-edited',
      reviewId,
      payload: { reviewId, title, decisionId, text },
    })
  }
}
