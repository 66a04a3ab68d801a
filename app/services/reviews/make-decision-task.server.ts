import type { Actor } from '~/domain/access/actor'
import { taskFromDecision, type Decision } from '~/domain/reviews/decision'
import type { DecisionTaskInput } from '~/domain/reviews/review-inputs'
import { Invalid } from '~/domain/shared/errors'
import { ensureDueDate } from '~/domain/tasks/task-transitions'
import { now } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { ensureTaskHolder, listActivePeople } from '../people/list-active-people.server'
import { noteAssignments } from '../reminders/note-assignments.server'
import { findResponsible } from '../tasks/change-task.server'
import { changeDecisions, getDecision } from './change-decision.server'
import { subjectOf } from './change-review.server'

/**
 * Makes a decision a task of a running plan; whoever answers for it hears of it in their next mail.
 * A decision becomes one task: asking again answers with the first.
 *
 * @returns the task's id
 * @throws Invalid for a plan that is not running, a day off, or people who cannot hold tasks
 */
export function makeDecisionTask(
  actor: Actor,
  input: DecisionTaskInput & { reviewId: string; decisionId: string },
): Promise<string> {
  return changeDecisions(actor, input.reviewId, async (tx, stored) => {
    const decision = getDecision(stored, input.decisionId)
    if (decision.taskId) return { isChanged: false, result: decision.taskId }
    const { today, calendar } = await getOrganisation(tx, actor.organisationId)
    ensureDueDate(input.dueOn, today, calendar)
    await ensureTargetsFit(tx, actor, input)
    const task = await createTask(tx, actor, input, decision)
    await tx.decision.updateMany({
      where: { id: decision.id, organisationId: actor.organisationId },
      data: { taskId: task.id },
    })
    if (task.responsibleId) {
      await noteAssignments(tx, {
        organisationId: actor.organisationId,
        onDate: today,
        assignments: [{ taskId: task.id, planId: input.planId, personId: task.responsibleId }],
      })
    }
    await recordActivity(tx, actor, {
      type: 'review.decision-made-task',
      ...{ reviewId: stored.review.id, planId: input.planId, taskId: task.id },
      payload: {
        ...subjectOf(stored.review),
        decisionId: decision.id,
        taskId: task.id,
        action: input.action,
      },
    })
    return { isChanged: true, result: task.id }
  })
}

async function ensureTargetsFit(
  tx: Transaction,
  { organisationId }: Actor,
  { planId, ownerRoleId, assigneeId }: DecisionTaskInput,
): Promise<void> {
  const plan = await tx.plan.findFirst({
    where: { id: planId, organisationId, launchedAt: { not: null }, cancelledAt: null },
  })
  if (!plan) {
    throw new Invalid('plan-not-running', 'This plan is not running; choose another.', 'planId')
  }
  if (
    ownerRoleId &&
    !(await tx.ownerRole.findFirst({ where: { id: ownerRoleId, organisationId } }))
  ) {
    throw new Invalid(
      'no-such-role',
      'There is no such owner role here; choose another.',
      'ownerRoleId',
    )
  }
  ensureTaskHolder(await listActivePeople(tx, { organisationId }), assigneeId, 'assigneeId')
}

/** Decisions are governance, whatever plan carries their task out. */
async function createTask(
  tx: Transaction,
  { organisationId }: Actor,
  input: DecisionTaskInput,
  decision: Decision,
): Promise<{ id: string; responsibleId: string | null }> {
  const { planId, ownerRoleId, assigneeId, action, dueOn } = input
  const { lastReference } = await tx.organisation.update({
    where: { id: organisationId },
    data: { lastReference: { increment: 1 } },
    select: { lastReference: true },
  })
  const last = await tx.task.aggregate({ where: { planId }, _max: { position: true } })
  const responsibleId = await findResponsible(tx, {
    ...{ organisationId, assigneeId, ownerRoleId, dueOn },
  })
  const { detail } = taskFromDecision(decision)
  return tx.task.create({
    data: {
      id: newId(),
      organisationId,
      planId,
      reference: lastReference,
      position: (last._max.position ?? -1) + 1,
      stage: 'plan',
      track: 'governance',
      action,
      detail: detail ?? (action === decision.text ? null : decision.text),
      ownerRoleId,
      assigneeId,
      responsibleId,
      dueOn: fromCalendarDate(dueOn),
      launchedAt: now(),
      createdAt: now(),
    },
    select: { id: true, responsibleId: true },
  })
}
