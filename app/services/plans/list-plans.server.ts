import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { PageOf, PlanListItem } from '~/domain/plans/plan-views'
import { db } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { isPlanVisible } from './visible-plans.server'

const pageSize = 50

interface Row extends PlanListItem {
  all: number
}

/**
 * The plans that the actor sees, running ones first, then drafts, then cancelled ones, each newest first,
 * with how far they are. The counts are made for the shown page only.
 */
export async function listPlans(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<PageOf<PlanListItem> & { today: CalendarDate }> {
  ensureCan(actor, 'plan:read')
  const { today } = await getOrganisation(db(), actor.organisationId)
  const rows = await read<Row[]>`
    with shown as (
      select id, title, starts_on, created_at, count(*) over () as all_plans,
             case when cancelled_at is not null then 'cancelled'
                  when launched_at is not null then 'running' else 'draft' end as state
        from plan
       where organisation_id = ${actor.organisationId}::uuid
         and ${isPlanVisible(actor, Prisma.sql`plan.id`)}
       order by cancelled_at is not null, launched_at is null, starts_on desc, created_at desc, id
       limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select shown.id::text, shown.title, shown.state, shown.starts_on::text as "startsOn",
           shown.all_plans::int as "all", counted."endsOn", counted.total, counted.done,
           counted.overdue, counted.blocked
      from shown
     cross join lateral (
       select max(due_on)::text as "endsOn", count(*)::int as total,
              count(completed_at)::int as done,
              (count(*) filter (where completed_at is null and launched_at is not null
                                  and due_on < ${today}::date))::int as overdue,
              (count(*) filter (where completed_at is null and blocked_at is not null))::int as blocked
         from task where plan_id = shown.id and cancelled_at is null
                     and occurrence_of_id is null) counted
     order by shown.state = 'cancelled', shown.state = 'draft', shown.starts_on desc,
              shown.created_at desc, shown.id`
  const total = rows[0]?.all ?? 0
  return {
    items: rows.map(({ all: _all, ...item }) => item),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
    today,
  }
}
