import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { GoodLine } from '~/domain/access/invitation-list'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { saveRolePeople } from '../organisations/save-role-people.server'
import {
  checkText,
  restOf,
  textOf,
  type InvitationListView,
  type OfferedList,
} from './check-invitation-list.server'
import { ensureProvedFor, findOrCreateInvited } from './invite-person.server'
import { prepareWelcome, storeInvitation, type PreparedInvitation } from './send-invitation.server'

/**
 * Invites everybody of a list whose line is right, in one transaction and with one mail each; the
 * other lines come back with what is wrong. A line that names an owner role makes its person the
 * holder. The same list once more invites nobody twice: they are here then.
 *
 * @throws ProofNeeded where a line makes somebody more than a member, and the actor's last proof is too old
 * @throws Invalid for a list of nobody, of more than 500, or that is no text
 */
export async function inviteList(
  actor: Actor,
  offered: OfferedList,
): Promise<InvitationListView & { invitedCount: number }> {
  ensureCan(actor, 'person:invite')
  const text = textOf(offered)
  const organisation = await getOrganisation(db(), actor.organisationId)
  const { good } = await checkText(db(), actor, text)
  ensureProvedFor(actor, good)
  const messages = new Map<string, PreparedInvitation>()
  for (const line of good) {
    messages.set(line.email, await prepareWelcome(actor, organisation, inviteeOf(line)))
  }
  return transaction(async (tx) => {
    await lockOrganisation(tx, actor)
    // Somebody else may have invited one of them since; what stands now decides.
    const { good: standing, bad } = await checkText(tx, actor, text)
    const invited = standing.filter(({ email }) => messages.has(email))
    for (const line of invited) await inviteLine(tx, actor, line, messages.get(line.email)!)
    await giveRoles(tx, actor, invited, organisation.today)
    const left = { good: [], bad }
    return { ...left, text, rest: restOf(left), invitedCount: invited.length }
  })
}

const inviteeOf = (line: GoodLine) => ({
  name: line.name,
  email: line.email,
  permissionRole: line.permissionRole,
  isContact: line.isContact,
  ownerRoleNames: line.ownerRole ? [line.ownerRole.name] : [],
})

/** Two lists at the same moment go one after the other. */
async function lockOrganisation(tx: Transaction, { organisationId }: Actor): Promise<void> {
  await tx.$queryRaw`select 1 as one from organisation where id = ${organisationId}::uuid for update`
}

async function inviteLine(
  tx: Transaction,
  actor: Actor,
  line: GoodLine,
  prepared: PreparedInvitation,
): Promise<void> {
  const { name, email, permissionRole } = line
  const id = await findOrCreateInvited(tx, actor, line)
  await storeInvitation(tx, actor, { id, name, email }, prepared)
  await recordActivity(tx, actor, {
    type: 'person.invited',
    payload: { personId: id, email, permissionRole },
  })
}

async function giveRoles(
  tx: Transaction,
  actor: Actor,
  invited: readonly GoodLine[],
  today: Awaited<ReturnType<typeof getOrganisation>>['today'],
): Promise<void> {
  const { organisationId } = actor
  for (const { email, ownerRole } of invited) {
    if (!ownerRole) continue
    ensureCan(actor, 'owner-role:edit')
    const role = await tx.ownerRole.findFirstOrThrow({
      where: { id: ownerRole.id, organisationId },
    })
    const { id: holderId } = await tx.person.findUniqueOrThrow({
      where: { organisationId_email: { organisationId, email } },
    })
    const backupId = role.backupId === holderId ? null : role.backupId
    await saveRolePeople(tx, actor, { ...role, holderId, backupId }, today)
  }
}
