import type { Actor } from '~/domain/access/actor'
import type { Absence } from '~/domain/access/absence'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { peopleToday, type PeopleToday } from '~/domain/tasks/resolve-responsible'
import { readIn } from '~/infra/database/read.server'
import type { Transaction } from '~/infra/database/database.server'

/** Who is here in an organisation on a day, and who of them is away. */
export async function loadPeopleToday(
  tx: Transaction,
  { organisationId }: Pick<Actor, 'organisationId'>,
  today: CalendarDate,
): Promise<PeopleToday> {
  const rows = await readIn(tx)<(Absence & { id: string })[]>`
    select id::text, out_of_office_from::text as "outOfOfficeFrom",
           out_of_office_until::text as "outOfOfficeUntil"
      from person where organisation_id = ${organisationId}::uuid and deactivated_at is null`
  return peopleToday(rows, today)
}
