import type { Actor } from '~/domain/access/actor'
import type { DomainError } from '~/domain/shared/errors'
import { beginPasskeySignIn, signInWithPasskey } from '~/services/accounts/passkey-sign-in.server'
import {
  beginPasskeyRegistration,
  registerPasskey,
} from '~/services/accounts/register-passkey.server'
import { beginSession, readSession } from '~/services/accounts/sessions.server'
import { createPerson } from '~tests/factories/organisation'
import {
  softwareAuthenticator,
  type Lie,
  type SoftwareAuthenticator,
} from '~tests/support/software-authenticator'

/** People with sessions and passkeys, made through the services. */
export const visitor = { address: '192.0.2.1', userAgent: 'tests' }

/** What a browser sends back of a cookie it was given. */
export const cookieOf = (setCookie: string) => setCookie.split(';')[0]!

/** The code of a refusal, or "done". */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: DomainError) => error.code,
  )

/** Somebody signed in with a session of the database, with its cookie. */
export async function signedIn(
  organisationId: string,
  actor?: Actor,
): Promise<{ actor: Actor; cookie: string }> {
  const { accountId } = actor ?? (await createPerson({ organisationId }))
  const start = { method: 'password', visitor } as const
  const cookie = cookieOf(await beginSession(accountId, organisationId, start))
  return { actor: (await readSession(cookie)).actor!, cookie }
}

export async function register(actor: Actor, device: SoftwareAuthenticator, lie: Lie = {}) {
  const { request, cookie } = await beginPasskeyRegistration(actor)
  const answer = device.make(request.options, lie)
  return registerPasskey(actor, answer, cookieOf(cookie))
}

export async function personWithPasskey(organisationId: string, device = softwareAuthenticator()) {
  const { actor } = await signedIn(organisationId)
  const { cookies } = await register(actor, device)
  const session = cookieOf(cookies[0]!)
  return { actor: (await readSession(session)).actor!, session, device }
}

/** Signs in with a device, on the way to the plans. */
export async function signIn(
  device: SoftwareAuthenticator,
  lie: Lie = {},
  address = visitor.address,
) {
  const from = { ...visitor, address }
  const { request, cookie } = await beginPasskeySignIn({ to: '/plans' }, from)
  return signInWithPasskey(device.use(request.options, lie), cookieOf(cookie), from)
}
