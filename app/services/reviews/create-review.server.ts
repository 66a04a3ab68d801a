import type { Actor } from '~/domain/access/actor'
import type { ReviewInput } from '~/domain/reviews/review'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'

/** Writes a new review with its attendees; the input is checked already. */
export async function createReview(
  tx: Transaction,
  actor: Actor,
  input: ReviewInput & { id: string; previousId: string | null },
): Promise<void> {
  const { organisationId } = actor
  const { id, title, scheduledOn, chairId, repeatMonths, agenda, previousId } = input
  await tx.review.create({
    data: {
      id,
      organisationId,
      title,
      scheduledOn: fromCalendarDate(scheduledOn),
      chairId,
      repeatMonths,
      agenda,
      previousId,
      createdAt: now(),
      createdById: actor.personId,
      attendees: {
        createMany: { data: input.attendeeIds.map((personId) => ({ personId, organisationId })) },
      },
    },
  })
  await recordActivity(tx, actor, {
    type: 'review.scheduled',
    reviewId: id,
    payload: { reviewId: id, title, scheduledOn },
  })
}
