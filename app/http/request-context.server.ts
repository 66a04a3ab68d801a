import { AsyncLocalStorage } from 'node:async_hooks'
import { readSession, type SignedIn } from '~/services/accounts/sessions.server'

/**
 * What is true for one HTTP request and asked more than once: who is there (one query, however many
 * loaders ask) and where the request came from.
 */
export interface RequestContext {
  /** The client's address, as far as the configured proxies are believed. */
  readonly address: string
  /** Whether the client is on this very machine, with no proxy in between. */
  readonly isLocal: boolean
  readonly cspNonce: string
  session?: Promise<SignedIn>
}

const storage = new AsyncLocalStorage<RequestContext>()

/** Runs a request's handling with its context at hand. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work)
}

/** The context of the request being handled; outside one, an anonymous local context of its own. */
export function requestContext(): RequestContext {
  return storage.getStore() ?? { address: '127.0.0.1', isLocal: true, cspNonce: '' }
}

/** The session behind a request's cookie, read once per request. */
export function sessionOf(request: Request): Promise<SignedIn> {
  const context = requestContext()
  context.session ??= readSession(request.headers.get('Cookie'))
  return context.session
}
