import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { ensureGrantable } from './invite-person.server'
import { getPersonRow } from './person-rows.server'
import { voidInvitations } from './send-invitation.server'

/**
 * Makes the links void that were sent to somebody; another can be sent later.
 * @returns whether there was one that could still be used
 */
export async function revokeInvitation(actor: Actor, personId: string): Promise<boolean> {
  ensureCan(actor, 'person:invite')
  return transaction(async (tx) => {
    const person = await getPersonRow(tx, actor, personId)
    ensureGrantable(actor, person.permissionRole)
    if ((await voidInvitations(tx, actor, person.id)) === 0) return false
    await recordActivity(tx, actor, {
      type: 'person.invitation-withdrawn',
      payload: { personId: person.id },
    })
    return true
  })
}
