import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { getPersonRow } from './person-rows.server'

/**
 * Ends every session that somebody has in the actor's organisation, on every device; sessions of the
 * same account in other organisations are none of this one's business.
 * @returns how many ended
 * @throws Forbidden, NotFound
 */
export async function endPersonSessions(actor: Actor, personId: string): Promise<number> {
  ensureCan(actor, 'person:manage')
  return transaction(async (tx) => {
    const { id, accountId, organisationId } = await getPersonRow(tx, actor, personId)
    if (!accountId) return 0
    const { count } = await tx.session.deleteMany({ where: { accountId, organisationId } })
    if (count > 0) {
      const payload = { personId: id, count }
      await recordActivity(tx, actor, { type: 'person.sessions-ended', payload })
    }
    return count
  })
}
