import type { SignInInput } from '~/domain/access/account-inputs'
import { Invalid } from '~/domain/shared/errors'
import { db, transaction } from '~/infra/database/database.server'
import { log } from '~/infra/log.server'
import { enqueue } from '~/infra/queue.server'
import { hashPassword, isHashOutdated, verifyPassword } from './passwords.server'
import { countTry, forgiveTries } from './rate-limits.server'
import type { Visitor } from './sessions.server'
import { finishSignIn, type SignInAnswer } from './finish-sign-in.server'

const refusal = () =>
  new Invalid(
    'wrong-credentials',
    'This email address and password do not belong together. Check both, or set a new password.',
  )

/**
 * Signs in with email and password. The answer and the time it takes are the same whether the
 * address is known or not: a job tells the audit log of a refusal, and finds out whom it concerns.
 * @throws Invalid when they do not belong together, TooManyTries.
 */
export async function signIn(input: SignInInput, visitor: Visitor): Promise<SignInAnswer> {
  await countTry('sign-in-address', visitor.address)
  await countTry('sign-in-account', input.email)
  const account = await db().account.findUnique({ where: { email: input.email } })
  const isRight = await verifyPassword(account?.passwordHash ?? null, input.password)
  if (!account || !isRight) {
    log().info('a sign-in was refused')
    const attempt = { email: input.email, address: visitor.address }
    await transaction((tx) => enqueue(tx, 'note-refused-sign-in', attempt))
    throw refusal()
  }
  await forgiveTries('sign-in-account', input.email)
  await renewHash(account, input.password)
  const { to } = input
  const answer = await finishSignIn({
    accountId: account.id,
    method: 'password',
    visitor,
    ...(to ? { to } : {}),
  })
  if (!answer) throw refusal()
  return answer
}

/** A hash made with older parameters is made anew while the password is at hand. */
async function renewHash(
  account: { id: string; passwordHash: string | null },
  password: string,
): Promise<void> {
  const { id, passwordHash } = account
  if (!passwordHash || !isHashOutdated(passwordHash)) return
  // Only in the place of the hash that was proved: a password changed meanwhile stays.
  await db().account.updateMany({
    where: { id, passwordHash },
    data: { passwordHash: await hashPassword(password) },
  })
}
