import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { isLaunchable, type LaunchProblem } from '~/domain/plans/plan'
import { launchProblems } from '~/domain/plans/launch-problems'
import type { PlanLaunchInput } from '~/domain/plans/plan-inputs'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { loadPeopleToday } from '../people/people-today.server'
import { noteAssignments } from '../reminders/note-assignments.server'
import { claimPlan } from './claim-plan.server'
import { listDraftTasks } from './draft-tasks.server'
import { giveOut, type GivenTask } from './give-out.server'
import { getDraftPlan, getPlan } from './get-plan.server'

/**
 * Launches a draft: from now on its tasks are work, their people are found, and each of them waits
 * in the ledger to be told. One transaction; a plan launched already is left as it is.
 *
 * @returns whether this call launched it, and how many tasks it has
 * @throws Conflict when the plan was changed since the page was opened
 * @throws Invalid when something stands against the launch
 */
export async function launchPlan(
  actor: Actor,
  input: PlanLaunchInput & { planId: string },
): Promise<{ isNew: boolean; taskCount: number }> {
  return transaction(async (tx) => {
    ensureCan(actor, 'plan:launch', await getPlan(tx, actor, input.planId))
    await lockPlan(tx, actor, input.planId)
    const found = await getPlan(tx, actor, input.planId)
    if (found.launchedAt && !found.cancelledAt) return { isNew: false, taskCount: 0 }
    const plan = await getDraftPlan(tx, actor, input.planId)
    const { calendar, today } = await getOrganisation(tx, actor.organisationId)
    const tasks = await listDraftTasks(tx, plan)
    const roles = await tx.ownerRole.findMany({ where: { organisationId: actor.organisationId } })
    ensureLaunchable(launchProblems({ plan, tasks, roles, calendar, today }))
    const launchedAt = now()
    await claimPlan(tx, plan, input.version, { launchedAt, launchedById: actor.personId })
    const given = giveOut(tasks, roles, await loadPeopleToday(tx, actor, today))
    await launchTasks(tx, plan.id, given, launchedAt)
    await noteAssignments(tx, {
      organisationId: actor.organisationId,
      onDate: today,
      assignments: given.flatMap(({ id, responsibleId }) =>
        responsibleId ? [{ taskId: id, planId: plan.id, personId: responsibleId }] : [],
      ),
    })
    await recordActivity(tx, actor, {
      type: 'plan.launched',
      planId: plan.id,
      payload: { planId: plan.id, title: plan.title, taskCount: tasks.length },
    })
    return { isNew: true, taskCount: tasks.length }
  })
}

/** Two launches at the same moment pass one after the other, so the second sees the first. */
async function lockPlan(tx: Transaction, actor: Actor, planId: string): Promise<void> {
  await tx.$queryRaw`
    select id::text from plan
     where id = ${planId}::uuid and organisation_id = ${actor.organisationId}::uuid for update`
}

function ensureLaunchable(problems: readonly LaunchProblem[]): void {
  if (isLaunchable(problems)) return
  const messages = problems.filter(({ severity }) => severity === 'problem').map((p) => p.message)
  throw new Invalid('not-launchable', messages.join(' '))
}

/** One statement per person, however many tasks there are. */
async function launchTasks(
  tx: Transaction,
  planId: string,
  given: readonly GivenTask[],
  launchedAt: Date,
): Promise<void> {
  const idsByPerson = new Map<string | null, string[]>()
  for (const { id, responsibleId } of given) {
    const ids = idsByPerson.get(responsibleId)
    if (ids) ids.push(id)
    else idsByPerson.set(responsibleId, [id])
  }
  for (const [responsibleId, ids] of idsByPerson) {
    await tx.task.updateMany({
      where: { planId, id: { in: ids } },
      data: { launchedAt, responsibleId, version: { increment: 1 } },
    })
  }
}
