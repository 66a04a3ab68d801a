import type { Actor } from '~/domain/access/actor'
import { addDays, type CalendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { addDecision } from '../reviews/add-decision.server'
import { openReview } from '../reviews/open-review.server'
import { scheduleReview } from '../reviews/schedule-review.server'
import { signReview } from '../reviews/sign-review.server'

const agenda = [
  'Where do the plans stand, and is that true?',
  'What is late, and who needs help?',
  'What do we decide until next month?',
].join('\n')

/** A review from invitation to signature; because it repeats every month, the next one is scheduled with it. */
export async function holdDemoReview(
  maya: Actor,
  people: Map<string, Actor>,
  day: CalendarDate,
): Promise<void> {
  const helen = people.get('Dr. Helen Strand')!
  const ines = people.get('Ines Carvalho')!
  const reviewId = await scheduleReview(maya, {
    title: 'Security review',
    scheduledOn: day,
    chairId: helen.personId,
    attendeeIds: [maya.personId, ines.personId],
    agenda,
    repeatMonths: 1,
  })
  const version = async () =>
    (await db().review.findUniqueOrThrow({ where: { id: reviewId } })).version
  await openReview(maya, { reviewId, version: await version() })
  await addDecision(maya, {
    reviewId,
    text: 'Vendors without a second factor get a date: end of next month, then access by appointment only.',
    ownerPersonId: maya.personId,
    dueOn: addDays(day, 42),
  })
  await addDecision(maya, {
    reviewId,
    text: 'The restore test gets a fixed evening; leadership is there for the first hour.',
    ownerPersonId: helen.personId,
    dueOn: null,
  })
  await signReview(helen, { reviewId, version: await version() })
}
