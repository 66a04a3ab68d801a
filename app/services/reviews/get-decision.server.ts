import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { workingDayOnOrAfter } from '~/domain/calendar/working-calendar'
import { addDays } from '~/domain/calendar/calendar-date'
import { taskFromDecision } from '~/domain/reviews/decision'
import type { DecisionTaskView, ReviewView } from '~/domain/reviews/review-views'
import { NotFound } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { listActivePeople, personChoices, taskHolders } from '../people/list-active-people.server'
import { listRunningPlans } from '../progress/list-running-plans.server'
import { getReview } from './get-review.server'

/** Days that a task made of a decision without a date is given. */
const usualDays = 30

/** The page that changes a decision. @throws NotFound */
export async function getDecisionPage(actor: Actor, reviewId: string, decisionId: string) {
  ensureCan(actor, 'review:manage')
  const review = await getReview(actor, reviewId)
  return { ...headOf(review), decision: findDecision(review, decisionId), people: review.people }
}

/** The page that makes a decision a task, with what is proposed for it. @throws NotFound, Invalid */
export async function getDecisionTaskPage(
  actor: Actor,
  reviewId: string,
  decisionId: string,
): Promise<DecisionTaskView> {
  ensureCan(actor, 'review:manage')
  const review = await getReview(actor, reviewId)
  const decision = findDecision(review, decisionId)
  const { calendar, today } = await getOrganisation(db(), actor.organisationId)
  const proposed = taskFromDecision({ ...decision, reviewId, taskId: decision.task?.id ?? null })
  const { plans } = await listRunningPlans(db(), actor)
  const ownerRoles = await db().ownerRole.findMany({
    where: { organisationId: actor.organisationId },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  })
  const dueOn = proposed.dueOn ?? addDays(today, usualDays)
  return {
    ...headOf(review),
    decision,
    action: proposed.action,
    dueOn: workingDayOnOrAfter(calendar, dueOn) ?? dueOn,
    today,
    plans: plans.map(({ id, title }) => ({ id, title })),
    ownerRoles,
    people: personChoices(taskHolders(await listActivePeople(db(), actor))),
  }
}

const headOf = ({ id, title, version }: ReviewView) => ({ review: { id, title, version } })

function findDecision(review: ReviewView, decisionId: string) {
  const decision = review.decisions.find(({ id }) => id === decisionId)
  if (!decision) throw new NotFound('decision')
  return decision
}
