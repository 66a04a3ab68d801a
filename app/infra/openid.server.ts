import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
} from 'openid-client'
import { EmailAddress } from '~/domain/access/account-inputs'
import { isLoopback } from '~/domain/access/identity-provider'
import type { ProviderClaims } from '~/domain/access/single-sign-on'
import { Invalid } from '~/domain/shared/errors'
import { appUrl } from './env.server'
import { log } from './log.server'

/**
 * The port to OpenID providers: authorization code with PKCE, state and nonce. Nothing else knows
 * openid-client. Whatever goes wrong over there becomes one sentence for people; what the provider
 * answered is never shown, so that its address is no window into the server's network.
 */
export interface ProviderClient {
  issuer: string
  clientId: string
  clientSecret: string | null
}

/** What the server keeps between sending somebody off and taking them back. */
export interface AuthorizationRequest {
  url: string
  state: string
  nonce: string
  codeVerifier: string
}

/** All that a step of ours waits for a provider, in milliseconds, however many requests it makes. */
const patienceMs = 8_000
/** More than any discovery document, key set or token; a provider that sends more is cut off. */
const longestAnswerBytes = 1024 * 1024

/** A provider that cannot be used, or that says no. */
export class ProviderFailure extends Invalid {
  constructor(code: string, message: string) {
    super(code, message)
  }
}

/** http is for a provider on this machine, beside a Wardround that is itself on this machine. */
const allowsHttp = (issuer: URL) =>
  issuer.protocol === 'http:' && isLoopback(issuer) && isLoopback(new URL(appUrl()))

function ensureReachable(url: URL, issuer: URL): void {
  if (url.protocol === 'https:') return
  if (allowsHttp(issuer) && url.protocol === 'http:' && isLoopback(url)) return
  throw new ProviderFailure(
    'provider-address',
    'An address of the provider does not start with https://, so nothing was sent there. Correct the issuer.',
  )
}

async function readWithin(response: Response): Promise<Response> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value as Uint8Array)
    length += (part.value as Uint8Array).length
    if (length <= longestAnswerBytes) continue
    await reader?.cancel()
    throw new ProviderFailure('provider-answer', 'The provider sent far more than it should.')
  }
  const { status, headers } = response
  return new Response(length > 0 ? Buffer.concat(chunks) : null, { status, headers })
}

/** Fetches for one step: to safe addresses, no longer than our patience, no more than an answer takes. */
function fetchWithPatience(issuer: URL): CustomFetch {
  const patience = AbortSignal.timeout(patienceMs)
  return async (address, { signal, ...options }) => {
    ensureReachable(new URL(address), issuer)
    const response = await fetch(address, {
      ...options,
      body: options.body as RequestInit['body'],
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    } as RequestInit)
    return readWithin(response)
  }
}

const codeOf = (error: unknown): string => {
  const { code, cause, name } = error as { code?: string; cause?: unknown; name?: string }
  if (code) return code
  return cause ? codeOf(cause) : (name ?? 'unknown')
}

/** Whether the request never got an answer: no such host, nobody listening, a certificate nobody trusts. */
function isUnreachable(error: unknown): boolean {
  const { message, cause } = error as { message?: string; cause?: unknown }
  return message === 'fetch failed' || (cause instanceof Error && isUnreachable(cause))
}

/** Words for people about what openid-client or the network says. */
function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error
  if ((error as { cause?: unknown }).cause instanceof ProviderFailure)
    return (error as { cause: ProviderFailure }).cause
  const code = codeOf(error)
  log().warn({ code, reason: (error as Error).message }, 'single sign-on')
  const { error: answer } = error as { error?: unknown }
  if (answer === 'access_denied') {
    return new ProviderFailure(
      'provider-denied',
      'The provider did not let you in, or you cancelled there. Nobody was signed in.',
    )
  }
  if (answer === 'invalid_client' || code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') {
    return new ProviderFailure(
      'provider-client',
      'The provider does not accept our client ID and secret; the secret may have run out. Ask an administrator to enter a new one.',
    )
  }
  if (code === 'OAUTH_TIMEOUT' || code === 'TimeoutError' || code === 'OAUTH_ABORT') {
    return new ProviderFailure(
      'provider-timeout',
      `The provider did not answer within ${patienceMs / 1000} seconds. Nothing was changed; try again in a minute.`,
    )
  }
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    return new ProviderFailure(
      'provider-issuer',
      'The provider calls itself by another address than the issuer entered here. Compare the two letter by letter, the slash at the end included.',
    )
  }
  if (isUnreachable(error)) {
    return new ProviderFailure(
      'provider-unreachable',
      'The provider cannot be reached from this server. Nothing was changed; check the address of the issuer and its certificate.',
    )
  }
  return new ProviderFailure(
    'provider-answer',
    'The provider’s answer did not fit what was asked, so nobody was signed in. Begin again; if it happens again, tell an administrator.',
  )
}

/** Runs a step with a provider; whatever fails in it is told as one sentence. */
async function step<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw failureOf(error)
  }
}

async function discover(client: ProviderClient): Promise<Configuration> {
  const issuer = new URL(client.issuer)
  ensureReachable(issuer, issuer)
  const options = {
    [customFetch]: fetchWithPatience(issuer),
    timeout: patienceMs / 1000,
    execute: [
      // The signature of ID tokens is checked although they come over TLS.
      enableNonRepudiationChecks,
      ...(allowsHttp(issuer) ? [allowInsecureRequests] : []),
    ],
  }
  const { clientId, clientSecret } = client
  const found = await discovery(issuer, clientId, undefined, authOf(clientSecret), options)
  const server = found.serverMetadata()
  const { authorization_endpoint, token_endpoint, jwks_uri } = server
  if (server.issuer.includes('{')) {
    throw new ProviderFailure(
      'provider-everybody',
      'This issuer stands for every organisation of its vendor. Use the address with your own tenant’s id.',
    )
  }
  if (!authorization_endpoint || !token_endpoint || !jwks_uri) {
    throw new ProviderFailure(
      'provider-incomplete',
      'What answers there is no OpenID provider that people can sign in with.',
    )
  }
  ensureReachable(new URL(authorization_endpoint), issuer)
  return found
}

/** client_secret_basic where the provider takes it (which it does unless it says otherwise), else post. */
function authOf(secret: string | null) {
  if (!secret) return None()
  const basic = ClientSecretBasic(secret)
  const post = ClientSecretPost(secret)
  return (...[server, ...rest]: Parameters<typeof basic>) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return methods.includes('client_secret_basic') ? basic(server, ...rest) : post(server, ...rest)
  }
}

/** Asks a provider for its configuration. @returns the host that people will be sent to */
export function checkProvider(client: ProviderClient): Promise<{ signInHost: string }> {
  return step(async () => {
    const found = await discover(client)
    return { signInHost: new URL(found.serverMetadata().authorization_endpoint!).host }
  })
}

/** Where to send somebody, and what to remember until they are back. `isProof` asks them to prove it anew. */
export function requestAuthorization(
  client: ProviderClient,
  input: { redirectUri: string; loginHint?: string; isProof?: boolean },
): Promise<AuthorizationRequest> {
  return step(async () => {
    const configuration = await discover(client)
    const codeVerifier = randomPKCECodeVerifier()
    const state = randomState()
    const nonce = randomNonce()
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: input.redirectUri,
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(input.loginHint ? { login_hint: input.loginHint } : {}),
      ...(input.isProof ? { prompt: 'login', max_age: '0' } : {}),
    })
    return { url: url.href, state, nonce, codeVerifier }
  })
}

/**
 * Takes the code of a callback to the provider and gives back who it vouches for. State, nonce,
 * signature, issuer, audience, expiry and, with `maxAgeSeconds`, how long ago the person signed in there are checked.
 * @throws ProviderFailure
 */
export function redeemAuthorization(
  client: ProviderClient,
  request: Omit<AuthorizationRequest, 'url'>,
  callback: { url: string; maxAgeSeconds?: number },
): Promise<ProviderClaims> {
  return step(async () => {
    const configuration = await discover(client)
    const tokens = await authorizationCodeGrant(configuration, new URL(callback.url), {
      expectedState: request.state,
      expectedNonce: request.nonce,
      pkceCodeVerifier: request.codeVerifier,
      idTokenExpected: true,
      ...(callback.maxAgeSeconds === undefined ? {} : { maxAge: callback.maxAgeSeconds }),
    })
    const claims = tokens.claims()!
    const userInfo =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {}
    return claimsOf(claims.sub, { ...userInfo, ...claims })
  })
}

function claimsOf(subject: string, claims: Record<string, unknown>): ProviderClaims {
  const email = EmailAddress.safeParse(claims.email)
  if (!email.success) {
    throw new ProviderFailure(
      'provider-no-email',
      'The provider does not say your email address, so nobody was signed in. Ask an administrator to let it send the claim “email”.',
    )
  }
  const { email_verified: verified, name } = claims
  return {
    subject,
    email: email.data,
    isEmailVerified: verified === undefined ? null : verified === true || verified === 'true',
    name: typeof name === 'string' && name.trim() ? name.trim().slice(0, 100) : null,
  }
}
