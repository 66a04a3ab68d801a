import type { Actor } from '~/domain/access/actor'
import { ensureCan, grantableRoles } from '~/domain/access/can'
import { transaction, type Transaction } from '~/infra/database/database.server'
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
    return withdraw(tx, actor, person.id)
  })
}

/**
 * The same for many, in one transaction. Whoever may do more than the actor can give is left out.
 * @returns how many had a link that could still be used
 */
export async function revokeInvitations(
  actor: Actor,
  personIds: readonly string[],
): Promise<number> {
  ensureCan(actor, 'person:invite')
  return transaction(async (tx) => {
    const people = await tx.person.findMany({
      where: {
        ...{ organisationId: actor.organisationId, id: { in: [...personIds] } },
        permissionRole: { in: [...grantableRoles(actor)] },
      },
      orderBy: { id: 'asc' },
    })
    let count = 0
    for (const { id } of people) if (await withdraw(tx, actor, id)) count += 1
    return count
  })
}

async function withdraw(tx: Transaction, actor: Actor, personId: string): Promise<boolean> {
  if ((await voidInvitations(tx, actor, personId)) === 0) return false
  const payload = { personId }
  await recordActivity(tx, actor, { type: 'person.invitation-withdrawn', payload })
  return true
}
