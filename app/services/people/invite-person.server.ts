import type { Actor } from '~/domain/access/actor'
import { ensureCan, grantableRoles } from '~/domain/access/can'
import type { InvitationInput } from '~/domain/access/person-inputs'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { Forbidden, Invalid } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { prepareWelcome, storeInvitation } from './send-invitation.server'

/**
 * Invites somebody by email: makes the person and a link that works once, for seven days; or, for
 * somebody who acts from email only, a message that says so. Somebody
 * who was deactivated comes back as the same person, and gets in again only through the new link.
 *
 * @throws Forbidden when the actor may not invite, or not with this role
 * @throws ProofNeeded for anybody who may do more than a member, when the actor's last proof is too old
 * @throws Invalid when the address belongs to somebody who is here or invited already
 */
export async function invitePerson(
  actor: Actor,
  input: InvitationInput,
): Promise<{ personId: string }> {
  ensureCan(actor, 'person:invite')
  ensureGrantable(actor, input.permissionRole)
  ensureProvedFor(actor, [input])
  const organisation = await getOrganisation(db(), actor.organisationId)
  const prepared = await prepareWelcome(actor, organisation, { ...input, ownerRoleNames: [] })
  return transaction(async (tx) => {
    const id = await findOrCreateInvited(tx, actor, input)
    await storeInvitation(tx, actor, { id, ...input }, prepared)
    await recordActivity(tx, actor, {
      type: 'person.invited',
      payload: { personId: id, email: input.email, permissionRole: input.permissionRole },
    })
    return { personId: id }
  })
}

/** @throws Forbidden when the actor may not give this permission role to anybody. */
export function ensureGrantable(actor: Actor, role: PermissionRole): void {
  if (grantableRoles(actor).includes(role)) return
  throw new Forbidden('Only an administrator can make somebody an administrator.')
}

/**
 * An invitation gives its role to whoever opens the mail, so one for more than a member is as
 * sensitive as giving the role: else a session left open would make its finder a manager.
 * @throws ProofNeeded
 */
export function ensureProvedFor(
  actor: Actor,
  invited: readonly { permissionRole: PermissionRole }[],
): void {
  if (invited.some(({ permissionRole }) => permissionRole !== 'member')) {
    ensureRecentProof(actor, now())
  }
}

/**
 * The person that an invitation is for: a new one, or one that was deactivated and comes back.
 * @throws Invalid when the address belongs to somebody who is here or invited already
 */
export const findOrCreateInvited = async (tx: Transaction, actor: Actor, input: InvitationInput) =>
  (await createInvited(tx, actor, input)) ?? (await reinstate(tx, actor, input))

/** The new person's id, or null when the address is taken in this organisation. */
async function createInvited(
  tx: Transaction,
  actor: Actor,
  { name, email, permissionRole, isContact = false }: InvitationInput,
): Promise<string | null> {
  const id = newId()
  const { organisationId } = actor
  const { count } = await tx.person.createMany({
    data: [{ id, organisationId, name, email, permissionRole, isContact, createdAt: now() }],
    skipDuplicates: true,
  })
  return count === 1 ? id : null
}

async function reinstate(tx: Transaction, actor: Actor, input: InvitationInput): Promise<string> {
  const { organisationId } = actor
  const { name, email, permissionRole, isContact = false } = input
  const { count } = await tx.person.updateMany({
    where: { organisationId, email, deactivatedAt: { not: null } },
    data: {
      name,
      permissionRole,
      isContact,
      accountId: null,
      joinedAt: null,
      deactivatedAt: null,
      version: { increment: 1 },
    },
  })
  const person = await tx.person.findUniqueOrThrow({
    where: { organisationId_email: { organisationId, email } },
  })
  if (count === 1) return person.id
  throw new Invalid(
    'already-here',
    person.joinedAt
      ? `${person.name} is here already with this address. Nobody was invited.`
      : `${person.name} was invited with this address already. To send the invitation once more, open ${person.name} under People.`,
    'email',
  )
}
