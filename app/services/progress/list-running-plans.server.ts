import type { Actor } from '~/domain/access/actor'
import { calendarDateAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { RunningPlan } from '~/domain/progress/dashboard'
import { NotFound } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import { readIn } from '~/infra/database/read.server'
import { isPlanVisible } from '../plans/visible-plans.server'

export interface RunningPlans {
  organisationName: string
  timeZone: string
  /** The organisation's date. */
  today: CalendarDate
  plans: RunningPlan[]
}

interface Row {
  organisationName: string
  timeZone: string
  id: string | null
  title: string
  startsOn: CalendarDate
}

/** The plans the actor sees that were launched and not cancelled, the newest first, with today where they run. */
export async function listRunningPlans(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'seesAllPlans'>,
): Promise<RunningPlans> {
  const rows = await readIn(tx)<Row[]>`
    select o.name as "organisationName", o.time_zone as "timeZone",
           p.id::text, p.title, p.starts_on::text as "startsOn"
      from organisation o
      left join plan p on p.organisation_id = o.id
                      and p.launched_at is not null and p.cancelled_at is null
                      and ${isPlanVisible(actor, Prisma.sql`p.id`)}
     where o.id = ${actor.organisationId}::uuid
     order by p.starts_on desc, p.created_at desc, p.id`
  const first = rows[0]
  if (!first) throw new NotFound('organisation')
  const { organisationName, timeZone } = first
  return {
    organisationName,
    timeZone,
    today: calendarDateAt(now(), timeZone),
    plans: rows.flatMap(({ id, title, startsOn }) => (id ? [{ id, title, startsOn }] : [])),
  }
}
