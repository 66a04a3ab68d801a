import type { Actor } from '~/domain/access/actor'
import { progressOf } from '~/domain/progress/dashboard'
import { freezeNumbers, type ReviewSnapshot } from '~/domain/reviews/snapshot'
import type { Transaction } from '~/infra/database/database.server'
import { countTasks } from '../progress/count-tasks.server'
import {
  listBlockedTasks,
  listOverdueTasks,
  type PlannedTask,
} from '../progress/list-notable-tasks.server'
import { listRunningPlans } from '../progress/list-running-plans.server'

/** Overdue and blocked tasks that a snapshot names for each plan; its numbers count all of them. */
const namedTasks = 50

/** The numbers of every running plan, whoever freezes them, at this moment, made from the dashboard's own counts. */
export async function freezePlans(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
  at: Date,
): Promise<ReviewSnapshot> {
  const { plans, today, timeZone } = await listRunningPlans(tx, { ...actor, seesAllPlans: true })
  const planIds = plans.map(({ id }) => id)
  const { organisationId } = actor
  const scope = { organisationId, planIds, today }
  const counts = await countTasks(tx, { ...scope, detailedIds: planIds, timeZone })
  const overdue = await listOverdueTasks(tx, scope, namedTasks)
  const blocked = await listBlockedTasks(tx, scope, namedTasks)
  return freezeNumbers({
    at,
    today,
    plans: plans.map((plan) => ({
      plan,
      progress: progressOf(plan, counts.get(plan.id)!, today),
      overdue: tasksOf(plan.id, overdue),
      blocked: tasksOf(plan.id, blocked).map((task) => ({ ...task, reason: task.blockedReason })),
    })),
  })
}

const tasksOf = (planId: string, tasks: readonly PlannedTask[]) =>
  tasks.filter((task) => task.planId === planId)
