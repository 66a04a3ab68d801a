import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'

/** The largest request body, in bytes: a file of evidence (25 MB) and the form around it. */
export const bodyLimitBytes = 26 * 1024 * 1024

const stateChanging = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Answers a request that goes no further, as a small page without scripts. */
export function refuse(response: Response, status: number, title: string, message: string): void {
  response
    .status(status)
    .type('html')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${message}</p></main></html>`,
    )
}

/** Kept messages bring a stricter policy of their own: two policies on one answer would both hold. */
const hasOwnPolicy = (request: Request) => /^\/settings\/mail\/[^/]+\/html$/.test(request.path)

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
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...sockets],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: options.isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals.cspNonce = randomBytes(16).toString('base64')
    protect(request, response, (error?: unknown) => {
      if (hasOwnPolicy(request)) response.removeHeader('Content-Security-Policy')
      next(error)
    })
  }
}

/** The nonce that scripts of this answer carry. */
export const nonceOf = (response: Response): string => String(response.locals.cspNonce ?? '')

/**
 * Lets a change through only when the browser says that a page of this site asked for it. Covers
 * every route, resource routes included; a client that says neither (not a browser) is refused.
 */
export function originGuard(isOwnOrigin: (origin: string, request: Request) => boolean) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!stateChanging(request.method)) return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const allowed = site
      ? site === 'same-origin' || site === 'none'
      : Boolean(origin && isOwnOrigin(origin, request))
    if (allowed) return next()
    refuse(
      response,
      403,
      'Refused',
      'This was not sent from a page of this site, so nothing was changed. Open the page here and send it again.',
    )
  }
}

/** Refuses bodies that are too large before they are read, and bodies that do not say how large they are. */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  if (!stateChanging(request.method)) return next()
  if (request.get('transfer-encoding')) {
    return refuse(
      response,
      411,
      'Length needed',
      'Send the form with its length; nothing was changed.',
    )
  }
  if (Number(request.get('content-length') ?? 0) <= bodyLimitBytes) return next()
  const answer = () =>
    refuse(
      response,
      413,
      'Too large',
      'This is larger than 25 MB, so nothing was uploaded and nothing was changed. Go back and choose a smaller file.',
    )
  // A browser shows the answer only after it could send everything; beyond ten times the limit it is cut off.
  if (Number(request.get('content-length')) > 10 * bodyLimitBytes) {
    response.set('Connection', 'close')
    answer()
    return
  }
  request.resume().on('end', answer)
}
