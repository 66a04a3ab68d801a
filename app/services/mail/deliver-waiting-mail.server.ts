import { db } from '~/infra/database/database.server'
import { MailFailure, type Mailer } from '~/infra/mailer.server'
import { deliverEmail } from './deliver-email.server'

/** How many messages ended how; `waiting` will be tried again by the queue. */
export interface Delivery {
  sent: number
  kept: number
  failed: number
  held: number
  waiting: number
}

/** Tries every waiting message once, for a process that does not work the queue. */
export async function deliverWaitingMail(options: { mailer?: Mailer } = {}): Promise<Delivery> {
  const delivery: Delivery = { sent: 0, kept: 0, failed: 0, held: 0, waiting: 0 }
  const waiting = await db().email.findMany({
    where: { state: 'waiting' },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id } of waiting) {
    try {
      await deliverEmail(id, { ...options, isLastTry: false })
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error
    }
    const email = await db().email.findUniqueOrThrow({ where: { id }, select: { state: true } })
    delivery[email.state] += 1
  }
  return delivery
}
