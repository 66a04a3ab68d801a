import type { Actor } from '~/domain/access/actor'
import type { ChangePasswordInput, ProfileInput } from '~/domain/access/account-inputs'
import { formatInstant } from '~/domain/calendar/format-date'
import { Invalid } from '~/domain/shared/errors'
import { forgotPasswordPath } from '~/domain/shared/paths'
import { now } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import { appUrl } from '~/infra/env.server'
import { enqueueEmail } from '../mail/enqueue-email.server'
import { hashPassword, verifyPassword } from './passwords.server'
import { countTry } from './rate-limits.server'
import { beginSession, endAllSessions } from './sessions.server'

/** What the account page shows. */
export async function getProfile(actor: Actor): Promise<{
  name: string
  email: string
  timeZone: string | null
  organisationTimeZone: string
  hasPassword: boolean
}> {
  const person = await db().person.findUniqueOrThrow({
    where: { id: actor.personId },
    include: { organisation: true, account: true },
  })
  return {
    name: person.name,
    email: person.email,
    timeZone: person.timeZone,
    organisationTimeZone: person.organisation.timeZone,
    hasPassword: Boolean(person.account?.passwordHash),
  }
}

/** Changes the actor's own name and time zone; reminders go out at 08:00 of that zone. */
export async function changeProfile(actor: Actor, input: ProfileInput): Promise<void> {
  await db().person.updateMany({
    where: { id: actor.personId, organisationId: actor.organisationId },
    data: { name: input.name, timeZone: input.timeZone ?? null, version: { increment: 1 } },
  })
}

/**
 * Changes the actor's password, ends every session of the account and begins a new one here.
 * @returns the new session's cookie
 * @throws Invalid when the current password is wrong, TooManyTries.
 */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput,
  address: string,
): Promise<string> {
  await countTry('sign-in-address', address)
  const account = await db().account.findUniqueOrThrow({ where: { id: actor.accountId } })
  if (!(await verifyPassword(account.passwordHash, input.currentPassword))) {
    throw new Invalid('wrong-password', 'This is not your current password.', 'currentPassword')
  }
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { passwordHash } })
    await enqueueEmail(tx, {
      organisationId: actor.organisationId,
      personId: actor.personId,
      toName: actor.name,
      toAddress: actor.email,
      kind: 'password-changed',
      payload: {
        recipientName: actor.name,
        changedAtWords: formatInstant(now(), actor.timeZone),
        resetUrl: `${appUrl()}${forgotPasswordPath()}`,
        instanceUrl: appUrl(),
      },
    })
  })
  await endAllSessions(account.id)
  return beginSession(account.id, actor.organisationId)
}
