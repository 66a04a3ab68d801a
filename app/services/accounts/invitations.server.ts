import type { AcceptInvitationInput } from '~/domain/access/account-inputs'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { newId, sha256 } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { hashPassword, verifyPassword } from './passwords.server'
import { countTry } from './rate-limits.server'
import { beginSession } from './sessions.server'

/** What the invitation page shows. */
export interface OpenInvitation {
  name: string
  email: string
  organisationName: string
  /** The address has a sign-in already: its password is asked instead of a new one. */
  hasAccount: boolean
}

const refusal = () =>
  new Invalid(
    'invitation-void',
    'This invitation can no longer be used: it was used already, replaced, withdrawn, or is older than 7 days. Ask the person who invited you to send a new one.',
  )

async function findOpen(tx: Transaction, token: string) {
  const invitation = await tx.invitation.findUnique({
    where: { tokenHash: sha256(token) },
    include: { person: { include: { organisation: true } } },
  })
  if (!invitation || invitation.usedAt || invitation.revokedAt || invitation.expiresAt <= now()) {
    throw refusal()
  }
  if (invitation.person.deactivatedAt) throw refusal()
  return invitation
}

/** @throws Invalid when the link is used up, withdrawn or too old. */
export async function getInvitation(token: string, address: string): Promise<OpenInvitation> {
  await countTry('invitation-address', address)
  const { person } = await findOpen(db(), token)
  const account = await db().account.findUnique({ where: { email: person.email } })
  return {
    name: person.name,
    email: person.email,
    organisationName: person.organisation.name,
    hasAccount: Boolean(account?.passwordHash),
  }
}

/**
 * Joins the organisation: makes the sign-in (or proves it by its password) and begins a session.
 * The link works once; a second use at the same moment finds it used.
 * @returns the session's cookie
 */
export async function acceptInvitation(
  token: string,
  input: AcceptInvitationInput,
  address: string,
): Promise<string> {
  await countTry('invitation-address', address)
  const open = await findOpen(db(), token)
  const email = open.person.email
  const known = await db().account.findUnique({ where: { email } })
  if (known?.passwordHash && !(await verifyPassword(known.passwordHash, input.password))) {
    throw new Invalid('wrong-password', 'This is not the password of your account.', 'password')
  }
  const passwordHash = known?.passwordHash ?? (await hashPassword(input.password))
  const accountId = await transaction(async (tx) => {
    const invitation = await findOpen(tx, token)
    const claimed = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, revokedAt: null },
      data: { usedAt: now() },
    })
    if (claimed.count === 0) throw refusal()
    const account = await tx.account.upsert({
      where: { email },
      create: { id: newId(), email, name: input.name, passwordHash },
      update: { passwordHash },
    })
    await tx.person.update({
      where: { id: invitation.personId },
      data: { accountId: account.id, name: input.name, joinedAt: now(), version: { increment: 1 } },
    })
    await recordActivity(
      tx,
      { organisationId: invitation.organisationId, personId: invitation.personId },
      { type: 'person.joined', payload: { personId: invitation.personId } },
    )
    return account.id
  })
  return beginSession(accountId, open.organisationId)
}
