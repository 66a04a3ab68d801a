import type { SignInInput } from '~/domain/access/account-inputs'
import { Invalid } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { verifyPassword } from './passwords.server'
import { countTry, forgiveTries } from './rate-limits.server'
import { beginSession } from './sessions.server'

const refusal = () =>
  new Invalid(
    'wrong-credentials',
    'This email address and password do not belong together. Check both, or set a new password.',
  )

/**
 * Signs in with email and password and returns the session's cookie. The answer and the time it takes
 * are the same whether the address is known or not.
 * @throws Invalid when they do not belong together, TooManyTries.
 */
export async function signIn(input: SignInInput, address: string): Promise<string> {
  await countTry('sign-in-address', address)
  await countTry('sign-in-account', input.email)
  const account = await db().account.findUnique({
    where: { email: input.email },
    include: { people: { where: { deactivatedAt: null }, orderBy: { createdAt: 'asc' } } },
  })
  const isRight = await verifyPassword(account?.passwordHash ?? null, input.password)
  const person = account?.people[0]
  if (!account || !isRight || !person) throw refusal()
  await forgiveTries('sign-in-account', input.email)
  return beginSession(account.id, person.organisationId)
}
