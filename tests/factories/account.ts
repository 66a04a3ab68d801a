import type { Actor } from '~/domain/access/actor'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { confirmAuthenticator, openEnrolment } from '~/services/accounts/authenticators.server'
import { hashPassword } from '~/services/accounts/passwords.server'
import { beginSession, readSession, type SessionStart } from '~/services/accounts/sessions.server'
import { codeAt } from '~tests/support/totp'

/** The password of every account that the factories give one. */
export const factoryPassword = 'a sentence nobody guesses'

let passwordHash: Promise<string> | undefined

/** Gives somebody's account the factories' password. */
export async function givePassword({ accountId }: Actor): Promise<void> {
  passwordHash ??= hashPassword(factoryPassword)
  await db().account.update({
    where: { id: accountId },
    data: { passwordHash: await passwordHash },
  })
}

/** Gives somebody an authenticator app. @returns its key, and the recovery codes that came with it */
export async function giveAuthenticator(actor: Actor): Promise<{ key: string; codes: string[] }> {
  const { key } = await openEnrolment({ ...actor, provedAt: now() })
  const { codes } = await confirmAuthenticator({ ...actor, provedAt: now() }, codeAt(key, now()))
  return { key, codes: codes ?? [] }
}

const cookiePair = (setCookie: string) => setCookie.split(';')[0]!

/** A session of somebody, and the actor as a request with it has them. */
export async function openSession(
  actor: Actor,
  start: Partial<SessionStart> = {},
): Promise<{ cookie: string; actor: Actor }> {
  const setCookie = await beginSession(actor.accountId, actor.organisationId, {
    method: 'password',
    visitor: { address: '127.0.0.1', userAgent: 'tests' },
    ...start,
  })
  const cookie = cookiePair(setCookie)
  const signedIn = await readSession(cookie)
  return { cookie, actor: signedIn.actor! }
}
