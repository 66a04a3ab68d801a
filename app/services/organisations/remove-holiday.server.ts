import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { isId } from '~/domain/shared/ids'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'

/**
 * Makes a holiday an ordinary day again. One that is gone already is no error.
 * @returns whether this call removed it
 */
export async function removeHoliday(actor: Actor, holidayId: string): Promise<boolean> {
  ensureCan(actor, 'organisation:edit')
  return transaction(async (tx) => {
    const where = { id: holidayId, organisationId: actor.organisationId }
    const holiday = isId(holidayId) ? await tx.holiday.findFirst({ where }) : null
    if (!holiday) return false
    const { count } = await tx.holiday.deleteMany({ where })
    if (count === 0) return false
    const settings = [`holiday ${holiday.name} on ${toCalendarDate(holiday.onDate)} removed`]
    await recordActivity(tx, actor, { type: 'settings.changed', payload: { settings } })
    return true
  })
}
