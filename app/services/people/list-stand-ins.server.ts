import type { StandIn } from '~/domain/access/absence'
import type { Actor } from '~/domain/access/actor'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { read } from '~/infra/database/read.server'

/** An owner role whose holder is away today, and who is asked instead. */
export interface RoleStandIn extends StandIn {
  ownerRoleId: string
  ownerRoleName: string
  holderId: string
}

/** Every owner role of the organisation whose holder is away today. */
export function listStandIns(
  { organisationId }: Pick<Actor, 'organisationId'>,
  today: CalendarDate,
): Promise<RoleStandIn[]> {
  return read<RoleStandIn[]>`
    select r.id::text as "ownerRoleId", r.name as "ownerRoleName", h.id::text as "holderId",
           h.name as "awayName", h.out_of_office_until::text as "awayUntil",
           b.name as "askedName"
      from owner_role r
      join person h on h.id = r.holder_id and h.deactivated_at is null
                   and ${today}::date between h.out_of_office_from and h.out_of_office_until
      left join person b on b.id = r.backup_id and b.deactivated_at is null
           and coalesce(${today}::date not between b.out_of_office_from and b.out_of_office_until,
                        true)
     where r.organisation_id = ${organisationId}::uuid order by r.position, r.name`
}
