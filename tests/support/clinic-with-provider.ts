import type { Actor } from '~/domain/access/actor'
import {
  arriveFromProvider,
  beginSingleSignOn,
  findDeparture,
  redirectUri,
} from '~/services/accounts/single-sign-on.server'
import { readSession, type SessionFacts } from '~/services/accounts/sessions.server'
import { addIdentityProvider } from '~/services/organisations/identity-providers.server'
import { createOrganisation } from '~tests/factories/organisation'
import { startOidcProvider, visitProvider, type OidcProvider } from './oidc-provider'

export const visitor = { address: '192.0.2.1', userAgent: 'tests' }
export const password = 'correct horse battery staple'
export const cookieOf = (line: string): string => line.split(';')[0]!

/** One organisation with a provider of its own. */
export interface Clinic {
  administrator: Actor
  organisationId: string
  providerId: string
  oidc: OidcProvider
  domain: string
}

let serial = 0
const running: OidcProvider[] = []

/** Makes one, on loopback. */
export async function clinicWithProvider(
  options: { domains?: string; createsPeople?: boolean; secret?: string | null } & Partial<
    Parameters<typeof startOidcProvider>[0]
  > = {},
): Promise<Clinic> {
  serial += 1
  const { administrator, organisationId } = await createOrganisation({ name: `Clinic ${serial}` })
  const oidc = await startOidcProvider({ redirectUris: [redirectUri(organisationId)], ...options })
  running.push(oidc)
  const domain = options.domains ?? `clinic${serial}.example`
  const providerId = await addIdentityProvider(administrator, {
    name: `Provider ${serial}`,
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: options.secret === undefined ? oidc.clientSecret : options.secret,
    domains: [domain],
    createsPeople: options.createsPeople ?? false,
    newPersonRole: 'member',
  })
  return { administrator, organisationId, providerId, oidc, domain }
}

/** Stops every provider of this process; for `afterAll`. */
export const stopProviders = () => Promise.all(running.map((oidc) => oidc.stop()))

/** Somebody whom the clinic's provider knows, as its next visitor. */
export function known(
  { oidc, domain }: Clinic,
  name: string,
  claims: Record<string, unknown> = {},
): { subject: string; email: string } {
  const email = `${name}@${domain}`
  oidc.people.set(name, { email, ...claims })
  oidc.whoIsThere = name
  return { subject: name, email: (claims.email as string | undefined) ?? email }
}

/** A browser that has gone to the provider and was sent back; `callback` was not opened yet. */
export async function goThere(
  { providerId }: Clinic,
  change: (url: URL) => void = () => {},
): Promise<{ cookie: string; callback: URL; url: URL }> {
  const cookie = cookieOf(await beginSingleSignOn({ providerId, to: '/plans' }, visitor))
  const url = new URL((await findDeparture('single-sign-on', cookie))!.url)
  change(url)
  return { cookie, url, callback: await visitProvider(url.href) }
}

export const arrive = (
  cookie: string | null,
  callback: URL,
  current: { actor: Actor; session: SessionFacts } | null = null,
) =>
  arriveFromProvider(
    {
      organisationId: callback.pathname.split('/').at(-1)!,
      search: callback.search,
      cookieHeader: cookie,
      visitor,
    },
    current,
  )

/** Signs in through the provider and reads the session that came of it. */
export async function comeIn(where: Clinic) {
  const { cookie, callback } = await goThere(where)
  const arrival = await arrive(cookie, callback)
  if (arrival.kind !== 'signed-in') throw new Error('no sign-in')
  const session = cookieOf(arrival.answer.cookie)
  const { actor, session: facts } = await readSession(session)
  return { actor: actor!, session: facts!, cookie: session, to: arrival.to }
}
