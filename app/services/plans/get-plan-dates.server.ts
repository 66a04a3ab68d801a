import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { addDays, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import type { DraftDate, PlanDatesView } from '~/domain/plans/plan-views'
import { checkDueDate, type ProposedDueDate } from '~/domain/plans/propose-due-dates'
import { planGroupOf } from '~/domain/tasks/plan-grouping'
import { db } from '~/infra/database/database.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { draftHead } from './draft-head.server'
import { listDraftTasks, proposalsFor, type DraftTask } from './draft-tasks.server'
import { getDraftPlan } from './get-plan.server'

/** Dates in one form: as many as people check in one go. */
const pageSize = 50

/** A page of a draft's dates, by horizon, each with its reason and what speaks against it. */
export async function getPlanDates(
  actor: Actor,
  planId: string,
  { page: wantedPage = 1 }: { page?: number } = {},
): Promise<PlanDatesView> {
  ensureCan(actor, 'plan:start')
  const plan = await getDraftPlan(db(), actor, planId)
  const { calendar, today } = await getOrganisation(db(), actor.organisationId)
  const tasks = await listDraftTasks(db(), plan)
  const roles = await db().ownerRole.findMany({
    where: { organisationId: actor.organisationId },
    select: { id: true, name: true },
  })
  const roleNames = new Map(roles.map(({ id, name }) => [id, name]))
  const proposals = proposalsFor(tasks, plan.startsOn, calendar)
  const sorted = tasks
    .map((task) => ({ task, group: groupOf(task) }))
    .sort((a, b) => a.group.rank - b.group.rank)
  const pageCount = Math.max(1, Math.ceil(sorted.length / pageSize))
  const page = Math.min(wantedPage, pageCount)
  const groups = new Map<string, PlanDatesView['groups'][number]>()
  for (const { task, group } of sorted.slice((page - 1) * pageSize, page * pageSize)) {
    const entry = groups.get(group.key) ?? {
      key: group.key,
      label: group.label,
      endsOn: task.horizonDays === null ? null : addDays(plan.startsOn, task.horizonDays),
      dates: [],
    }
    groups.set(group.key, entry)
    const roleName = (task.ownerRoleId && roleNames.get(task.ownerRoleId)) || null
    entry.dates.push(dateOf(task, proposals.get(task.id), roleName, plan.startsOn, calendar))
  }
  return {
    plan: draftHead(plan, tasks.length, today),
    groups: [...groups.values()],
    page,
    pageCount,
  }
}

const groupOf = (task: DraftTask) =>
  planGroupOf({ ...task, track: null, ownerRoleName: null, status: 'open' }, 'horizon')

function dateOf(
  task: DraftTask,
  proposal: ProposedDueDate | undefined,
  ownerRoleName: string | null,
  startsOn: CalendarDate,
  calendar: WorkingCalendar,
): DraftDate {
  const { horizonDays, dueOn, proposedDueOn } = task
  return {
    taskId: task.id,
    action: task.action,
    ownerRoleName,
    dueOn,
    proposedDueOn,
    reason: proposal?.reason ?? '',
    isChanged: proposedDueOn !== null && dueOn !== proposedDueOn,
    problems: checkDueDate(dueOn, { startsOn, horizonDays, calendar }),
  }
}
