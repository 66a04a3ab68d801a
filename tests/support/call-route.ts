import type { ActionFunctionArgs } from '@remix-run/node'
import { withRequestContext } from '~/http/request-context.server'
import type { Actor } from '~/domain/access/actor'
import { beginSession } from '~/services/accounts/sessions.server'

type RouteFunction = (args: ActionFunctionArgs) => unknown

interface Call {
  /** Path with its query, as a browser would ask for it. */
  url?: string
  params?: Record<string, string>
  /** Posted fields; a call without them is a GET. */
  form?: Record<string, string> | FormData
  /** What a script posts, in the place of a form. */
  json?: unknown
  /** Signed in as. */
  as?: Actor
  cookie?: string
  address?: string
  isLocal?: boolean
}

/** What a loader or action answered, returned or thrown, in one shape. */
export interface Answer {
  status: number
  /** Where a redirect leads. */
  location: string | null
  /** Loader data, a refused form, or what the error page shows. */
  data: unknown
  headers: Headers
}

interface DataWithInit {
  type: 'DataWithResponseInit'
  data: unknown
  init: ResponseInit | null
}

const isDataWithInit = (value: unknown): value is DataWithInit =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'DataWithResponseInit'

function answerOf(value: unknown): Answer {
  if (value instanceof Response) {
    const { status, headers } = value
    return { status, headers, location: headers.get('Location'), data: null }
  }
  if (isDataWithInit(value)) {
    const headers = new Headers(value.init?.headers)
    return { status: value.init?.status ?? 200, headers, location: null, data: value.data }
  }
  return { status: 200, headers: new Headers(), location: null, data: value }
}

/** Calls a route's loader or action with a real Request, signed in through a real session. */
export async function callRoute(route: RouteFunction, call: Call = {}): Promise<Answer> {
  const headers = new Headers()
  const session = call.as
    ? (
        await beginSession(call.as.accountId, call.as.organisationId, {
          method: 'password',
          visitor: { address: call.address ?? '127.0.0.1', userAgent: 'tests' },
        })
      ).split(';')[0]
    : undefined
  const cookie = [session, call.cookie].filter(Boolean).join('; ')
  if (cookie) headers.set('Cookie', cookie)
  const form =
    call.form instanceof FormData ? call.form : call.form && new URLSearchParams(call.form)
  const body = call.json === undefined ? form : JSON.stringify(call.json)
  const request = new Request(`http://localhost:3000${call.url ?? '/'}`, {
    headers,
    ...(body ? { method: 'POST', body } : {}),
  })
  const context = {
    address: call.address ?? '127.0.0.1',
    userAgent: 'tests',
    isLocal: call.isLocal ?? true,
    cspNonce: 'nonce',
  }
  const args = { request, params: call.params ?? {}, context: {} }
  try {
    return answerOf(await withRequestContext(context, () => Promise.resolve(route(args))))
  } catch (thrown) {
    if (thrown instanceof Response || isDataWithInit(thrown)) return answerOf(thrown)
    throw thrown
  }
}
