import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { addDecision } from '~/services/reviews/add-decision.server'
import { openReview } from '~/services/reviews/open-review.server'
import { scheduleReview } from '~/services/reviews/schedule-review.server'
import { signReview } from '~/services/reviews/sign-review.server'

interface ReviewDraft {
  title?: string
  scheduledOn?: string
  chair?: Actor
  attendees?: Actor[]
  agenda?: string
  repeatMonths?: number | null
}

/** A scheduled review; its day, by default a Monday, must not be in the past of the test's clock. */
export function createReview(actor: Actor, draft: ReviewDraft = {}): Promise<string> {
  return scheduleReview(actor, {
    title: draft.title ?? 'Autumn review',
    scheduledOn: calendarDate(draft.scheduledOn ?? '2026-11-23'),
    chairId: (draft.chair ?? actor).personId,
    attendeeIds: (draft.attendees ?? []).map(({ personId }) => personId),
    agenda: draft.agenda ?? 'Where we stand.',
    repeatMonths: draft.repeatMonths ?? null,
  })
}

/** A review that is open, with its numbers frozen now. */
export async function createOpenReview(actor: Actor, draft: ReviewDraft = {}): Promise<string> {
  const reviewId = await createReview(actor, draft)
  await openReview(actor, { reviewId, version: await versionOfReview(reviewId) })
  return reviewId
}

/** A signed review with one decision. */
export async function createSignedReview(actor: Actor, draft: ReviewDraft = {}): Promise<string> {
  const reviewId = await createOpenReview(actor, draft)
  const decision = { text: 'Buy a second line', ownerPersonId: actor.personId, dueOn: null }
  await addDecision(actor, { reviewId, ...decision })
  await signReview(actor, { reviewId, version: await versionOfReview(reviewId) })
  return reviewId
}

export async function versionOfReview(reviewId: string): Promise<number> {
  return (await db().review.findUniqueOrThrow({ where: { id: reviewId } })).version
}
