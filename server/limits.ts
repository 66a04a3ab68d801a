import { createServer, type RequestListener, type Server } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { isIPv6 } from 'node:net'
import { log } from '~/infra/log.server'
import { refuse, stateChanging } from './refuse'

/**
 * What one visitor may take of the server, whatever they ask for: bytes, time and number of
 * requests. Tries of passwords and links have narrower limits of their own in services, kept in the
 * database; these here are counted in the memory of each process, so that they cost nothing.
 */
const megabyte = 1024 * 1024

/** The largest request body, in bytes: a file of evidence (25 MB) and the form around it. */
export const fileLimitBytes = 26 * megabyte
/** Any other form: the longest text that a form takes is a twentieth of it. */
export const formLimitBytes = megabyte
/** The longest address of a page of ours, with its query, is a tenth of it. */
export const urlLimitBytes = 4096
/** A browser asks at once for what is behind all links of a page, in up to 7,680 characters: Remix's URL_LIMIT. */
const manifestUrlLimitBytes = 8192
export const headerLimitBytes = 16 * 1024

/** Where a file may come: only with a cookie, but for files through a mailed link. */
const filePaths = [
  /^\/tasks\/[^/]+\/evidence$/,
  /^\/mail-links\/[^/]+\/tasks\/[^/]+\/evidence$/,
  /^\/guides\/new$/,
  /^\/people\/invite\/list$/,
]
const needsNoSession = /^\/mail-links\//

const pathOf = (request: Request) => request.path.replace(/\.data$/, '').replace(/(?<=.)\/$/, '')

/** How many bytes a body may have here, before anybody has looked at who sends it. */
export function bodyLimitOf(path: string, hasCookie: boolean): number {
  const takesFiles = filePaths.some((pattern) => pattern.test(path))
  return takesFiles && (hasCookie || needsNoSession.test(path)) ? fileLimitBytes : formLimitBytes
}

const inWords = (bytes: number) => (bytes === fileLimitBytes ? '25 MB' : '1 MB')

/** Refuses bodies that are too large before they are read, and bodies that do not say how large they are. */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.get('content-length') ?? 0)
  if (request.get('transfer-encoding')) {
    response.set('Connection', 'close')
    return refuse(
      response,
      411,
      'Length needed',
      'Send the form with its length; nothing was changed.',
    )
  }
  const limit = stateChanging(request.method)
    ? bodyLimitOf(pathOf(request), Boolean(request.headers.cookie))
    : formLimitBytes
  if (length <= limit) return next()
  const answer = () =>
    refuse(
      response,
      413,
      'Too large',
      `This is larger than ${inWords(limit)}, so nothing was uploaded and nothing was changed. Go back and choose a smaller file, or send less text.`,
    )
  // A browser shows the answer only after it could send everything; beyond the largest file, or ten
  // times a form, it is cut off.
  if (length > Math.max(2 * fileLimitBytes, 10 * limit)) {
    response.set('Connection', 'close')
    answer()
    return
  }
  request.resume().on('end', answer)
}

/** Refuses addresses that no link of ours has. */
export function urlLimit(request: Request, response: Response, next: NextFunction): void {
  const limit = request.path === '/__manifest' ? manifestUrlLimitBytes : urlLimitBytes
  if (request.originalUrl.length <= limit) return next()
  refuse(
    response,
    414,
    'Address too long',
    'This address is longer than any page here has. Nothing was changed; start again from the first page.',
  )
}

/** IPv6 gives a household a network of 2^64 addresses, so the network is counted. */
export function countedAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean)
  while (tail !== undefined && groups.length + last.length < 8) groups.push('0')
  return [...groups, ...last]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

export interface RequestLimits {
  /** Counts a request of an address; false when it was answered with 429. */
  countAddress(request: Request, response: Response): Promise<boolean>
  /** The same for an account, wherever its sessions are. */
  countAccount(accountId: string, request: Request, response: Response): Promise<boolean>
}

const minute = 60

/**
 * A ward of a hundred people behind one address, everybody opening a page every two seconds, is
 * 3,000 requests a minute. One account gets two fifths of that, since it has several windows at
 * most. What changes something is a fifth of each: nobody sends four forms a second for a minute.
 *
 * @param perMinute the allowance of one address; 0 counts nothing, for who has a proxy that does.
 */
export function requestLimits(perMinute: number): RequestLimits {
  const limiter = (share: number) =>
    new RateLimiterMemory({ points: Math.max(1, Math.round(perMinute * share)), duration: minute })
  const counters = {
    address: { any: limiter(1), change: limiter(0.2) },
    account: { any: limiter(0.4), change: limiter(0.08) },
  }
  async function count(
    kind: keyof typeof counters,
    who: string,
    request: Request,
    response: Response,
  ): Promise<boolean> {
    if (perMinute === 0) return true
    const { any, change } = counters[kind]
    try {
      await any.consume(who)
      if (stateChanging(request.method)) await change.consume(who)
      return true
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      response.set('Retry-After', String(seconds))
      noteOnce(`${kind} ${who}`, seconds, kind, request.path)
      refuse(
        response,
        429,
        'Too many requests',
        `More came from here within a minute than is served. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again; nothing was changed.`,
      )
      return false
    }
  }
  const noted = new Map<string, number>()
  /** Once per stretch and visitor: a flood of requests is not to be a flood of lines. */
  function noteOnce(key: string, seconds: number, kind: string, path: string): void {
    const now = performance.now()
    for (const [each, until] of noted) if (until < now) noted.delete(each)
    if (noted.has(key)) return
    noted.set(key, now + seconds * 1000)
    log().warn({ reason: 'too-many-requests', status: 429, per: kind, path }, 'refused')
  }
  return {
    countAddress: (request, response) =>
      count('address', countedAddress(request.ip ?? 'unknown'), request, response),
    countAccount: (accountId, request, response) => count('account', accountId, request, response),
  }
}

export interface Patience {
  /** Milliseconds for the headers of a request to arrive. */
  headersMs: number
  /** Milliseconds for all of a request to arrive: 26 MB at 0.7 Mbit/s. */
  requestMs: number
  /** Milliseconds without a byte in either direction. */
  silenceMs: number
  /** How often the first two are looked at, in milliseconds. */
  checkMs: number
}

const patience: Patience = {
  ...{ headersMs: 10_000, requestMs: 300_000, silenceMs: 120_000, checkMs: 2_000 },
}

/** The HTTP server, which gives up on who sends too slowly or too much before anything is asked. */
export function createHttpServer(listener: RequestListener, times = patience): Server {
  const server = createServer(
    {
      maxHeaderSize: headerLimitBytes,
      headersTimeout: times.headersMs,
      requestTimeout: times.requestMs,
      connectionsCheckingInterval: times.checkMs,
    },
    listener,
  )
  server.maxHeadersCount = 100
  server.timeout = times.silenceMs
  server.keepAliveTimeout = 65_000
  return server
}
