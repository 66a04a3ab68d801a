import type { Actor } from '~/domain/access/actor'
import { ensureCan, grantableRoles } from '~/domain/access/can'
import { Invalid } from '~/domain/shared/errors'
import { db, transaction } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { ensureGrantable } from './invite-person.server'
import { getPersonRow } from './person-rows.server'
import {
  prepareInvitation,
  storeInvitation,
  type PreparedInvitation,
} from './send-invitation.server'

/**
 * Sends somebody who has not joined a new link; the old one is void from then on. Somebody who acted
 * from email only is thereby invited to sign in, and goes on as before until they follow the link.
 * @throws Invalid for somebody who joined already or was deactivated
 */
export async function resendInvitation(actor: Actor, personId: string): Promise<void> {
  ensureCan(actor, 'person:invite')
  const person = await getPersonRow(db(), actor, personId)
  ensureInvitable(person)
  ensureGrantable(actor, person.permissionRole)
  await send(actor, [person])
}

/**
 * The same for many, in one transaction with one mail each. Whoever joined, left, or may do more than
 * the actor can give, is left out.
 *
 * @returns how many were written to
 */
export async function resendInvitations(
  actor: Actor,
  personIds: readonly string[],
): Promise<number> {
  ensureCan(actor, 'person:invite')
  const people = await db().person.findMany({
    where: {
      ...{ organisationId: actor.organisationId, id: { in: [...personIds] } },
      ...{ joinedAt: null, deactivatedAt: null },
      permissionRole: { in: [...grantableRoles(actor)] },
    },
    orderBy: { id: 'asc' },
  })
  return send(actor, people)
}

async function send(actor: Actor, people: readonly Person[]): Promise<number> {
  const { organisationId } = actor
  const organisation = await getOrganisation(db(), organisationId)
  const roles = await db().ownerRole.findMany({
    where: { organisationId, holderId: { in: people.map(({ id }) => id) } },
    orderBy: { position: 'asc' },
  })
  const prepared: PreparedInvitation[] = []
  for (const person of people) {
    const ownerRoleNames = roles.filter((r) => r.holderId === person.id).map(({ name }) => name)
    prepared.push(await prepareInvitation(actor, organisation, { ...person, ownerRoleNames }))
  }
  return transaction(async (tx) => {
    let sentCount = 0
    for (const [index, { id }] of people.entries()) {
      const person = await getPersonRow(tx, actor, id)
      if (people.length === 1) ensureInvitable(person)
      else if (person.joinedAt || person.deactivatedAt) continue
      await storeInvitation(tx, actor, person, prepared[index]!)
      const { email, permissionRole } = person
      await recordActivity(tx, actor, {
        type: 'person.invited',
        payload: { personId: id, email, permissionRole },
      })
      sentCount += 1
    }
    return sentCount
  })
}

function ensureInvitable(person: Person): void {
  if (person.deactivatedAt) {
    throw new Invalid(
      'deactivated',
      `${person.name} is deactivated. To bring them back, invite the same address again under People.`,
    )
  }
  if (person.joinedAt) {
    throw new Invalid('already-joined', `${person.name} has joined already; no link was sent.`)
  }
}
