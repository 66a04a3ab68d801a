import { describe, expect, it } from 'vitest'
import type { LedgerState } from '~/domain/reminders/ledger-page'
import { db } from '~/infra/database/database.server'
import { createMailer, MailFailure } from '~/infra/mailer.server'
import { deliverEmail } from '~/services/mail/deliver-email.server'
import { listLedger } from '~/services/reminders/list-ledger.server'
import { sweepReminders } from '~/services/reminders/sweep-reminders.server'
import { useReminderInbox } from '~tests/support/reminder-inbox'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
const inbox = useReminderInbox()

describe('the mail server', () => {
  const oneMail = async () => {
    await inbox.launch([{ dueOn: '2026-12-18', action: 'Lock the cabinet' }])
    inbox.at('2026-12-15')
    await sweepReminders()
    return db().email.findFirstOrThrow({ where: { state: 'waiting' } })
  }
  const read = (id: string) => db().email.findUniqueOrThrow({ where: { id } })
  const lastRow = async () => (await inbox.ledgerOf(inbox.team.ina)).at(-1)!

  it('takes text and HTML under a Message-ID made of the row’s id', async () => {
    const { id } = await oneMail()
    await deliverEmail(id, { isLastTry: false, mailer: inbox.mailer })
    const [mail] = inbox.smtp.messages
    expect(mail!.messageId).toBe(`<${id}@localhost>`)
    expect(mail!.text).toContain('Lock the cabinet')
    expect(mail!.html).toContain('<html')
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1, reason: null })
    expect(await lastRow()).toEqual(['due-soon', 'sent', null])
  })

  it('that is down or busy: the mail waits, with the reason, and goes out later with the same Message-ID', async () => {
    const { id } = await oneMail()
    const down = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'x@clinic.example' })
    await expect(deliverEmail(id, { isLastTry: false, mailer: down })).rejects.toThrow(MailFailure)
    inbox.smtp.mode = 'reject-temporarily'
    await expect(deliverEmail(id, { isLastTry: false, mailer: inbox.mailer })).rejects.toThrow(
      /try again later/,
    )
    expect(await read(id)).toMatchObject({ state: 'waiting', attempts: 2 })
    expect(await lastRow()).toMatchObject(['due-soon', 'waiting', expect.stringContaining('451')])
    inbox.smtp.mode = 'accept'
    await deliverEmail(id, { isLastTry: false, mailer: inbox.mailer })
    expect(inbox.smtp.messages.map(({ messageId }) => messageId)).toEqual([`<${id}@localhost>`])
    expect(await lastRow()).toEqual(['due-soon', 'sent', null])
  })

  it('that was down for a day: the mail speaks of the day it goes out', async () => {
    const { id } = await oneMail()
    inbox.at('2026-12-18', '09:00')
    await deliverEmail(id, { isLastTry: false, mailer: inbox.mailer })
    expect(inbox.smtp.messages[0]!.subject).toBe('Due today: Lock the cabinet')
  })

  it('that refuses for good: failed, with the reason in the ledger', async () => {
    const { id } = await oneMail()
    inbox.smtp.mode = 'reject-permanently'
    await deliverEmail(id, { isLastTry: false, mailer: inbox.mailer })
    expect(await read(id)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('550'),
    })
    expect(await lastRow()).toMatchObject(['due-soon', 'failed', expect.stringContaining('550')])
    inbox.smtp.mode = 'accept'
    await deliverEmail(id, { isLastTry: false, mailer: inbox.mailer })
    expect(inbox.smtp.messages).toHaveLength(0)
  })

  it('that is still busy at the last try: failed as well', async () => {
    const { id } = await oneMail()
    inbox.smtp.mode = 'reject-temporarily'
    await deliverEmail(id, { isLastTry: true, mailer: inbox.mailer })
    expect(await lastRow()).toMatchObject(['due-soon', 'failed', expect.stringContaining('451')])
  })

  it('that is not configured: the mail is kept, and the ledger says so', async () => {
    const { id } = await oneMail()
    await deliverEmail(id, {
      isLastTry: false,
      mailer: createMailer({ smtpUrl: null, from: 'x@clinic.example' }),
    })
    expect(await read(id)).toMatchObject({ state: 'kept', html: expect.stringContaining('<html') })
    expect(await lastRow()).toMatchObject(['due-soon', 'sent', expect.stringContaining('Kept')])
    const shown = (state: LedgerState) => listLedger(inbox.team.manager, { state })
    expect((await shown('kept')).rows).toMatchObject([{ kind: 'due-soon', state: 'kept' }])
    expect((await shown('sent')).rows.map(({ emailId }) => emailId)).not.toContain(id)
  })
})
