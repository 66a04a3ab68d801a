import { Invalid } from '~/domain/shared/errors'
import { resetPasswordPath } from '~/domain/shared/paths'
import { now } from '~/infra/clock.server'
import { db, transaction, type Transaction } from '~/infra/database/database.server'
import { appUrl } from '~/infra/env.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import { enqueue } from '~/infra/queue.server'
import { enqueueEmail } from '../mail/enqueue-email.server'
import { mailPasswordChanged } from './account-mail.server'
import { ensureGoodPassword, hashPassword } from './passwords.server'
import { storePassword } from './store-password.server'
import { countTry } from './rate-limits.server'
import { endAllSessions } from './sessions.server'

const lifeMs = 60 * 60 * 1000

const refusal = () =>
  new Invalid(
    'reset-void',
    'This link can no longer be used: it was used already, replaced by a newer one, sent to an address that the account no longer has, or is older than one hour. Ask for a new one.',
  )

/**
 * Takes the wish for a new password. Known or not, the same thing happens here: a job is queued, and
 * the job finds out whether there is somebody to write to. So neither the answer nor its time tells.
 */
export async function requestPasswordReset(email: string, address: string): Promise<void> {
  await countTry('reset-address', address)
  await countTry('reset-account', email)
  await transaction((tx) => enqueue(tx, 'start-password-reset', { email }))
}

/** Makes the link and mails it, where the address has an account. Earlier links end. */
export async function startPasswordReset(email: string): Promise<void> {
  const account = await db().account.findUnique({
    where: { email },
    include: { people: { where: { deactivatedAt: null }, orderBy: { createdAt: 'asc' } } },
  })
  const person = account?.people[0]
  if (!account || !person) return
  const token = newToken()
  await transaction(async (tx) => {
    await tx.passwordReset.updateMany({
      where: { accountId: account.id, usedAt: null },
      data: { usedAt: now() },
    })
    const expiresAt = new Date(now().getTime() + lifeMs)
    await tx.passwordReset.create({
      data: {
        ...{ id: newId(), accountId: account.id, tokenHash: sha256(token), expiresAt },
        toAddress: account.email,
      },
    })
    await enqueueEmail(tx, {
      organisationId: person.organisationId,
      personId: person.id,
      toName: account.name,
      toAddress: account.email,
      kind: 'password-reset',
      payload: {
        recipientName: account.name,
        url: `${appUrl()}${resetPasswordPath(token)}`,
        validForWords: 'one hour',
        instanceUrl: appUrl(),
      },
    })
  })
}

/** The open link and its account, by the token. @throws Invalid */
async function findOpen(tx: Transaction, token: string) {
  const reset = await tx.passwordReset.findUnique({ where: { tokenHash: sha256(token) } })
  if (!reset || reset.usedAt || reset.expiresAt <= now()) throw refusal()
  const account = await tx.account.findUnique({
    where: { id: reset.accountId },
    include: { people: { include: { organisation: { select: { name: true } } } } },
  })
  if (!account || (reset.toAddress !== null && reset.toAddress !== account.email)) throw refusal()
  return { reset, account }
}

/** @throws Invalid when the link is used up or too old. */
export async function ensureResetIsOpen(token: string, address: string): Promise<void> {
  await countTry('invitation-address', address)
  await findOpen(db(), token)
}

/**
 * Sets the password, ends every session of the account and tells its owner by mail. A second factor
 * stays what it was: whoever reads somebody's mail does not get in with that alone.
 */
export async function resetPassword(
  token: string,
  password: string,
  address: string,
): Promise<void> {
  await countTry('invitation-address', address)
  const { account } = await findOpen(db(), token)
  const organisationNames = account.people.map(({ organisation }) => organisation.name)
  ensureGoodPassword(password, { name: account.name, email: account.email, organisationNames })
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    const { reset } = await findOpen(tx, token)
    const claimed = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null },
      data: { usedAt: now() },
    })
    if (claimed.count === 0) throw refusal()
    await storePassword(tx, account.id, passwordHash)
    await mailPasswordChanged(tx, account.id)
    await endAllSessions(tx, account.id)
  })
}
