import type { Actor } from '~/domain/access/actor'
import type { SessionListItem } from '~/domain/access/account-views'
import { deviceWords } from '~/domain/access/device-words'
import { isSessionOver } from '~/domain/access/session-limits'
import { signInMethodLabel, type SignInMethod } from '~/domain/access/sign-in-method'
import { SignInPolicy } from '~/domain/access/sign-in-policy'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'

/** The sessions an actor may see and end: their account's, or, with single sign-on, those of its organisation. */
export const reachOf = ({ accountId, organisationId, isAccountWide }: Actor) => ({
  accountId,
  ...(isAccountWide ? {} : { organisationId }),
})

/** The actor's open sessions: this one first, then the one used last. */
export async function listSessions(actor: Actor): Promise<SessionListItem[]> {
  const rows = await db().session.findMany({
    where: { ...reachOf(actor), expiresAt: { gt: now() } },
    orderBy: { lastUsedAt: 'desc' },
  })
  const organisations = await db().organisation.findMany({
    where: { id: { in: rows.map(({ organisationId }) => organisationId) } },
    select: { id: true, name: true, signInPolicy: true },
  })
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  return rows
    .filter((row) => {
      const policy = SignInPolicy.parse(byId.get(row.organisationId)?.signInPolicy ?? {})
      return row.publicId === actor.origin.sessionId || !isSessionOver(row, policy, now())
    })
    .map((row) => ({
      id: row.publicId,
      device: deviceWords(row.userAgent),
      address: row.address,
      method: signInMethodLabel[row.method as SignInMethod],
      organisationName: byId.get(row.organisationId)?.name ?? '',
      createdAt: row.createdAt,
      lastUsedAt: row.lastUsedAt,
      isThis: row.publicId === actor.origin.sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}
