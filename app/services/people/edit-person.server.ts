import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { PersonInput } from '~/domain/access/person-inputs'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getPersonRow, savePerson } from './person-rows.server'

/**
 * Changes somebody's name, time zone, working days or language of dates; their mail goes out by the
 * clock of that zone, on those days.
 * @returns whether anything changed
 */
export async function editPerson(
  actor: Actor,
  { personId, version, ...input }: PersonInput & { personId: string },
): Promise<boolean> {
  ensureCan(actor, 'person:manage')
  return transaction(async (tx) => {
    const person = await getPersonRow(tx, actor, personId)
    const data = {
      name: input.name,
      timeZone: input.timeZone ?? null,
      workingDays: input.workingDays ?? person.workingDays,
      dateLanguage: input.dateLanguage ?? null,
    }
    const fields = [
      ...(data.name === person.name ? [] : ['Name']),
      ...(data.timeZone === person.timeZone ? [] : ['Time zone']),
      ...(data.workingDays.join() === person.workingDays.join() ? [] : ['Working days']),
      ...(data.dateLanguage === person.dateLanguage ? [] : ['Language of dates']),
    ]
    if (fields.length === 0) return false
    await savePerson(tx, person, version, data)
    const payload = { personId: person.id, fields }
    await recordActivity(tx, actor, { type: 'person.edited', payload })
    return true
  })
}
