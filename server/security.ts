import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { log } from '~/infra/log.server'
import { refuse, stateChanging } from './refuse'

/** What a page may ask the browser for: passkeys, by itself; nothing else. */
const permissions = [
  ...['publickey-credentials-get=(self)', 'publickey-credentials-create=(self)'],
  ...[
    'accelerometer',
    'ambient-light-sensor',
    'autoplay',
    'battery',
    'bluetooth',
    'browsing-topics',
  ],
  ...['camera', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad', 'geolocation'],
  ...['gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture'],
  ...['screen-wake-lock', 'serial', 'speaker-selection', 'storage-access', 'usb', 'web-share'],
  ...['window-management', 'xr-spatial-tracking'],
]
  .map((name) => (name.includes('=') ? name : `${name}=()`))
  .join(', ')

/** Headers of which a route's own takes the place of ours; Remix adds it beside. */
const replaceable = [
  ...['Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy', 'Cache-Control'],
]

/**
 * Looks over the headers as they are sent. A route that brings a content security policy of its own
 * replaces the default one: both on one answer would both hold. What says nothing of caching is not
 * kept anywhere.
 */
export function settleHeaders(response: Response): void {
  const send = response.writeHead.bind(response)
  response.writeHead = ((...args: Parameters<typeof send>) => {
    for (const name of replaceable) {
      const values = response.getHeader(name)
      if (!Array.isArray(values)) continue
      response.setHeader(name, values.at(-1)!)
      // Its `frame-ancestors` says who may frame it; the older header would go on saying nobody.
      if (name === 'Content-Security-Policy') response.removeHeader('X-Frame-Options')
    }
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
    return send(...args)
  }) as typeof response.writeHead
}

/** Headers for every answer; scripts run only with this answer's nonce, styles only from our files. */
export function securityHeaders(options: { isHttps: boolean; isDevelopment: boolean }) {
  const development = options.isDevelopment ? ["'unsafe-inline'"] : []
  const sockets = options.isDevelopment ? ['ws:'] : []
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        styleSrc: ["'self'", ...development],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...sockets],
        // Kept messages are shown in a frame.
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'none'"],
        mediaSrc: ["'none'"],
        workerSrc: ["'none'"],
      },
    },
    strictTransportSecurity: options.isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: options.isDevelopment ? false : { policy: 'require-corp' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals.cspNonce = randomBytes(16).toString('base64')
    response.set('Permissions-Policy', permissions)
    if (request.method === 'POST' && /^\/sign-out(\.data)?$/.test(request.path)) {
      response.set('Clear-Site-Data', '"cache", "storage"')
    }
    protect(request, response, next)
  }
}

/** The nonce that scripts of this answer carry. */
export const nonceOf = (response: Response): string => String(response.locals.cspNonce ?? '')

/** Pages are opened and forms are posted; nothing here answers to any other method. */
export function knownMethods(request: Request, response: Response, next: NextFunction): void {
  if (['GET', 'HEAD', 'POST'].includes(request.method)) return next()
  response.set('Allow', 'GET, HEAD, POST')
  refuse(response, 405, 'Not possible', 'Pages are opened and forms are sent; nothing was changed.')
}

/** A browser never writes a port that goes without saying, a path or a name in capitals. */
const isAsBrowsersWrite = (origin: string) =>
  URL.canParse(origin) && new URL(origin).origin === origin

/**
 * Lets a change through only when the browser says that a page of this site asked for it. Covers
 * every route, resource routes included; a client that says neither (not a browser) is refused.
 */
export function originGuard(isOwnOrigin: (origin: string, request: Request) => boolean) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!stateChanging(request.method)) return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const isHere = site
      ? site === 'same-origin' || site === 'none'
      : Boolean(origin && isOwnOrigin(origin, request))
    const allowed = isHere && (!origin || origin === 'null' || isAsBrowsersWrite(origin))
    if (allowed) return next()
    const { method, path } = request
    log().warn({ reason: 'foreign-origin', status: 403, method, path, site, origin }, 'refused')
    refuse(
      response,
      403,
      'Refused',
      'This was not sent from a page of this site, so nothing was changed. Open the page here and send it again.',
    )
  }
}
