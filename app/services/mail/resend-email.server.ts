import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import { NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { transaction } from '~/infra/database/database.server'
import { enqueue } from '~/infra/queue.server'

/**
 * Queues a failed message once more, after whatever was wrong was mended. One that is not failed, or
 * not any more, is left alone.
 *
 * @returns whether it is on its way
 * @throws NotFound
 */
export function resendEmail(actor: Actor, emailId: string): Promise<boolean> {
  ensureCan(actor, 'mail:read')
  const { organisationId } = actor
  return transaction(async (tx) => {
    const where = { id: emailId, organisationId }
    if (!isId(emailId) || !(await tx.email.findFirst({ where }))) throw new NotFound('message')
    const { count } = await tx.email.updateMany({
      where: { ...where, state: 'failed' },
      data: { state: 'waiting', failedAt: null },
    })
    if (count === 0) return false
    await tx.reminder.updateMany({
      where: { emailId, organisationId, state: 'failed' },
      data: { state: 'waiting', settledAt: null },
    })
    await enqueue(tx, 'send-email', { emailId })
    return true
  })
}
