import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { metricIds, metrics } from '~/domain/progress/catalog'
import { progressOf } from '~/domain/progress/dashboard'
import { reviewState } from '~/domain/reviews/review'
import type { DecisionView, ReviewView } from '~/domain/reviews/review-views'
import type { ReviewSnapshot } from '~/domain/reviews/snapshot'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { listActivePeople, personChoices } from '../people/list-active-people.server'
import { countTasks } from '../progress/count-tasks.server'
import { isIntact } from './review-hash.server'
import { getStoredReview, type StoredReview } from './review-rows.server'

/**
 * A review in whatever state it is, with its frozen numbers beside those of now. Names in a signed
 * one are those of the day it was signed.
 * @throws NotFound
 */
export async function getReview(actor: Actor, reviewId: string): Promise<ReviewView> {
  ensureCan(actor, 'review:read')
  const stored = await getStoredReview(db(), actor, reviewId)
  const { review, previousId } = stored
  const { today, timeZone } = await getOrganisation(db(), actor.organisationId)
  const nameOf = await nameFinder(stored)
  const next = await db().review.findUnique({ where: { previousId: review.id } })
  const state = reviewState(review)
  const isEditable = state === 'scheduled' || state === 'open'
  const isManaging = can(actor, 'review:manage', review)
  const { id, title, scheduledOn, repeatMonths, agenda, openedAt, snapshot, version } = review
  return {
    ...{ id, title, state, scheduledOn, repeatMonths, agenda, openedAt, snapshot, version },
    chairName: nameOf(review.chairId) ?? '',
    attendeeNames: review.attendeeIds
      .flatMap((personId) => nameOf(personId) ?? [])
      .sort((a, b) => a.localeCompare(b, 'en')),
    openedByName: nameOf(review.openedById),
    numbersNow: snapshot && (await numbersNow(actor, snapshot, { today, timeZone })),
    decisions: await listDecisions(stored, nameOf),
    signature: signatureOf(stored, nameOf),
    cancellation: review.cancelledAt && {
      at: review.cancelledAt,
      byName: nameOf(review.cancelledById),
      reason: review.cancelReason,
    },
    nextReview: next && { id: next.id, scheduledOn: toCalendarDate(next.scheduledOn) },
    previousReviewId: previousId,
    ...{ today, timeZone },
    newDecisionId: newId(),
    people: personChoices(await listActivePeople(db(), actor)),
    may: {
      open: isManaging && state === 'scheduled',
      edit: isManaging && isEditable,
      decide: isManaging && state === 'open',
      sign: can(actor, 'review:sign', review) && state === 'open',
      cancel: isManaging && isEditable,
    },
  }
}

type NameOf = (personId: string | null) => string | null

async function nameFinder({ review, decisions, signedNames }: StoredReview): Promise<NameOf> {
  const { chairId, attendeeIds, openedById, signedById, cancelledById } = review
  const owners = decisions.map(({ ownerPersonId }) => ownerPersonId)
  const ids = [chairId, ...attendeeIds, openedById, signedById, cancelledById, ...owners]
  const people = await db().person.findMany({
    where: {
      organisationId: review.organisationId,
      id: { in: ids.filter((id): id is string => id !== null) },
    },
    select: { id: true, name: true },
  })
  const names = new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...Object.entries(signedNames),
  ])
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

/** The plans of the snapshot as they stand now, cancelled ones included. */
async function numbersNow(
  { organisationId }: Actor,
  snapshot: ReviewSnapshot,
  { today, timeZone }: Pick<ReviewView, 'today' | 'timeZone'>,
): Promise<ReviewView['numbersNow']> {
  const planIds = snapshot.plans.map(({ planId }) => planId)
  const scope = { organisationId, planIds, detailedIds: planIds, today, timeZone }
  const counts = await countTasks(db(), scope)
  return Object.fromEntries(
    snapshot.plans.map((plan) => {
      const progress = progressOf(plan, counts.get(plan.planId)!, today)
      const numbers = metricIds.map((id) => [id, metrics[id].value(progress)] as const)
      return [plan.planId, Object.fromEntries(numbers)]
    }),
  )
}

async function listDecisions(
  { review, decisions }: StoredReview,
  nameOf: NameOf,
): Promise<DecisionView[]> {
  const taskIds = decisions.flatMap(({ taskId }) => taskId ?? [])
  const tasks = await db().task.findMany({
    where: { organisationId: review.organisationId, id: { in: taskIds } },
    select: { id: true, reference: true },
  })
  return decisions.map(({ id, text, ownerPersonId, dueOn, taskId }) => ({
    ...{ id, text, ownerPersonId, dueOn },
    ownerName: nameOf(ownerPersonId),
    task: tasks.find((task) => task.id === taskId) ?? null,
  }))
}

function signatureOf(stored: StoredReview, nameOf: NameOf): ReviewView['signature'] {
  const { signedAt, signedById } = stored.review
  if (!signedAt || !stored.hash) return null
  return {
    at: signedAt,
    signerName: nameOf(signedById) ?? '',
    hash: stored.hash,
    isIntact: isIntact(stored),
  }
}
