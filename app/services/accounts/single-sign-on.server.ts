import { z } from 'zod'
import type { Actor } from '~/domain/access/actor'
import { domainOf } from '~/domain/access/single-sign-on'
import { Forbidden, Invalid } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { singleSignOnCallbackPath } from '~/domain/shared/paths'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import type { IdentityProvider } from '~/infra/database/generated/client'
import { appUrl } from '~/infra/env.server'
import {
  redeemAuthorization,
  requestAuthorization,
  type ProviderClient,
} from '~/infra/openid.server'
import { decryptSecret } from '~/infra/secrets.server'
import { beginCeremony, findCeremony, takeCeremony, type Ceremony } from './ceremonies.server'
import { finishSignIn, type SignInAnswer } from './finish-sign-in.server'
import { countTry } from './rate-limits.server'
import type { SessionFacts, Visitor } from './sessions.server'
import { settleIdentity } from './settle-identity.server'

/** A provider as it is offered to somebody who has not said yet who they are. */
export interface OfferedProvider {
  id: string
  name: string
  /** Where it is, so that one of a borrowed name can be told apart. */
  host: string
}

const offered = ({ id, name, issuer }: IdentityProvider): OfferedProvider => ({
  id,
  name,
  host: new URL(issuer).host,
})

/** The secret's place, which it is encrypted for. */
export const secretContext = (providerId: string) => `identity-provider:${providerId}`

/** A provider as openid-client needs it, with its secret in the clear. */
export const clientOf = (
  row: Pick<IdentityProvider, 'id' | 'issuer' | 'clientId' | 'clientSecret'>,
): ProviderClient => ({
  issuer: row.issuer,
  clientId: row.clientId,
  clientSecret: row.clientSecret && decryptSecret(row.clientSecret, secretContext(row.id)),
})

/** The address that a provider sends people back to; from APP_URL, whatever name a request came under. */
export const redirectUri = (organisationId: string) =>
  appUrl() + singleSignOnCallbackPath(organisationId)

/**
 * The providers for an email address, by its domain alone: whether anybody has the address is not
 * looked at. Several organisations may have bound the same domain.
 */
export async function listOfferedProviders(
  email: string,
  address: string,
): Promise<OfferedProvider[]> {
  await countTry('single-sign-on-address', address)
  const rows = await db().identityProvider.findMany({
    where: { disabledAt: null, domains: { has: domainOf(email) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(offered)
}

/** One provider that is switched on, or null. */
export async function findOfferedProvider(providerId: string): Promise<OfferedProvider | null> {
  const row = await findEnabled(providerId)
  return row && offered(row)
}

const findEnabled = async (id: string) =>
  isId(id) ? db().identityProvider.findFirst({ where: { id, disabledAt: null } }) : null

async function getEnabled(id: string): Promise<IdentityProvider> {
  const row = await findEnabled(id)
  if (row) return row
  throw new Forbidden(
    'This way to sign in was switched off. Go back to sign-in and choose another.',
  )
}

/** What a browser's ceremony remembers on the way to a provider. */
const Departure = z.object({
  providerId: z.string(),
  providerName: z.string(),
  url: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  to: z.string(),
  beganAt: z.coerce.date(),
  /** The session whose person proves once more who they are. */
  sessionId: z.string().nullable(),
})
type Departure = z.infer<typeof Departure>

async function depart(
  row: IdentityProvider,
  kind: 'single-sign-on' | 'single-sign-on-proof',
  input: { to: string; loginHint?: string; accountId?: string; sessionId?: string },
): Promise<string> {
  const request = await requestAuthorization(clientOf(row), {
    redirectUri: redirectUri(row.organisationId),
    isProof: kind === 'single-sign-on-proof',
    ...(input.loginHint ? { loginHint: input.loginHint } : {}),
  })
  const departure = { providerId: row.id, providerName: row.name, ...request, to: input.to }
  return beginCeremony(kind, {
    accountId: input.accountId ?? null,
    payload: {
      ...departure,
      beganAt: now().toISOString(),
      sessionId: input.sessionId ?? null,
    },
  })
}

/**
 * Prepares the way to a provider for this browser.
 * @returns the ceremony's cookie
 * @throws ProviderFailure, Forbidden for one that is switched off, TooManyTries
 */
export async function beginSingleSignOn(
  input: { providerId: string; email?: string; to: string },
  visitor: Visitor,
): Promise<string> {
  await countTry('single-sign-on-address', visitor.address)
  const { to, email } = input
  return depart(await getEnabled(input.providerId), 'single-sign-on', {
    to,
    ...(email ? { loginHint: email } : {}),
  })
}

/** Prepares the way to the provider of this session, to prove once more who is there. */
export async function beginSingleSignOnProof(
  actor: Actor,
  session: SessionFacts,
  to: string,
): Promise<string> {
  await countTry('single-sign-on-address', actor.origin.address ?? actor.accountId)
  if (!session.providerId) {
    throw new Forbidden('You did not come through single sign-on; confirm by your password.')
  }
  return depart(await getEnabled(session.providerId), 'single-sign-on-proof', {
    to,
    loginHint: actor.email,
    accountId: actor.accountId,
    sessionId: session.publicId,
  })
}

/** Where this browser was going, for the page in between. */
export async function findDeparture(
  kind: 'single-sign-on' | 'single-sign-on-proof',
  cookieHeader: string | null,
): Promise<{ url: string; providerName: string } | null> {
  const ceremony = await findCeremony(kind, cookieHeader)
  if (!ceremony) return null
  const { url, providerName } = Departure.parse(ceremony.payload)
  return { url, providerName }
}

const lost = () =>
  new Invalid(
    'single-sign-on-lost',
    'This sign-in was not begun in this browser, was finished already, or took longer than ten minutes. Begin again.',
  )

/** What a provider's callback carried, and where it arrived. */
export interface Callback {
  organisationId: string
  /** The query, with its question mark. */
  search: string
  cookieHeader: string | null
  visitor: Visitor
}

/**
 * Takes the step that a callback belongs to: begun in this browser, with this state, for a provider
 * of the organisation whose address it came back to. Another organisation's provider cannot make a
 * code of this one arrive as its own (OAuth mix-up), because it arrives elsewhere.
 */
async function takeDeparture(
  kind: 'single-sign-on' | 'single-sign-on-proof',
  callback: Callback,
): Promise<{ ceremony: Ceremony; departure: Departure; row: IdentityProvider } | null> {
  const open = await findCeremony(kind, callback.cookieHeader)
  if (!open) return null
  const departure = Departure.parse(open.payload)
  if (new URLSearchParams(callback.search).get('state') !== departure.state) return null
  const ceremony = await takeCeremony(kind, callback.cookieHeader)
  if (!ceremony) throw lost()
  const row = await getEnabled(departure.providerId)
  if (row.organisationId !== callback.organisationId) throw lost()
  return { ceremony, departure, row }
}

const urlOf = ({ organisationId, search }: Callback) => redirectUri(organisationId) + search

/** What came of a callback. */
export type Arrival = { to: string } & (
  { kind: 'signed-in'; answer: SignInAnswer } | { kind: 'proved' }
)

/**
 * Takes somebody back from a provider: signs in, or notes the proof of the session that asked for it.
 * @throws ProviderFailure, Invalid or Forbidden, each with a sentence for the person
 */
export async function arriveFromProvider(
  callback: Callback,
  current: { actor: Actor; session: SessionFacts } | null,
): Promise<Arrival> {
  const signIn = await takeDeparture('single-sign-on', callback)
  if (signIn) return finish(signIn.row, signIn.departure, callback)
  const proof = await takeDeparture('single-sign-on-proof', callback)
  if (!proof) throw lost()
  return prove(proof, callback, current)
}

async function finish(
  row: IdentityProvider,
  departure: Departure,
  callback: Callback,
): Promise<Arrival> {
  const claims = await redeemAuthorization(clientOf(row), departure, { url: urlOf(callback) })
  const accountId = await settleIdentity(row.id, claims)
  const answer = await finishSignIn({
    accountId,
    method: 'single-sign-on',
    organisationId: row.organisationId,
    providerId: row.id,
    visitor: callback.visitor,
    to: departure.to,
  })
  if (!answer) throw new Forbidden('You were deactivated here. Ask an administrator to invite you.')
  return { kind: 'signed-in', answer, to: departure.to }
}

async function prove(
  { ceremony, departure, row }: { ceremony: Ceremony; departure: Departure; row: IdentityProvider },
  callback: Callback,
  current: { actor: Actor; session: SessionFacts } | null,
): Promise<Arrival> {
  const isSame =
    current?.session.publicId === departure.sessionId &&
    current?.session.providerId === row.id &&
    current?.actor.accountId === ceremony.accountId
  if (!current || !isSame) throw lost()
  const claims = await redeemAuthorization(clientOf(row), departure, {
    url: urlOf(callback),
    maxAgeSeconds: Math.max(0, Math.ceil((now().getTime() - departure.beganAt.getTime()) / 1000)),
  })
  const identity = await db().externalIdentity.findUnique({
    where: { providerId_subject: { providerId: row.id, subject: claims.subject } },
  })
  if (identity?.accountId !== current.actor.accountId) {
    throw new Forbidden(
      `At ${row.name} you signed in as ${claims.email}, which is not who is signed in here. Nothing was confirmed; sign in there as yourself and try again.`,
    )
  }
  const at = now()
  await db().session.updateMany({
    where: { publicId: current.session.publicId, accountId: current.actor.accountId },
    data: { provedAt: at, secondFactorAt: at },
  })
  return { kind: 'proved', to: departure.to }
}
