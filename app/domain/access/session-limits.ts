/**
 * How long a session counts: until it lay idle for too long, or until its last moment however much it
 * was used. Both are the organisation's choice (`SignInPolicy`).
 *
 *     isSessionOver(session, { idleMinutes: 60, absoluteMinutes: 480 }, at)
 */
import type { SignInPolicy } from '~/domain/access/sign-in-policy'

const minuteMs = 60_000

/** The use of a session is written down at most this often. */
export const useIsNotedEveryMs = minuteMs

export interface SessionTimes {
  createdAt: Date
  lastUsedAt: Date
  expiresAt: Date
}

type Limits = Pick<SignInPolicy, 'idleMinutes' | 'absoluteMinutes'>

/** The last moment of a session that begins at `at`. */
export const sessionEnd = (at: Date, { absoluteMinutes }: Limits): Date =>
  new Date(at.getTime() + absoluteMinutes * minuteMs)

/** Whether a session is over at `at`. A limit that was shortened since counts for sessions that are open. */
export function isSessionOver(session: SessionTimes, limits: Limits, at: Date): boolean {
  const time = at.getTime()
  if (time >= session.expiresAt.getTime()) return true
  if (time >= sessionEnd(session.createdAt, limits).getTime()) return true
  return time - session.lastUsedAt.getTime() >= limits.idleMinutes * minuteMs
}
