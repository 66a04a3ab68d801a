import type { AcceptInvitationInput } from '~/domain/access/account-inputs'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { newId, sha256 } from '~/infra/ids.server'
import { recordActivity } from '../activity/record-activity.server'
import { finishSignIn, type SignInAnswer } from './finish-sign-in.server'
import { ensureGoodPassword, hashPassword, verifyPassword } from './passwords.server'
import { countTry } from './rate-limits.server'
import type { Visitor } from './sessions.server'
import { isWayOpen, singleSignOnNeeded } from './single-sign-on-requirement.server'

/** What the invitation page shows. */
export interface OpenInvitation {
  name: string
  email: string
  organisationName: string
  /** The address has a sign-in already: its password is asked instead of a new one. */
  hasAccount: boolean
  /** Nobody can sign in with the address yet, so its owner chooses how. */
  isNew: boolean
  hasPasskey: boolean
}

/** The link is good no more, or no longer for what it was opened for. */
export const invitationRefusal = () =>
  new Invalid(
    'invitation-void',
    'This invitation can no longer be used: it was used already, replaced, withdrawn, sent to another address than yours is now, or is older than 7 days. Ask the person who invited you to send a new one.',
  )

/** An invitation that can still be accepted. @throws Invalid */
export async function findOpenInvitation(tx: Transaction, token: string) {
  const invitation = await tx.invitation.findUnique({
    where: { tokenHash: sha256(token) },
    include: { person: { include: { organisation: true } } },
  })
  if (!invitation || invitation.usedAt || invitation.revokedAt || invitation.expiresAt <= now()) {
    throw invitationRefusal()
  }
  const { person, toAddress } = invitation
  if (person.deactivatedAt || (toAddress !== null && toAddress !== person.email))
    throw invitationRefusal()
  return invitation
}

/** The account of an address, and whether anything signs in to it: a password, a passkey, a provider. */
export async function findAccount(tx: Transaction, email: string) {
  const account = await tx.account.findUnique({
    where: { email },
    include: { passkeys: true, _count: { select: { identities: true } } },
  })
  const isNew = !account?.passwordHash && !account?.passkeys.length && !account?._count.identities
  return { account, isNew }
}

/** @throws Invalid when the link is used up, withdrawn or too old. */
export async function getInvitation(token: string, address: string): Promise<OpenInvitation> {
  await countTry('invitation-address', address)
  const { person } = await findOpenInvitation(db(), token)
  const { account, isNew } = await findAccount(db(), person.email)
  return {
    name: person.name,
    email: person.email,
    organisationName: person.organisation.name,
    hasAccount: Boolean(account?.passwordHash),
    isNew,
    hasPasskey: Boolean(account?.passkeys.length),
  }
}

/**
 * The hash to store for whoever joins: of the password they choose, or the one that their account has
 * and they prove. An account that is signed in to by other means only (a passkey, a provider) is never
 * given a password by a link: whoever reads the mail would own it.
 */
async function provePassword(
  { known, isNew }: { known: { passwordHash: string | null } | null; isNew: boolean },
  password: string,
  owner: { name: string; email: string; organisationNames: string[] },
): Promise<string> {
  if (known?.passwordHash) {
    if (await verifyPassword(known.passwordHash, password)) return known.passwordHash
    throw new Invalid('wrong-password', 'This is not the password of your account.', 'password')
  }
  if (!isNew) throw noPassword()
  ensureGoodPassword(password, owner)
  return hashPassword(password)
}

/**
 * Joins the organisation: makes the sign-in (or proves it by its password) and begins a session, after
 * the second step where the account has a second factor. The link works once; a second use at the same
 * moment finds it used.
 */
export async function acceptInvitation(
  token: string,
  input: AcceptInvitationInput,
  visitor: Visitor,
): Promise<SignInAnswer> {
  await countTry('invitation-address', visitor.address)
  const open = await findOpenInvitation(db(), token)
  if (!isWayOpen('link', open.person)) throw await singleSignOnNeeded(open.person)
  const email = open.person.email
  await countTry('sign-in-account', email)
  const { account: known, isNew } = await findAccount(db(), email)
  const organisationNames = [open.person.organisation.name]
  const owner = { name: input.name, email, organisationNames }
  const passwordHash = await provePassword({ known, isNew }, input.password, owner)
  const accountId = await transaction(async (tx) => {
    const invitation = await claimInvitation(tx, token)
    if ((await findAccount(tx, email)).isNew !== isNew) throw invitationRefusal()
    const account = await tx.account.upsert({
      where: { email },
      create: { id: newId(), email, name: input.name, passwordHash, passwordChangedAt: now() },
      update: known?.passwordHash ? {} : { passwordHash, passwordChangedAt: now() },
    })
    await joinAs(tx, invitation, { accountId: account.id, name: input.name })
    return account.id
  })
  const { organisationId } = open
  const answer = await finishSignIn({ accountId, method: 'link', organisationId, visitor })
  if (!answer) throw invitationRefusal()
  return answer
}

const noPassword = () =>
  new Invalid(
    'no-password',
    'Your account has no password. Join with your passkey, or choose a password under “Forgotten your password?” on the sign-in page, then open this link again.',
    'password',
  )

/** Uses an invitation up: of two that do at the same moment, one has it. @throws Invalid */
export async function claimInvitation(tx: Transaction, token: string) {
  const invitation = await findOpenInvitation(tx, token)
  const claimed = await tx.invitation.updateMany({
    where: { id: invitation.id, usedAt: null, revokedAt: null },
    data: { usedAt: now() },
  })
  if (claimed.count === 0) throw invitationRefusal()
  return invitation
}

/** Ties the invited person to their account. */
export async function joinAs(
  tx: Transaction,
  { personId, organisationId }: { personId: string; organisationId: string },
  { accountId, name }: { accountId: string; name: string },
): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { accountId, name, joinedAt: now(), isContact: false, version: { increment: 1 } },
  })
  // Whoever acted from mail only signs in from now on; the links of their mails are void.
  await tx.contactLink.updateMany({
    where: { personId, organisationId, revokedAt: null },
    data: { revokedAt: now() },
  })
  await recordActivity(
    tx,
    { organisationId, personId },
    { type: 'person.joined', payload: { personId } },
  )
}
