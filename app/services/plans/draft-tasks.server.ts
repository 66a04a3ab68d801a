import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { workingDayOnOrAfter, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import {
  proposeDueDates,
  type DatableItem,
  type ProposedDueDate,
} from '~/domain/plans/propose-due-dates'
import type { Stage } from '~/domain/shared/vocabulary'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'

/** A task of a plan that is being prepared, in the guide's order. */
export interface DraftTask {
  id: string
  action: string
  stage: Stage
  horizonDays: number | null
  ownerRoleId: string | null
  assigneeId: string | null
  dueOn: CalendarDate
  proposedDueOn: CalendarDate | null
  /** The date the guide itself states. */
  statedOn: CalendarDate | null
}

/** Every task of a draft that is not cancelled: one query, with what the guide states. */
export function listDraftTasks(
  tx: Transaction,
  plan: { id: string; organisationId: string },
): Promise<DraftTask[]> {
  return tx.$queryRaw<DraftTask[]>`
    select t.id::text, t.action, t.stage, t.horizon_days as "horizonDays",
           t.owner_role_id::text as "ownerRoleId", t.assignee_id::text as "assigneeId",
           t.due_on::text as "dueOn", t.proposed_due_on::text as "proposedDueOn",
           i.due_on::text as "statedOn"
      from task t
      left join template_item i on i.id = t.template_item_id
     where t.plan_id = ${plan.id}::uuid and t.organisation_id = ${plan.organisationId}::uuid
       and t.cancelled_at is null
     order by t.position, t.reference`
}

/** What the guide says of dates, in the words of the proposing rule. */
export const datable = (task: DraftTask): DatableItem => ({
  id: task.id,
  stage: task.stage,
  horizonDays: task.horizonDays,
  dueOn: task.statedOn,
})

/** The proposals by task. */
export function proposalsFor(
  tasks: readonly DraftTask[],
  startsOn: CalendarDate,
  calendar: WorkingCalendar,
): Map<string, ProposedDueDate> {
  const proposals = proposeDueDates(tasks.map(datable), startsOn, calendar)
  return new Map(proposals.map((proposal) => [proposal.id, proposal]))
}

/**
 * The date a task gets while there is no proposal for it: a task always has one, and the screens say
 * what is wrong with it.
 */
export function dateWithoutProposal(
  startsOn: CalendarDate,
  calendar: WorkingCalendar,
): CalendarDate {
  return workingDayOnOrAfter(calendar, startsOn) ?? startsOn
}

/** Writes the dates of many tasks in one statement. */
export async function saveDates(
  tx: Transaction,
  organisationId: string,
  changes: readonly {
    taskId: string
    dueOn: CalendarDate
    proposedDueOn: CalendarDate | null
  }[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(
    ({ taskId, dueOn, proposedDueOn }) =>
      Prisma.sql`(${taskId}::uuid, ${dueOn}::date, ${proposedDueOn}::date)`,
  )
  await tx.$executeRaw`
    update task set due_on = changed.due_on, proposed_due_on = changed.proposed_due_on,
                    version = version + 1
      from (values ${Prisma.join(rows)}) as changed (id, due_on, proposed_due_on)
     where task.id = changed.id and task.organisation_id = ${organisationId}::uuid`
}
