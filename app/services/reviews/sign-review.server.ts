import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { Review } from '~/domain/reviews/review'
import type { ReviewStepInput } from '~/domain/reviews/review-inputs'
import { signReview as sign } from '~/domain/reviews/review-transitions'
import { followingReviewDate } from '~/domain/reviews/schedule'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { listActivePeople } from '../people/list-active-people.server'
import { subjectOf } from './change-review.server'
import { createReview } from './create-review.server'
import { hashReview } from './review-hash.server'
import { ensureReviewFresh, lockReview, saveReview } from './review-rows.server'
import { namedPersonIds, signedReviewOf, type SignedNames } from './signed-names'

export interface Signature {
  hash: string
  /** The next review of the series, where there is one. */
  next: { id: string; scheduledOn: CalendarDate } | null
}

/**
 * Signs an open review as the actor read it. From here on nothing in it changes, which the database
 * holds as well; its hash covers everything in it with the names people have now. The next review of
 * a series is scheduled with it. Signing what is signed answers with the first signature.
 *
 * @throws Forbidden when the actor is neither chair nor leader nor administrator
 * @throws Conflict when something in it changed since the actor opened the page
 */
export function signReview(
  actor: Actor,
  { reviewId, version }: ReviewStepInput & { reviewId: string },
): Promise<Signature> {
  return transaction(async (tx) => {
    const { review, decisions, hash: earlier } = await lockReview(tx, actor, reviewId)
    const change = sign(review, actor, now())
    if (change === null) return { hash: earlier!, next: null }
    ensureReviewFresh(version, review)
    const names = await listNames(tx, namedPersonIds(review, decisions, actor.personId))
    const hash = hashReview(signedReviewOf({ ...review, ...change }, decisions, names)!)
    await saveReview(tx, review, { ...change, hash, signerName: names[actor.personId] }, names)
    await recordActivity(tx, actor, {
      type: 'review.signed',
      reviewId: review.id,
      payload: { ...subjectOf(review), hash },
    })
    return { hash, next: await scheduleNext(tx, actor, review) }
  })
}

async function listNames(tx: Transaction, ids: string[]): Promise<SignedNames> {
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

/** The same review, so many months on; those who left are not invited again. */
async function scheduleNext(
  tx: Transaction,
  actor: Actor,
  review: Review,
): Promise<Signature['next']> {
  if (!review.repeatMonths) return null
  const { today, calendar } = await getOrganisation(tx, actor.organisationId)
  const { repeatMonths, title, agenda } = review
  const series = { scheduledOn: review.scheduledOn, heldOn: today, repeatMonths }
  const scheduledOn = followingReviewDate(series, calendar)
  if (!scheduledOn) return null
  const here = new Set((await listActivePeople(tx, actor)).map(({ id }) => id))
  const id = newId()
  await createReview(tx, actor, {
    ...{ id, title, agenda, repeatMonths, scheduledOn },
    previousId: review.id,
    chairId: here.has(review.chairId) ? review.chairId : actor.personId,
    attendeeIds: review.attendeeIds.filter((personId) => here.has(personId)),
  })
  return { id, scheduledOn }
}
