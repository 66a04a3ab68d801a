import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '~/domain/shared/errors'
import { database } from '~/infra/database/database.server'
import type { Database } from '~/infra/database/open-database.server'
import { sha256 } from '~/infra/ids.server'

/** Too many tries. Answered with 429 and Retry-After. */
export class TooManyTries extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60))
    super(
      'too-many-tries',
      `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again; nothing was changed.`,
    )
  }
}

/** Tries allowed within a stretch of seconds, by what is tried and who is counted. */
const limits = {
  'sign-in-account': { points: 10, duration: 15 * 60 },
  'sign-in-address': { points: 50, duration: 15 * 60 },
  'reset-account': { points: 3, duration: 60 * 60 },
  'reset-address': { points: 20, duration: 60 * 60 },
  'invitation-address': { points: 30, duration: 15 * 60 },
  'mail-link-address': { points: 200, duration: 15 * 60 },
  'mail-link': { points: 120, duration: 15 * 60 },
  'single-sign-on-address': { points: 100, duration: 15 * 60 },
  /** Generous: each look at the sign-in page asks for one, and a whole clinic may share an address. */
  'passkey-challenge-address': { points: 300, duration: 15 * 60 },
  'set-up-address': { points: 20, duration: 15 * 60 },
  /** Codes of a second factor: of a million codes three fit, so 30 tries a day find one in thirty years. */
  'code-account': { points: 5, duration: 15 * 60 },
  'code-account-day': { points: 30, duration: 24 * 60 * 60 },
  'code-address': { points: 50, duration: 15 * 60 },
  /** A password asked for once more of somebody signed in. */
  'proof-account': { points: 10, duration: 15 * 60 },
} as const
type LimitName = keyof typeof limits

const limiters = new WeakMap<Database, Partial<Record<LimitName, RateLimiterPrisma>>>()

function limiter(name: LimitName): RateLimiterPrisma {
  const target = database()
  const known = limiters.get(target) ?? {}
  limiters.set(target, known)
  known[name] ??= new RateLimiterPrisma({
    storeClient: target.prisma,
    tableName: 'rateLimit',
    keyPrefix: name,
    clearExpiredByTimeout: false,
    ...limits[name],
  })
  return known[name]
}

/**
 * Counts one try; who is counted is kept as a hash, so the table names nobody.
 * @throws TooManyTries when the allowance is used up.
 */
export async function countTry(name: LimitName, who: string): Promise<void> {
  try {
    await limiter(name).consume(sha256(who).slice(0, 32))
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooManyTries(refusal.msBeforeNext / 1000)
    throw refusal
  }
}

/** Forgets the tries of somebody who got in. */
export async function forgiveTries(name: LimitName, who: string): Promise<void> {
  await limiter(name).delete(sha256(who).slice(0, 32))
}
