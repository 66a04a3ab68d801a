import { defaultReminderPolicy } from '~/domain/reminders/policy'
import { standardOwnerRoles } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'

/**
 * Makes an organisation with the standard owner roles, a working week from Monday to Friday and the
 * default reminder policy, and its first administrator.
 */
export async function createOrganisation(
  tx: Transaction,
  input: {
    name: string
    timeZone: string
    administrator: { accountId: string; name: string; email: string }
  },
): Promise<{ organisationId: string; personId: string }> {
  const organisationId = newId()
  const personId = newId()
  await tx.organisation.create({
    data: {
      id: organisationId,
      name: input.name,
      timeZone: input.timeZone,
      workingDays: [1, 2, 3, 4, 5],
      reminderPolicy: { ...defaultReminderPolicy },
      createdAt: now(),
    },
  })
  await tx.person.create({
    data: {
      id: personId,
      organisationId,
      ...input.administrator,
      permissionRole: 'administrator',
      joinedAt: now(),
      createdAt: now(),
    },
  })
  await tx.ownerRole.createMany({
    data: standardOwnerRoles.map(({ key, name, aliases }, position) => ({
      id: newId(),
      organisationId,
      key,
      name,
      aliases: [...aliases],
      position,
    })),
  })
  await recordActivity(
    tx,
    { organisationId, personId },
    { type: 'organisation.created', payload: { name: input.name } },
  )
  return { organisationId, personId }
}
