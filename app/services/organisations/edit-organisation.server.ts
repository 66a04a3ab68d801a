import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { memberPlansLabel, type OrganisationInput } from '~/domain/calendar/organisation-inputs'
import { weekdayName } from '~/domain/reminders/describe-policy'
import { Conflict } from '~/domain/shared/errors'
import { ensureFresh } from '~/domain/tasks/stale'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation, type OrganisationSettings } from './get-organisation.server'

/**
 * Changes name, time zone, working week and which plans members see. Due dates that stand already stay where they are.
 * @returns whether anything changed
 */
export async function editOrganisation(
  actor: Actor,
  { version, ...input }: OrganisationInput,
): Promise<boolean> {
  ensureCan(actor, 'organisation:edit')
  return transaction(async (tx) => {
    const organisation = await getOrganisation(tx, actor.organisationId)
    const settings = changedSettings(organisation, input)
    if (settings.length === 0) return false
    ensureFresh(version, organisation, describeOrganisation)
    const { memberPlans, ...columns } = input
    const { count } = await tx.organisation.updateMany({
      where: { id: actor.organisationId, version },
      data: { ...columns, isPlansOpen: memberPlans === 'all', version: { increment: 1 } },
    })
    if (count === 0) {
      throw new Conflict('Somebody changed the settings at the same moment; load them again.', {})
    }
    await recordActivity(tx, actor, { type: 'settings.changed', payload: { settings } })
    return true
  })
}

function changedSettings(
  { name, timeZone, calendar, isPlansOpen }: OrganisationSettings,
  input: Omit<OrganisationInput, 'version'>,
): string[] {
  return [
    ...(name === input.name ? [] : ['name']),
    ...(timeZone === input.timeZone ? [] : ['time zone']),
    ...(calendar.workingDays.join() === input.workingDays.join() ? [] : ['working week']),
    ...(isPlansOpen === (input.memberPlans === 'all') ? [] : ['plans that members see']),
  ]
}

const describeOrganisation = ({ name, timeZone, calendar, isPlansOpen }: OrganisationSettings) => ({
  Name: name,
  'Time zone': timeZone,
  'Working week': calendar.workingDays.map((day) => weekdayName[day]).join(', '),
  'Members see': memberPlansLabel[isPlansOpen ? 'all' : 'own'],
})
