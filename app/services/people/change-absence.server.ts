import type { AbsenceInput } from '~/domain/access/absence'
import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { addDays, type CalendarDate } from '~/domain/calendar/calendar-date'
import { Invalid } from '~/domain/shared/errors'
import { fromCalendarDate, toCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { settleResponsible } from '../tasks/settle-responsible.server'
import { getPersonRow, savePerson } from './person-rows.server'

/** Whoever is away for longer has left their offices. */
const longestDays = 366

/**
 * Says from when to when somebody is out of office, or (with both days null) that they are not. Where
 * it has begun, their open tasks go to the backup at once, and come back at once where it ends; else
 * the clock sees to it on the day (`followAbsences`).
 *
 * @returns whether anything changed, and how many open tasks moved
 * @throws Invalid for an absence that is over already, or longer than a year
 */
export async function changeAbsence(
  actor: Actor,
  { personId, from, until, version }: AbsenceInput & { personId: string },
): Promise<{ isChanged: boolean; movedCount: number }> {
  return transaction(async (tx) => {
    const person = await getPersonRow(tx, actor, personId)
    const { organisationId, id } = person
    ensureCan(actor, 'person:absence', { organisationId, personId: id })
    if (sameAbsence(person, from, until)) return { isChanged: false, movedCount: 0 }
    ensureHere(person)
    const { today } = await getOrganisation(tx, organisationId)
    if (from && until) ensurePlausible(from, until, today)
    await savePerson(tx, person, version, {
      outOfOfficeFrom: from && fromCalendarDate(from),
      outOfOfficeUntil: until && fromCalendarDate(until),
    })
    const moves = await settleResponsible(tx, actor, { personIds: [id] }, today)
    await recordActivity(tx, actor, {
      type: 'person.absence-set',
      payload: { personId: id, from, until, movedTaskCount: moves.length },
    })
    return { isChanged: true, movedCount: moves.length }
  })
}

const dayOf = (date: Date | null) => date && toCalendarDate(date)

const sameAbsence = (person: Person, from: CalendarDate | null, until: CalendarDate | null) =>
  dayOf(person.outOfOfficeFrom) === from && dayOf(person.outOfOfficeUntil) === until

function ensureHere({ name, deactivatedAt }: Person): void {
  if (!deactivatedAt) return
  throw new Invalid('deactivated', `${name} is deactivated and asked for nothing.`)
}

function ensurePlausible(from: CalendarDate, until: CalendarDate, today: CalendarDate): void {
  if (until < today) {
    throw new Invalid('absence-over', 'This absence is over already; choose days to come.', 'until')
  }
  if (until > addDays(from, longestDays)) {
    throw new Invalid(
      'absence-too-long',
      'That is more than a year. Give their owner roles to somebody else instead.',
      'until',
    )
  }
}
