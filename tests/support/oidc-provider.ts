import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/**
 * A real OpenID Connect provider in the test process, on loopback. Nobody types anything there: it
 * signs in whoever `whoIsThere` names, at once.
 *
 *     const provider = await startOidcProvider({ redirectUris: [redirectUri] })
 *     provider.people.set('nora', { email: 'nora@clinic.example', email_verified: true })
 *     provider.whoIsThere = 'nora'
 */
export interface OidcProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** What it says of people, by subject. */
  people: Map<string, Record<string, unknown>>
  whoIsThere: string
  stop(): Promise<void>
}

export const oidcClient = {
  clientId: 'wardround',
  clientSecret: 'a secret of thirty-two letters ok',
}

export async function startOidcProvider(options: {
  redirectUris: string[]
  /** Taken at the token endpoint; `none` is a public client. */
  authMethod?: 'client_secret_basic' | 'client_secret_post' | 'none'
  /** Puts the address into the answer of the userinfo endpoint only, as the standard has it. */
  isConformant?: boolean
}): Promise<OidcProvider> {
  const handler: { current?: (request: IncomingMessage, response: ServerResponse) => void } = {}
  const server = createServer((request, response) => handler.current!(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const authMethod = options.authMethod ?? 'client_secret_basic'
  const { clientId, clientSecret } = oidcClient
  const people = new Map<string, Record<string, unknown>>()

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        ...(authMethod === 'none' ? {} : { client_secret: clientSecret }),
        token_endpoint_auth_method: authMethod,
        redirect_uris: options.redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    clientAuthMethods: [authMethod],
    features: { devInteractions: { enabled: false } },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    conformIdTokenClaims: options.isConformant ?? false,
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => Promise.resolve({ sub: accountId, ...people.get(accountId) }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })

  const found: OidcProvider = {
    ...{ issuer, clientId, clientSecret, people },
    whoIsThere: 'nobody',
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const callback = provider.callback()
  handler.current = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    const login = { accountId: found.whoIsThere }
    void provider.interactionFinished(request, response, { login })
  }
  return found
}

/**
 * Goes to a provider as a browser would, and stops at the address it is sent back to.
 * @returns that address, which nobody has asked for yet
 */
export async function visitProvider(url: string): Promise<URL> {
  const jar = new Map<string, string>()
  const { origin } = new URL(url)
  let next = url
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    const location = response.headers.get('location')
    if (!location)
      throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
    const target = new URL(location, next)
    if (target.origin !== origin) return target
    next = target.href
  }
  throw new Error('The provider went in circles')
}
