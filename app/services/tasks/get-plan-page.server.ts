import type { StandIn } from '~/domain/access/absence'
import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { calendarDateAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import {
  describeFrameworkRef,
  frameworkRefView,
  isFrameworkRef,
} from '~/domain/frameworks/catalog/catalog'
import type { Framework } from '~/domain/frameworks/framework-ref'
import { planProgress } from '~/domain/progress/plan-progress'
import { planStatus } from '~/domain/progress/plan-status'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import {
  countPlanGroups,
  frameworkOfGrouping,
  groupPlanTasks,
  type PlanGrouping,
} from '~/domain/tasks/plan-grouping'
import { pagingOf, rowsPerPage, type PlanPage, type TaskRow } from '~/domain/tasks/task-page'
import { now } from '~/infra/clock.server'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { listStandIns } from '../people/list-stand-ins.server'
import {
  countPlanTasks,
  frameworkOrder,
  referencesOfTask,
  servesReference,
  type PlanDateCount,
} from './count-plan-tasks.server'
import { statusColumn, taskListColumns, taskListSource } from './task-list.server'
import { isPlanVisible } from '../plans/visible-plans.server'

interface PlanRow {
  id: string
  title: string
  startsOn: CalendarDate
  launchedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string | null
  version: number
  organisationZone: string
}

/** The order of the groups in SQL, the same that `groupPlanTasks` gives them, so that pages follow it. */
const groupOrder: Record<Exclude<PlanGrouping, Framework>, Prisma.Sql> = {
  horizon: Prisma.sql`t.stage <> 'first-steps',
    case when t.stage = 'plan' then t.horizon_days end nulls last`,
  track: Prisma.sql`t.track nulls last`,
  'owner-role': Prisma.sql`lower(r.name) nulls last, r.name`,
  status: Prisma.sql`array_position(
    array['blocked', 'started', 'open', 'done', 'cancelled'], ${statusColumn})`,
}

/** What of a plan is shown. A reference that the catalogue does not have is none. */
interface PlanLook {
  groupBy?: PlanGrouping
  page?: number
  ref?: string | null
}

/**
 * A plan: how it stands, its groups with their counts over the whole plan, and thirty tasks of it.
 * Three queries, however many tasks it has. One that was never launched shows no tasks.
 *
 * @throws NotFound
 */
export async function getPlanPage(
  actor: Actor,
  planId: string,
  { groupBy = 'horizon', page = 1, ref = null }: PlanLook = {},
): Promise<PlanPage> {
  ensureCan(actor, 'plan:read')
  const found = await findPlan(actor, planId)
  if (!found) throw new NotFound('plan')
  const { organisationZone, ...plan } = found
  const today = calendarDateAt(now(), organisationZone)
  const filter = ref && isFrameworkRef(ref) ? frameworkRefView(ref) : null
  const counted = await countPlanTasks(plan.id, { groupBy, ref: filter?.ref ?? null, today })
  const groupCounts = countPlanGroups(counted.groups, groupBy, describeFrameworkRef)
  const { progress, endsOn } = progressOf(plan, counted.byDate, today)
  const rowCount = groupCounts.reduce((sum, { total, cancelled }) => sum + total + cancelled, 0)
  const paging = pagingOf(page, rowCount)
  const tasks = await listTasks(actor, plan.id, { groupBy, ref: filter?.ref ?? null }, paging.page)
  const groups = groupPlanTasks(tasks, groupBy, describeFrameworkRef).flatMap(
    ({ key, tasks: shown }) => {
      const counts = groupCounts.find((group) => group.key === key)
      return counts ? [{ counts, tasks: shown }] : []
    },
  )
  return {
    today,
    plan: { ...plan, endsOn },
    progress,
    groupBy,
    filter,
    references: counted.references,
    groups,
    paging,
    standIns: await listPlanStandIns(actor, plan.id, today),
    may: { cancel: can(actor, 'plan:cancel') && plan.cancelledAt === null },
  }
}

/** Who is away of those whose owner roles have open tasks in a plan. */
async function listPlanStandIns(
  actor: Actor,
  planId: string,
  today: CalendarDate,
): Promise<StandIn[]> {
  const standIns = await listStandIns(actor, today)
  if (standIns.length === 0) return []
  const concerned = await read<{ ownerRoleId: string }[]>`
    select distinct owner_role_id::text as "ownerRoleId" from task
     where plan_id = ${planId}::uuid and organisation_id = ${actor.organisationId}::uuid
       and owner_role_id is not null and launched_at is not null
       and completed_at is null and cancelled_at is null`
  const ids = new Set(concerned.map(({ ownerRoleId }) => ownerRoleId))
  const here = standIns.filter(({ ownerRoleId }) => ids.has(ownerRoleId))
  // Somebody who holds two offices with one backup is named once.
  return [...new Map(here.map((each) => [`${each.holderId} ${each.askedName}`, each])).values()]
}

async function findPlan(actor: Actor, planId: string): Promise<PlanRow | undefined> {
  if (!isId(planId)) return undefined
  const rows = await read<PlanRow[]>`
    select p.id::text, p.title, p.starts_on::text as "startsOn", p.launched_at as "launchedAt",
           p.cancelled_at as "cancelledAt", p.cancel_reason as "cancelReason", p.version,
           o.time_zone as "organisationZone"
      from plan p join organisation o on o.id = p.organisation_id
     where p.id = ${planId}::uuid and p.organisation_id = ${actor.organisationId}::uuid
       and ${isPlanVisible(actor, Prisma.sql`p.id`)}`
  return rows[0]
}

function progressOf(
  plan: Pick<PlanRow, 'id' | 'startsOn'>,
  counted: readonly PlanDateCount[],
  today: CalendarDate,
) {
  const numbers = planProgress({
    rows: counted.map((row) => ({ ...row, planId: plan.id, track: null, ownerRoleId: null })),
    today,
    startsOn: plan.startsOn,
    ownerRoleName: () => '',
  })
  const { total, done, overdue, blocked, cancelled, donePercent, expectedPercent, endsOn } = numbers
  return {
    endsOn,
    progress: {
      ...{ total, done, overdue, blocked, cancelled, donePercent, expectedPercent },
      ...planStatus(numbers),
    },
  }
}

/** One page of rows: of tasks, or under a framework of tasks with each of their references there. */
function listTasks(
  { personId }: Actor,
  planId: string,
  { groupBy, ref }: { groupBy: PlanGrouping; ref: string | null },
  page: number,
): Promise<(TaskRow & { frameworkRef?: string | null })[]> {
  const framework = frameworkOfGrouping(groupBy)
  const columns = framework
    ? Prisma.sql`, f.ref as "frameworkRef", t.framework_refs as "frameworkRefs"`
    : Prisma.empty
  const references = framework ? referencesOfTask(framework) : Prisma.empty
  const order = framework
    ? frameworkOrder(framework)
    : groupOrder[groupBy as Exclude<PlanGrouping, Framework>]
  return read<TaskRow[]>`
    select ${taskListColumns(personId)} ${columns} from ${taskListSource} ${references}
     where t.plan_id = ${planId}::uuid and t.launched_at is not null and t.occurrence_of_id is null
       and ${servesReference(ref)}
     order by ${order}, t.due_on, t.reference
     limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`
}
