import type { Actor } from '~/domain/access/actor'
import { canHoldTasks, ensureCan } from '~/domain/access/can'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import type { PermissionRoleInput } from '~/domain/access/person-inputs'
import { Invalid } from '~/domain/shared/errors'
import { signInPath } from '~/domain/shared/paths'
import { permissionRoleLabel, type PermissionRole } from '~/domain/shared/vocabulary'
import { now } from '~/infra/clock.server'
import { transaction, type Transaction } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import { appUrl } from '~/infra/env.server'
import { recordActivity } from '../activity/record-activity.server'
import { enqueueEmail } from '../mail/enqueue-email.server'
import {
  getPersonRow,
  isLastAdministrator,
  lockAdministrators,
  savePerson,
} from './person-rows.server'

/**
 * Gives somebody another permission role. Their sessions in this organisation end, so that nothing
 * goes on under the old one, and they are told by mail; the actor's own session stays.
 *
 * @returns whether anything changed
 * @throws Invalid for the only administrator, or for an auditor to be who still has work, ProofNeeded
 */
export async function changePermissionRole(
  actor: Actor,
  { personId, permissionRole, version }: PermissionRoleInput & { personId: string },
): Promise<boolean> {
  ensureCan(actor, 'person:manage')
  ensureRecentProof(actor, now())
  return transaction(async (tx) => {
    const administrators = await lockAdministrators(tx, actor)
    const person = await getPersonRow(tx, actor, personId)
    if (person.permissionRole === permissionRole) return false
    if (isLastAdministrator(administrators, person.id)) {
      throw new Invalid(
        'only-administrator',
        `${person.name} is the only administrator. Make somebody else administrator first.`,
        'permissionRole',
      )
    }
    if (person.isContact) {
      throw new Invalid(
        'email-only',
        `${person.name} acts from email only and stays a member. Invite them to sign in first.`,
        'permissionRole',
      )
    }
    await ensureHoldsNothing(tx, person, permissionRole)
    await savePerson(tx, person, version, { permissionRole })
    await recordActivity(tx, actor, {
      type: 'person.role-changed',
      payload: { personId: person.id, from: person.permissionRole, to: permissionRole },
    })
    await endSessionsUnderOldRole(tx, actor, person)
    await mailRoleChange(tx, actor, person, permissionRole)
    return true
  })
}

async function endSessionsUnderOldRole(
  tx: Transaction,
  { personId, origin }: Actor,
  { id, accountId, organisationId }: Person,
): Promise<void> {
  if (!accountId) return
  const kept = id === personId && origin.sessionId ? { publicId: { not: origin.sessionId } } : {}
  await tx.session.deleteMany({ where: { accountId, organisationId, ...kept } })
}

/** Somebody who has not joined yet, or did it themselves, needs no mail about it. */
async function mailRoleChange(
  tx: Transaction,
  actor: Actor,
  person: Person,
  role: PermissionRole,
): Promise<void> {
  if (!person.joinedAt || person.id === actor.personId) return
  const { organisationId } = person
  const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } })
  await enqueueEmail(tx, {
    ...{ organisationId, personId: person.id, toName: person.name, toAddress: person.email },
    kind: 'role-changed',
    payload: {
      recipientName: person.name,
      organisationName: organisation.name,
      changerName: actor.name,
      fromLabel: permissionRoleLabel[person.permissionRole],
      toLabel: permissionRoleLabel[role],
      signInUrl: `${appUrl()}${signInPath()}`,
      instanceUrl: appUrl(),
    },
  })
}

/** Whoever only reads from now on must not be left with tasks that they could not finish. */
async function ensureHoldsNothing(
  tx: Transaction,
  { id, name, organisationId }: Person,
  role: PermissionRole,
): Promise<void> {
  if (canHoldTasks(role)) return
  const tasks = await tx.task.count({
    where: { organisationId, responsibleId: id, completedAt: null, cancelledAt: null },
  })
  const roles = await tx.ownerRole.count({
    where: { organisationId, OR: [{ holderId: id }, { backupId: id }] },
  })
  if (tasks === 0 && roles === 0) return
  throw new Invalid(
    'holds-work',
    `${name} has open tasks or an owner role, and an auditor cannot work on them. Give them to somebody else first.`,
    'permissionRole',
  )
}
