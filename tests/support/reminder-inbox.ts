import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { createMailer, type Mailer } from '~/infra/mailer.server'
import { deliverWaitingMail } from '~/services/mail/deliver-waiting-mail.server'
import { sweepReminders } from '~/services/reminders/sweep-reminders.server'
import type { TemplateItemDraft } from '~tests/factories/guide'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { startSmtpServer, type TestSmtpServer } from '~tests/support/smtp-server'

interface Addressee {
  email: string
}

/** A fresh clinic for every test, and a real mail server that its reminders go to. */
export class ReminderInbox {
  smtp!: TestSmtpServer
  mailer!: Mailer
  team!: Team

  /** Sets the clock to an hour of the clinic's winter, by its own clock. */
  at(day: string, time = '08:00'): void {
    setClock(new Date(`${day}T${time}:00+01:00`))
  }

  /** Sweeps and delivers; returns how many digests were made. */
  async sweepAndDeliver(): Promise<number> {
    const { digests } = await sweepReminders()
    await this.deliver()
    return digests.length
  }

  async deliver(): Promise<void> {
    await deliverWaitingMail({ mailer: this.mailer })
  }

  mailTo({ email }: Addressee) {
    return this.smtp.messages.filter((mail) => JSON.stringify(mail.to).includes(email))
  }

  subjectsTo(person: Addressee) {
    return this.mailTo(person).map(({ subject }) => subject)
  }

  /** Everything somebody can read in their mail. */
  textTo(person: Addressee): string {
    return this.mailTo(person)
      .map(({ text, html }) => `${text}\n${String(html)}`)
      .join('\n')
  }

  /** A person's rows of the ledger: kind, state and reason, oldest first. */
  async ledgerOf({ personId }: { personId: string }) {
    const rows = await db().reminder.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
    })
    return rows.map(({ kind, state, reason }) => [kind, state, reason])
  }

  /**
   * Launches on Monday 23 Nov at 10:00 and lets everybody know, so that tests begin with a quiet
   * inbox. The manager has had this year's summaries, unless a test is about them.
   */
  async launch(
    items: readonly TemplateItemDraft[],
    { hasSummaries = false } = {},
  ): Promise<string[]> {
    const lastDigestOn = new Date(hasSummaries ? '2026-11-23' : '2026-12-31')
    await db().person.update({
      where: { id: this.team.manager.personId },
      data: { lastDigestOn },
    })
    this.at('2026-11-23', '10:00')
    const { taskIds } = await createTasks(this.team.manager, items)
    await this.sweepAndDeliver()
    this.smtp.clear()
    return taskIds
  }
}

/** Organisations of earlier tests have nothing more to say. */
async function silenceOthers(): Promise<void> {
  await db().plan.updateMany({
    where: { launchedAt: { not: null } },
    data: { cancelledAt: new Date(), cancelReason: 'over' },
  })
  await db().reminder.updateMany({ where: { state: 'waiting' }, data: { state: 'held' } })
  await db().email.updateMany({ where: { state: 'waiting' }, data: { state: 'held' } })
}

/** To be called at the top of a test file, after `useTestDatabase()`. */
export function useReminderInbox(): ReminderInbox {
  process.env.LOG_LEVEL = 'silent'
  const inbox = new ReminderInbox()
  beforeAll(async () => {
    inbox.smtp = await startSmtpServer()
    inbox.mailer = createMailer({
      smtpUrl: inbox.smtp.url,
      from: 'Wardround <plans@clinic.example>',
    })
  })
  beforeEach(async () => {
    inbox.smtp.clear()
    inbox.smtp.mode = 'accept'
    await silenceOthers()
    inbox.team = await createTeam()
  })
  afterEach(() => setClock(undefined))
  afterAll(() => inbox.smtp.close())
  return inbox
}
