import { db } from '~/infra/database/database.server'
import type { Email } from '~/infra/database/generated/client'
import { appUrl } from '~/infra/env.server'
import { log } from '~/infra/log.server'
import { MailFailure, messageIdFor, type Mailer } from '~/infra/mailer.server'
import { installationState } from '../organisations/installation.server'
import { refreshDigest } from '../reminders/refresh-digest.server'
import { processMailer } from './process-mailer.server'
import { settleEmail } from './settle-email.server'

const keptReason = 'Kept under Settings → Mail; no mail server is set (SMTP_URL).'
const demoReason = 'Kept under Settings → Mail; this is a demo.'

/**
 * Delivers one waiting message, or settles why not. Asked again about one that is settled it does
 * nothing. The Message-ID is the same at every try, so that a message which the server took while
 * the line broke is shown once by mail programs that compare it.
 *
 * @param options.isLastTry the queue will not try again: whatever fails now has failed
 * @throws MailFailure when it may go through later; the reason is written, the message still waits
 */
export async function deliverEmail(
  emailId: string,
  { isLastTry, mailer = processMailer() }: { isLastTry: boolean; mailer?: Mailer },
): Promise<void> {
  const email = await claim(emailId)
  if (!email) return
  const ready = email.kind === 'task-digest' ? await refresh(email) : email
  if (!ready) return
  const kept = await reasonToKeep(mailer)
  if (kept) return settleEmail(email, { state: 'kept', reason: kept })
  try {
    await send(ready, mailer)
  } catch (error) {
    await noteFailure(email, error, isLastTry)
    return
  }
  await settleEmail(email, { state: 'sent', reason: null })
}

/** Of two who begin at the same moment, one gets it. That a third begins later is the queue's to prevent. */
async function claim(emailId: string): Promise<Email | null> {
  const email = await db().email.findUnique({ where: { id: emailId } })
  if (!email || email.state !== 'waiting') return null
  const { count } = await db().email.updateMany({
    where: { id: emailId, state: 'waiting', attempts: email.attempts },
    data: { attempts: { increment: 1 } },
  })
  return count === 1 ? email : null
}

/** The message by the state of its tasks now; null when nothing is left of it. */
async function refresh(email: Email): Promise<Email | null> {
  const { id, organisationId, personId } = email
  if (!organisationId || !personId) return email
  const refreshed = await refreshDigest({ id, organisationId, personId })
  if (refreshed.outcome === 'as-it-is') return email
  if (refreshed.outcome === 'nothing-left') {
    await settleEmail(email, { state: 'held', reason: refreshed.reason })
    return null
  }
  const { parts } = refreshed
  await db().email.updateMany({ where: { id, state: 'waiting' }, data: parts })
  return { ...email, ...parts }
}

async function reasonToKeep(mailer: Mailer): Promise<string | null> {
  if ((await installationState()) === 'demo') return demoReason
  return mailer.isConfigured ? null : keptReason
}

async function send(email: Email, mailer: Mailer): Promise<void> {
  const { id, toName: name, toAddress: address, subject, html, text } = email
  if (html === null || text === null) {
    throw new MailFailure(false, 'The message has no text any more.')
  }
  const messageId = messageIdFor(id, new URL(appUrl()).hostname)
  await mailer.send({ to: { name, address }, subject, html, text, messageId })
}

/** @throws the failure, where another try may help */
async function noteFailure(email: Email, error: unknown, isLastTry: boolean): Promise<void> {
  const isFinal = error instanceof MailFailure && !error.temporary
  const reason = error instanceof MailFailure ? error.message : 'Something went wrong on our side.'
  // What a mail server says may hold an address, so it goes into the ledger and not into the log.
  const err = error instanceof MailFailure ? undefined : error
  log().warn({ err, emailId: email.id, isFinal, isLastTry }, 'email not delivered')
  if (isFinal || isLastTry) return settleEmail(email, { state: 'failed', reason })
  await db().email.updateMany({ where: { id: email.id, state: 'waiting' }, data: { reason } })
  await db().reminder.updateMany({
    where: { emailId: email.id, state: 'waiting' },
    data: { reason: `Will be tried again. ${reason}` },
  })
  throw error
}
