import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { Prisma } from '~/infra/database/generated/client'

/**
 * The column "awayName" of a task `t`: who would be asked for it, were they not out of office on the
 * organisation's day `today`; null where nobody stands in for anybody (decision 0016).
 */
export const awayName = (today: CalendarDate): Prisma.Sql => Prisma.sql`
  (select away.name
     from person away
     left join owner_role their on their.id = t.owner_role_id
    where away.id = coalesce(t.assignee_id, their.holder_id) and away.id <> t.responsible_id
      and away.deactivated_at is null
      and ${today}::date between away.out_of_office_from and away.out_of_office_until
  ) as "awayName"`
