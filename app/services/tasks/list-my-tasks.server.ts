import { subDays } from 'date-fns'
import type { Actor } from '~/domain/access/actor'
import { calendarDateAt, type CalendarDate, type IsoWeekday } from '~/domain/calendar/calendar-date'
import { groupMyTasks, lastDayOfWeek, myTasksGroupKeys } from '~/domain/tasks/my-tasks'
import { pagingOf, rowsPerPage, type MyTasksPage, type TaskRow } from '~/domain/tasks/task-page'
import { now } from '~/infra/clock.server'
import { read } from '~/infra/database/read.server'
import { isUnfinished, taskListColumns, taskListSource } from './task-list.server'

/** How long a finished task is still worth a word on the list. */
const recentDays = 7

interface Standing {
  workingDays: IsoWeekday[]
  holidays: CalendarDate[]
  hasOwnerRole: boolean
  hasRunningPlan: boolean
  overdue: number
  today: number
  'this-week': number
  later: number
  doneRecently: number
  awayUntil: CalendarDate | null
}

/**
 * The unfinished tasks of running plans that the actor answers for, the earliest due first, thirty to
 * a page. Two queries, however many tasks there are; "today" is the actor's own.
 */
export async function listMyTasks(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<MyTasksPage> {
  const today = calendarDateAt(now(), actor.timeZone)
  const standing = await readStanding(actor, today)
  const counts = {
    overdue: standing.overdue,
    today: standing.today,
    'this-week': standing['this-week'],
    later: standing.later,
  }
  const total = myTasksGroupKeys.reduce((sum, key) => sum + counts[key], 0)
  const paging = pagingOf(page, total)
  const tasks = total === 0 ? [] : await readTasks(actor, paging.page)
  const { workingDays, holidays } = standing
  return {
    today,
    groups: groupMyTasks(tasks, today, { timeZone: actor.timeZone, workingDays, holidays }),
    counts,
    paging,
    awayUntil: standing.awayUntil,
    doneRecently: standing.doneRecently,
    situation: { hasOwnerRole: standing.hasOwnerRole, hasRunningPlan: standing.hasRunningPlan },
  }
}

async function readStanding(actor: Actor, today: CalendarDate): Promise<Standing> {
  const { organisationId, personId } = actor
  const weekEndsOn = lastDayOfWeek(today)
  const since = subDays(now(), recentDays)
  const rows = await read<Standing[]>`
    select o.working_days as "workingDays",
           array(select h.on_date::text from holiday h where h.organisation_id = o.id
                    and h.on_date between ${today}::date and ${weekEndsOn}::date) as holidays,
           exists(select 1 from owner_role r where r.organisation_id = o.id
                     and ${personId}::uuid in (r.holder_id, r.backup_id)) as "hasOwnerRole",
           exists(select 1 from plan p where p.organisation_id = o.id
                     and p.launched_at is not null and p.cancelled_at is null) as "hasRunningPlan",
           (select m.out_of_office_until::text from person m
             where m.id = ${personId}::uuid
               and (now_at.at at time zone o.time_zone)::date
                   between m.out_of_office_from and m.out_of_office_until) as "awayUntil",
           c.*
      from organisation o
      cross join (select ${now()}::timestamptz as at) now_at
      cross join lateral (
        select count(*) filter (where ${isUnfinished} and t.due_on < ${today}::date)::int as overdue,
               count(*) filter (where ${isUnfinished} and t.due_on = ${today}::date)::int as today,
               count(*) filter (where ${isUnfinished} and t.due_on > ${today}::date
                                  and t.due_on <= ${weekEndsOn}::date)::int as "this-week",
               count(*) filter (where ${isUnfinished} and t.due_on > ${weekEndsOn}::date)::int as later,
               count(*) filter (where t.completed_at > ${since})::int as "doneRecently"
          from task t join plan p on p.id = t.plan_id
         where t.organisation_id = o.id and t.responsible_id = ${personId}::uuid
           and t.launched_at is not null and p.cancelled_at is null) c
     where o.id = ${organisationId}::uuid`
  return rows[0]!
}

function readTasks(actor: Actor, page: number): Promise<TaskRow[]> {
  const { organisationId, personId } = actor
  return read<TaskRow[]>`
    select ${taskListColumns(personId)} from ${taskListSource}
     where t.organisation_id = ${organisationId}::uuid and t.responsible_id = ${personId}::uuid
       and t.launched_at is not null and p.cancelled_at is null and ${isUnfinished}
     order by t.due_on, t.reference
     limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`
}
