import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { Invalid } from '~/domain/shared/errors'
import { db, transaction } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { ensureGrantable } from './invite-person.server'
import { getPersonRow } from './person-rows.server'
import { prepareInvitation, storeInvitation } from './send-invitation.server'

/**
 * Sends somebody who has not joined a new link; the old one is void from then on.
 * @throws Invalid for somebody who joined already or was deactivated
 */
export async function resendInvitation(actor: Actor, personId: string): Promise<void> {
  ensureCan(actor, 'person:invite')
  const person = await getPersonRow(db(), actor, personId)
  ensureInvitable(person)
  ensureGrantable(actor, person.permissionRole)
  const organisation = await getOrganisation(db(), actor.organisationId)
  const roles = await db().ownerRole.findMany({
    where: { organisationId: actor.organisationId, holderId: person.id },
    orderBy: { position: 'asc' },
  })
  const ownerRoleNames = roles.map(({ name }) => name)
  const prepared = await prepareInvitation(actor, organisation, { ...person, ownerRoleNames })
  await transaction(async (tx) => {
    const current = await getPersonRow(tx, actor, personId)
    ensureInvitable(current)
    await storeInvitation(tx, actor, current, prepared)
    await recordActivity(tx, actor, {
      type: 'person.invited',
      payload: {
        personId: current.id,
        email: current.email,
        permissionRole: current.permissionRole,
      },
    })
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
