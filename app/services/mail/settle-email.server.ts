import { now } from '~/infra/clock.server'
import { transaction } from '~/infra/database/database.server'
import { carriesContactLink } from '../people/contact-links.server'
import type { EmailKind } from '~emails/kinds'

/** How the way of a message ended. */
export interface Settlement {
  state: 'sent' | 'kept' | 'failed' | 'held'
  reason: string | null
}

/** Messages whose link lets somebody in; once they are out, nobody needs to read them here. */
const secretKinds: readonly EmailKind[] = ['invitation', 'password-reset']

/** A kept message counts as delivered: it can be read where mail is kept. */
const ledgerState = { sent: 'sent', kept: 'sent', failed: 'failed', held: 'held' } as const

/** Writes how a waiting message ended, and lets the reminders it carries end the same way. */
export async function settleEmail(
  email: { id: string; kind: string },
  { state, reason }: Settlement,
): Promise<void> {
  await transaction(async (tx) => {
    const isSecret =
      (secretKinds as readonly string[]).includes(email.kind) ||
      (await carriesContactLink(tx, email.id))
    const isOut = state === 'sent' && isSecret
    const { count } = await tx.email.updateMany({
      where: { id: email.id, state: 'waiting' },
      data: {
        state,
        reason,
        ...(state === 'sent' && { sentAt: now() }),
        ...(state === 'failed' && { failedAt: now() }),
        ...(isOut && { html: null, text: null }),
      },
    })
    if (count === 0) return
    await tx.reminder.updateMany({
      where: { emailId: email.id, state: 'waiting' },
      data: { state: ledgerState[state], reason, settledAt: now() },
    })
  })
}
