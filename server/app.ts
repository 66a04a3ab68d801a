import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request } from 'express'
import { sessionBehind, withRequestContext } from '~/http/request-context.server'
import { healthPath } from '~/domain/shared/paths'
import { database } from '~/infra/database/database.server'
import { appUrl, env } from '~/infra/env.server'
import { log } from '~/infra/log.server'
import { projectRoot } from '~/infra/project-root.server'
import { buildOf, routeTable } from './route-table'
import { bodyLimit, requestLimits, urlLimit } from './limits'
import { knownMethods, nonceOf, originGuard, securityHeaders, settleHeaders } from './security'

export interface AppOptions {
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Serves sources in development, before anything else. */
  developmentMiddleware?: express.RequestHandler
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Whether the visitor sits at this machine: no proxy in between, and no foreign name in the address bar. */
function isLocal(request: Request): boolean {
  const isForwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  return (
    loopback.has(request.socket.remoteAddress ?? '') &&
    !isForwarded &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host)
  )
}

function isOwnOrigin(origin: string, request: Request): boolean {
  const ownHost = `${request.protocol}://${request.headers.host ?? ''}`
  return origin === ownHost || origin === new URL(appUrl()).origin
}

/** Tells whether this process can serve: the database answers. */
async function health(_request: Request, response: express.Response): Promise<void> {
  try {
    await database().executeSql('select 1')
    response.json({ status: 'ok', database: database().kind })
  } catch (error) {
    log().error({ err: error }, 'health')
    response.status(503).json({ status: 'unavailable' })
  }
}

/** The files at the root of the built client, such as the icon. */
function rootFiles(client: string): string[] {
  if (!existsSync(client)) return []
  const entries = readdirSync(client, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

/** What the path of a data request (`/tasks.data`) stands for. */
const pagePath = (path: string) => path.replace(/\.data$/, '').replace(/^\/_root$/, '/')

/** Remix with a handler for each route, made when it is first asked for; see `route-table`. */
function remixHandler(build: AppOptions['build']): RequestHandler {
  const whole = createRequestHandler({ build })
  if (typeof build === 'function') return whole
  const table = routeTable(build.routes)
  const handlers = new Map<string, RequestHandler>()
  return (request, response, next) => {
    const id = table.find(pagePath(request.path))
    if (id === null) return whole(request, response, next)
    let handler = handlers.get(id)
    if (!handler) {
      handler = createRequestHandler({ build: buildOf(build, id) })
      handlers.set(id, handler)
    }
    return handler(request, response, next)
  }
}

/** The HTTP application: headers, limits, static files, then Remix. */
export function createApp({ build, developmentMiddleware }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env().TRUST_PROXY)
  app.use(
    securityHeaders({
      isHttps: appUrl().startsWith('https:'),
      isDevelopment: Boolean(developmentMiddleware),
    }),
  )
  app.get(healthPath(), (request, response) => void health(request, response))
  app.use(compression({ level: 5 }))
  if (developmentMiddleware) app.use(developmentMiddleware)
  const client = join(projectRoot, 'build', 'client')
  app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y' }))
  app.use(
    '/assets',
    (_request, response) => void response.status(404).type('text').send('Not here.'),
  )
  // By name, so that no page costs a look at the disk.
  for (const name of rootFiles(client)) {
    app.get(`/${name}`, express.static(client, { maxAge: '1h', index: false }))
  }
  const limits = requestLimits(env().REQUESTS_PER_MINUTE)
  app.use((request, response, next) => {
    limits.countAddress(request, response).then((isIn) => isIn && next(), next)
  })
  app.use(urlLimit)
  app.use(knownMethods)
  app.use(originGuard(isOwnOrigin))
  app.use(bodyLimit)
  const remix = remixHandler(build)
  const answer = async (request: Request, response: express.Response, next: NextFunction) => {
    const cookie = request.headers.cookie
    // A database that does not answer is the page's to report; the session is asked for only once.
    const session = cookie ? await sessionBehind(cookie).catch(() => null) : null
    const accountId = session?.actor?.accountId
    if (accountId && !(await limits.countAccount(accountId, request, response))) return
    settleHeaders(response)
    await remix(request, response, next)
  }
  app.all('*', (request, response, next) => {
    // Remix believes X-Forwarded-Host from anybody. Only configured proxies may set it, and only to us.
    const forwardedHost = request.get('x-forwarded-host')
    if (env().TRUST_PROXY === 0 || forwardedHost !== new URL(appUrl()).host) {
      delete request.headers['x-forwarded-host']
    }
    const context = {
      address: request.ip ?? 'unknown',
      userAgent: request.get('user-agent') ?? '',
      isLocal: isLocal(request),
      cspNonce: nonceOf(response),
    }
    withRequestContext(context, () => void answer(request, response, next).catch(next))
  })
  app.use(((error, _request, response, next) => {
    log().error({ err: error as unknown }, 'request')
    if (response.headersSent) return next(error)
    response.status(500).type('text').send('Something went wrong on our side; nothing was lost.')
  }) as express.ErrorRequestHandler)
  return app
}
