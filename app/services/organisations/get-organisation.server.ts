import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { calendarDateAt } from '~/domain/calendar/calendar-date'
import type { IsoWeekday } from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import { ReminderPolicy } from '~/domain/reminders/policy'
import { NotFound } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import type { Transaction } from '~/infra/database/database.server'

/** What the rules need to know of an organisation, with today in its zone. */
export interface OrganisationSettings {
  id: string
  name: string
  timeZone: string
  calendar: WorkingCalendar
  reminderPolicy: ReminderPolicy
  isPlansOpen: boolean
  version: number
  today: CalendarDate
}

/** @throws NotFound */
export async function getOrganisation(
  tx: Transaction,
  organisationId: string,
): Promise<OrganisationSettings> {
  const row = await tx.organisation.findUnique({
    where: { id: organisationId },
    include: { holidays: { orderBy: { onDate: 'asc' } } },
  })
  if (!row) throw new NotFound('organisation')
  const calendar: WorkingCalendar = {
    timeZone: row.timeZone,
    workingDays: row.workingDays as IsoWeekday[],
    holidays: row.holidays.map((holiday) => toCalendarDate(holiday.onDate)),
  }
  return {
    id: row.id,
    name: row.name,
    timeZone: row.timeZone,
    calendar,
    reminderPolicy: ReminderPolicy.parse(row.reminderPolicy),
    isPlansOpen: row.isPlansOpen,
    version: row.version,
    today: calendarDateAt(now(), row.timeZone),
  }
}
