import type { Origin } from '~/domain/access/actor'
import type { ActivityType } from '~/domain/activity/activity'
import type { Transaction } from '~/infra/database/database.server'
import { recordActivity, type ActivityRecord } from './record-activity.server'

export type AccountActivityType = Extract<ActivityType, `account.${string}`>

/**
 * Writes what happened to a sign-in into the audit log of each organisation that its account has a
 * person in, deactivated ones included: an attempt to get in with a sign-in of somebody who left is
 * worth knowing. Nothing is written for an account without people.
 *
 *     await recordAccountActivity(tx, accountId, origin, { type: 'account.signed-in', payload: { method: 'passkey' } })
 *
 * @param only the one organisation it concerns, as with single sign-on, whose sessions reach no other
 */
export async function recordAccountActivity<Type extends AccountActivityType>(
  tx: Transaction,
  accountId: string,
  origin: Origin,
  record: Pick<ActivityRecord<Type>, 'type' | 'payload'>,
  only: { organisationId?: string | undefined } = {},
): Promise<void> {
  const { organisationId } = only
  const people = await tx.person.findMany({
    where: { accountId, ...(organisationId ? { organisationId } : {}) },
    select: { id: true, organisationId: true },
    // One order for all, so that two of an account's events never wait for each other.
    orderBy: { organisationId: 'asc' },
  })
  for (const person of people) {
    const author = { organisationId: person.organisationId, personId: person.id, origin }
    await recordActivity(tx, author, record)
  }
}
