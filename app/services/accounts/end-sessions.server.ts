import type { Actor } from '~/domain/access/actor'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { transaction } from '~/infra/database/database.server'
import { recordActivity } from '../activity/record-activity.server'
import { reachOf } from './list-sessions.server'

/** Ends one of the actor's sessions by its public id. @throws NotFound */
export async function endOneSession(actor: Actor, sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    const { count } = isId(sessionId)
      ? await tx.session.deleteMany({ where: { ...reachOf(actor), publicId: sessionId } })
      : { count: 0 }
    if (count === 0) throw new NotFound('session')
    await recordEnd(tx, actor, count)
  })
}

/** Ends all of the actor's sessions but the one that asks. @returns how many */
export async function endMyOtherSessions(actor: Actor): Promise<number> {
  const { sessionId } = actor.origin
  return transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { ...reachOf(actor), ...(sessionId ? { publicId: { not: sessionId } } : {}) },
    })
    if (count > 0) await recordEnd(tx, actor, count)
    return count
  })
}

const recordEnd = (tx: Parameters<typeof recordActivity>[0], actor: Actor, count: number) =>
  recordActivity(tx, actor, {
    type: 'person.sessions-ended',
    payload: { personId: actor.personId, count },
  })
