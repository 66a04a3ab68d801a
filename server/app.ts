import { join } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type Request } from 'express'
import { withRequestContext } from '~/http/request-context.server'
import { healthPath } from '~/domain/shared/paths'
import { database } from '~/infra/database/database.server'
import { appUrl, env } from '~/infra/env.server'
import { log } from '~/infra/log.server'
import { projectRoot } from '~/infra/project-root.server'
import { bodyLimit, nonceOf, originGuard, securityHeaders } from './security'

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
  app.get(healthPath(), health)
  app.use(compression({ level: 5 }))
  if (developmentMiddleware) app.use(developmentMiddleware)
  const client = join(projectRoot, 'build', 'client')
  const forever = { immutable: true, maxAge: '1y', fallthrough: false } as const
  app.use('/assets', express.static(join(client, 'assets'), forever))
  app.use(express.static(client, { maxAge: '1h', index: false }))
  app.use(originGuard(isOwnOrigin))
  app.use(bodyLimit)
  const remix = createRequestHandler({ build })
  app.all('*', (request, response, next) => {
    // Remix believes X-Forwarded-Host from anybody; only configured proxies may set it.
    if (env().TRUST_PROXY === 0) delete request.headers['x-forwarded-host']
    const context = {
      address: request.ip ?? 'unknown',
      isLocal: isLocal(request),
      cspNonce: nonceOf(response),
    }
    withRequestContext(context, () => void remix(request, response, next))
  })
  app.use(((error, _request, response, next) => {
    log().error({ err: error as unknown }, 'request')
    if (response.headersSent) return next(error)
    response.status(500).type('text').send('Something went wrong on our side; nothing was lost.')
  }) as express.ErrorRequestHandler)
  return app
}
