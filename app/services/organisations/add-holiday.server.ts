import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { HolidayInput } from '~/domain/calendar/organisation-inputs'
import { Invalid } from '~/domain/shared/errors'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'

/**
 * Adds a holiday: no due date is proposed and no mail sent on it from now on. The same one twice is
 * one.
 *
 * @returns how many open tasks are due on that day; they keep their date
 * @throws Invalid when the day is a holiday already, by another name
 */
export async function addHoliday(actor: Actor, { onDate, name }: HolidayInput): Promise<number> {
  ensureCan(actor, 'organisation:edit')
  const { organisationId } = actor
  const day = fromCalendarDate(onDate)
  return transaction(async (tx) => {
    const { count } = await tx.holiday.createMany({
      data: [{ id: newId(), organisationId, onDate: day, name }],
      skipDuplicates: true,
    })
    if (count === 0) {
      const earlier = await tx.holiday.findFirst({ where: { organisationId, onDate: day } })
      if (earlier && earlier.name !== name) {
        throw new Invalid(
          'already-a-holiday',
          `That day is a holiday already: ${earlier.name}.`,
          'onDate',
        )
      }
    } else {
      const settings = [`holiday ${name} on ${onDate} added`]
      await recordActivity(tx, actor, { type: 'settings.changed', payload: { settings } })
    }
    return tx.task.count({
      where: { organisationId, dueOn: day, completedAt: null, cancelledAt: null },
    })
  })
}
