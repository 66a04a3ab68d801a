import type { Actor } from '~/domain/access/actor'
import { can } from '~/domain/access/can'
import { calendarDate, type IsoWeekday } from '~/domain/calendar/calendar-date'
import type { OrganisationView } from '~/domain/calendar/organisation-inputs'
import { describePolicy } from '~/domain/reminders/describe-policy'
import { fromCalendarDate, toCalendarDate } from '~/infra/database/calendar-columns.server'
import { db } from '~/infra/database/database.server'
import { getOrganisation } from './get-organisation.server'

/** The settings of the organisation; everybody of it may read them. */
export async function getOrganisationSettings(actor: Actor): Promise<OrganisationView> {
  const { organisationId } = actor
  const { isPlansOpen, ...organisation } = await getOrganisation(db(), organisationId)
  const { name, timeZone, calendar, reminderPolicy, version, today } = organisation
  const newYear = calendarDate(`${today.slice(0, 4)}-01-01`)
  const holidays = await db().holiday.findMany({
    where: { organisationId, onDate: { gte: fromCalendarDate(newYear) } },
    orderBy: { onDate: 'asc' },
  })
  return {
    ...{ name, timeZone, version, today },
    memberPlans: isPlansOpen ? 'all' : 'own',
    workingDays: [...calendar.workingDays] as IsoWeekday[],
    holidays: holidays.map((holiday) => ({
      id: holiday.id,
      onDate: toCalendarDate(holiday.onDate),
      name: holiday.name,
    })),
    reminderRules: describePolicy(reminderPolicy),
    may: { edit: can(actor, 'organisation:edit') },
  }
}
