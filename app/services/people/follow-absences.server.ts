import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { isOver } from '~/domain/access/absence'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { settleResponsible, type TaskMove } from '../tasks/settle-responsible.server'

interface AbsentRow {
  id: string
  outOfOfficeFrom: CalendarDate
  outOfOfficeUntil: CalendarDate
}

/**
 * Lets an organisation's open tasks follow who is away today, by its own calendar: to the backup when
 * an absence has begun, back when it is over. Done once, doing it again moves nothing; days on which
 * it did not run are caught up. Runs before each sweep of reminders, so that nobody is written to who
 * is away.
 *
 * @returns how many tasks moved
 */
export async function followAbsences(organisationId: string): Promise<number> {
  const { today } = await getOrganisation(db(), organisationId)
  const absent = await read<AbsentRow[]>`
    select id::text, out_of_office_from::text as "outOfOfficeFrom",
           out_of_office_until::text as "outOfOfficeUntil"
      from person
     where organisation_id = ${organisationId}::uuid and deactivated_at is null
       and out_of_office_from <= ${today}::date
     order by id`
  if (absent.length === 0) return 0
  return transaction(async (tx) => {
    let movedCount = 0
    for (const person of absent) {
      movedCount += await followOne(tx, organisationId, person, today)
    }
    return movedCount
  })
}

async function followOne(
  tx: Transaction,
  organisationId: string,
  person: AbsentRow,
  today: CalendarDate,
): Promise<number> {
  const { id } = person
  const over = isOver(person, today)
  if (over && !(await forget(tx, organisationId, person))) return 0
  const moves = await settleResponsible(tx, { organisationId }, { personIds: [id] }, today)
  if (over || moves.length > 0) await note(tx, organisationId, person, { over, moves })
  return moves.length
}

/** Takes an absence that is over off the person; false where somebody set another meanwhile. */
async function forget(
  tx: Transaction,
  organisationId: string,
  { id, outOfOfficeUntil }: AbsentRow,
): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id, organisationId, outOfOfficeUntil: fromCalendarDate(outOfOfficeUntil) },
    data: { outOfOfficeFrom: null, outOfOfficeUntil: null },
  })
  return count > 0
}

/** It happens by itself; nobody did it. */
async function note(
  tx: Transaction,
  organisationId: string,
  { id: personId, outOfOfficeUntil: until }: AbsentRow,
  { over, moves }: { over: boolean; moves: readonly TaskMove[] },
): Promise<void> {
  const wardround = { organisationId, personId: null }
  const movedTaskCount = moves.length
  if (over) {
    const payload = { personId, movedTaskCount }
    return recordActivity(tx, wardround, { type: 'person.came-back', payload })
  }
  const payload = { personId, until, movedTaskCount }
  return recordActivity(tx, wardround, { type: 'person.went-away', payload })
}
