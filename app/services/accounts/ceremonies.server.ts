import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import type { Prisma } from '~/infra/database/generated/client'
import { appUrl } from '~/infra/env.server'
import { newToken, sha256 } from '~/infra/ids.server'

/**
 * What the server remembers between two steps of a sign-in or an enrolment. The browser holds a
 * random secret in a cookie, the database its hash, so a step cannot be continued elsewhere; each
 * is good for ten minutes and taken once.
 *
 *     const cookie = await beginCeremony('second-step', { accountId, payload: { to } })
 *     const step = await takeCeremony('second-step', request.headers.get('Cookie'))
 */
export type CeremonyKind =
  | 'second-step'
  | 'passkey-sign-in'
  | 'passkey-registration'
  | 'passkey-proof'
  | 'single-sign-on'
  | 'single-sign-on-proof'

export interface Ceremony {
  id: string
  accountId: string | null
  payload: unknown
}

const lifeSeconds = 10 * 60

const isSecure = () => appUrl().startsWith('https:')
const cookieName = (kind: CeremonyKind) => `${isSecure() ? '__Host-' : ''}wardround-${kind}`

function cookieOf(kind: CeremonyKind, value: string, maxAge: number): string {
  const secure = isSecure() ? '; Secure' : ''
  return `${cookieName(kind)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`
}

/** Remembers a step and returns the cookie that belongs to it. */
export async function beginCeremony(
  kind: CeremonyKind,
  input: { accountId?: string | null; payload: Prisma.InputJsonValue },
): Promise<string> {
  const secret = newToken()
  const at = now()
  await db().ceremony.create({
    data: {
      id: sha256(secret),
      kind,
      accountId: input.accountId ?? null,
      payload: input.payload,
      createdAt: at,
      expiresAt: new Date(at.getTime() + lifeSeconds * 1000),
    },
  })
  return cookieOf(kind, secret, lifeSeconds)
}

/** The cookie that ends a step in the browser. */
export const clearCeremonyCookie = (kind: CeremonyKind): string => cookieOf(kind, '', 0)

function secretOf(kind: CeremonyKind, cookieHeader: string | null): string | null {
  const start = `${cookieName(kind)}=`
  const found = (cookieHeader ?? '').split(/;\s*/).find((pair) => pair.startsWith(start))
  return found?.slice(start.length) || null
}

/** The step a browser is in, which stays open; null where there is none, or it is too old. */
export async function findCeremony(
  kind: CeremonyKind,
  cookieHeader: string | null,
): Promise<Ceremony | null> {
  const secret = secretOf(kind, cookieHeader)
  if (!secret) return null
  const row = await db().ceremony.findFirst({
    where: { id: sha256(secret), kind, usedAt: null, expiresAt: { gt: now() } },
    select: { id: true, accountId: true, payload: true },
  })
  return row
}

/** Takes the step a browser is in: of two that take it at the same moment, one has it. */
export async function takeCeremony(
  kind: CeremonyKind,
  cookieHeader: string | null,
): Promise<Ceremony | null> {
  const open = await findCeremony(kind, cookieHeader)
  if (!open) return null
  const { count } = await db().ceremony.updateMany({
    where: { id: open.id, usedAt: null },
    data: { usedAt: now() },
  })
  return count === 1 ? open : null
}

/** Removes steps past their time. */
export async function purgeCeremonies(): Promise<void> {
  await db().ceremony.deleteMany({ where: { expiresAt: { lt: now() } } })
}
