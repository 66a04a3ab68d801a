import { AsyncLocalStorage } from 'node:async_hooks'
import { readSession, type SignedIn } from '~/services/accounts/sessions.server'

/**
 * What is true for one HTTP request and asked more than once: who is there (one query, however many
 * loaders ask) and where the request came from.
 */
export interface RequestContext {
  /** The client's address, as far as the configured proxies are believed. */
  readonly address: string
  /** What the browser says it is; empty where it says nothing. */
  readonly userAgent: string
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
  return storage.getStore() ?? { address: '127.0.0.1', userAgent: '', isLocal: true, cspNonce: '' }
}

/** The session behind a request's cookie, read once per request. */
export function sessionOf(request: Request): Promise<SignedIn> {
  return sessionBehind(request.headers.get('Cookie'))
}

/** The same before there is a `Request`: whoever counts requests asks first, and the page again. */
export function sessionBehind(cookie: string | null): Promise<SignedIn> {
  const context = requestContext()
  context.session ??= readSession(cookie, context.address)
  return context.session
}
