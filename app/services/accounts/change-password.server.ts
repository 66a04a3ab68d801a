import type { Actor } from '~/domain/access/actor'
import type { ChangePasswordInput } from '~/domain/access/account-inputs'
import { ensureAccountWide } from '~/domain/access/account-wide'
import { ensureRecentProof } from '~/domain/access/recent-proof'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { recordAccountActivity } from '../activity/record-account-activity.server'
import { mailPasswordChanged } from './account-mail.server'
import { ensureGoodPassword, hashPassword, verifyPassword } from './passwords.server'
import { countTry, forgiveTries } from './rate-limits.server'
import { endOtherSessions, renewSession } from './sessions.server'
import { storePassword } from './store-password.server'

/** An account without a password (a passkey is enough) chooses one after a recent proof of another kind. */
async function ensureMayChange(
  actor: Actor,
  passwordHash: string | null,
  currentPassword: string,
): Promise<void> {
  if (passwordHash === null) return ensureRecentProof(actor, now())
  await countTry('proof-account', actor.accountId)
  if (!(await verifyPassword(passwordHash, currentPassword))) {
    throw new Invalid('wrong-password', 'This is not your current password.', 'currentPassword')
  }
  await forgiveTries('proof-account', actor.accountId)
}

/**
 * Changes the password of the actor's account. Every other session of the account ends, this one gets
 * a new secret, and the owner is told by mail.
 * @returns the session's new cookie
 * @throws Invalid when the current password is wrong or the new one is too easy, TooManyTries,
 * Forbidden for a session of single sign-on
 */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput,
): Promise<string | null> {
  ensureAccountWide(actor)
  const account = await db().account.findUniqueOrThrow({
    where: { id: actor.accountId },
    include: { people: { include: { organisation: { select: { name: true } } } } },
  })
  await ensureMayChange(actor, account.passwordHash, input.currentPassword ?? '')
  const organisationNames = account.people.map(({ organisation }) => organisation.name)
  ensureGoodPassword(input.password, {
    ...{ name: account.name, email: account.email },
    organisationNames,
  })
  const passwordHash = await hashPassword(input.password)
  return transaction(async (tx) => {
    await storePassword(tx, account.id, passwordHash)
    await mailPasswordChanged(tx, account.id)
    await recordAccountActivity(tx, account.id, actor.origin, {
      type: 'account.password-changed',
      payload: {},
    })
    await endOtherSessions(tx, actor)
    return renewSession(tx, actor, { isProved: true })
  })
}
