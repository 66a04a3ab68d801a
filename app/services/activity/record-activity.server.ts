import type { Actor, Origin } from '~/domain/access/actor'
import { buildActivity, type ActivityPayload, type ActivityType } from '~/domain/activity/activity'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import type { Prisma } from '~/infra/database/generated/client'
import { newId } from '~/infra/ids.server'

/**
 * Who did it: an actor, or a person of an organisation, or (personId null) the product by itself, and
 * from where. Without an origin nobody was there but the clock.
 */
export type ActivityAuthor = Pick<Actor, 'organisationId'> & {
  personId: string | null
  origin?: Origin
}

export interface ActivityRecord<Type extends ActivityType> {
  type: Type
  payload: ActivityPayload<Type>
  planId?: string
  taskId?: string
  reviewId?: string
}

/** Writes what happened, in the transaction that makes it happen. The row can never be changed. */
export async function recordActivity<Type extends ActivityType>(
  tx: Transaction,
  author: ActivityAuthor,
  record: ActivityRecord<Type>,
): Promise<void> {
  const { payload } = buildActivity(record.type, author.personId, record.payload)
  const { way = null, address = null, sessionId = null } = author.origin ?? {}
  await tx.activity.create({
    data: {
      id: newId(),
      organisationId: author.organisationId,
      at: now(),
      type: record.type,
      personId: author.personId,
      planId: record.planId ?? null,
      taskId: record.taskId ?? null,
      reviewId: record.reviewId ?? null,
      payload: payload as Prisma.InputJsonValue,
      way,
      address,
      sessionId,
    },
  })
}
