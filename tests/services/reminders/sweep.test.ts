import { describe, expect, it } from 'vitest'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { setClock } from '~/infra/clock.server'
import { database, db, transaction } from '~/infra/database/database.server'
import { deliverEmail } from '~/services/mail/deliver-email.server'
import { noteAssignments } from '~/services/reminders/note-assignments.server'
import { dryRunSweep } from '~/services/reminders/dry-run-sweep.server'
import { sweepReminders } from '~/services/reminders/sweep-reminders.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { createTasks } from '~tests/factories/task'
import { useReminderInbox } from '~tests/support/reminder-inbox'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
const inbox = useReminderInbox()

describe('a launch', () => {
  it('sends one mail per person, not one per task, and nothing before', async () => {
    inbox.at('2026-11-23', '10:00')
    expect(await inbox.sweepAndDeliver()).toBe(0)
    const later = { dueOn: '2027-01-29' }
    await createTasks(inbox.team.manager, [later, later, later, { ...later, ownerRole: 'hr' }])
    expect(inbox.smtp.messages).toHaveLength(0)
    expect(await inbox.sweepAndDeliver()).toBe(2)
    expect(inbox.smtp.messages.map(({ subject }) => subject).sort()).toEqual([
      '3 new tasks from Backup plan',
      'New task: Action 4',
    ])
    const [mail] = inbox.mailTo(inbox.team.ina)
    expect(mail!.text).toContain('Action 3')
    expect(mail!.html).toContain('Action 3')
    expect(await inbox.ledgerOf(inbox.team.ina)).toEqual(
      Array(3).fill(['assignment', 'sent', null]),
    )
  })

  it('before eight o’clock waits for eight; at night on Friday for Monday', async () => {
    inbox.at('2026-11-24', '07:00')
    await createTasks(inbox.team.manager, [{}])
    expect(await inbox.sweepAndDeliver()).toBe(0)
    inbox.at('2026-11-24', '08:00')
    expect(await inbox.sweepAndDeliver()).toBe(1)
    inbox.at('2026-11-28', '12:00')
    await createTasks(inbox.team.manager, [{}])
    expect(await inbox.sweepAndDeliver()).toBe(0)
    inbox.at('2026-11-30', '08:01')
    expect(await inbox.sweepAndDeliver()).toBeGreaterThan(0)
    expect(inbox.mailTo(inbox.team.ina)).toHaveLength(2)
  })

  it('writes to everybody at eight of their own clock', async () => {
    await db().person.update({
      where: { id: inbox.team.hana.personId },
      data: { timeZone: 'America/New_York' },
    })
    inbox.at('2026-11-24', '07:30')
    await createTasks(inbox.team.manager, [{}, { ownerRole: 'hr' }])
    inbox.at('2026-11-24', '08:30')
    await inbox.sweepAndDeliver()
    expect(inbox.smtp.messages).toHaveLength(inbox.mailTo(inbox.team.ina).length)
    setClock(new Date('2026-11-24T13:05:00Z'))
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.hana)).toHaveLength(1)
  })

  it('rolled back leaves neither row nor job', async () => {
    const [taskId] = await inbox.launch([{ dueOn: '2026-12-18' }])
    const jobs = async () => (await database().executeSql(`select id from pgboss.job`)).rows.length
    const before = [await db().reminder.count(), await jobs()]
    const attempt = transaction(async (tx) => {
      const task = await tx.task.findUniqueOrThrow({ where: { id: taskId! } })
      await noteAssignments(tx, {
        organisationId: inbox.team.organisationId,
        onDate: calendarDate('2026-11-24'),
        assignments: [{ taskId: task.id, planId: task.planId, personId: inbox.team.hana.personId }],
      })
      throw new Error('changed my mind')
    }).catch((error: Error) => error.message)
    expect(await attempt).toBe('changed my mind')
    expect([await db().reminder.count(), await jobs()]).toEqual(before)
  })
})

describe('the days around a due date', () => {
  it('three days before: one bundled mail', async () => {
    await inbox.launch([
      { dueOn: '2026-12-18', action: 'Lock the cabinet' },
      { dueOn: '2026-12-18', action: 'Label the keys' },
      { dueOn: '2026-12-15', action: 'Count the keys' },
      { dueOn: '2027-01-29', action: 'Far away' },
    ])
    inbox.at('2026-12-15')
    expect(await inbox.sweepAndDeliver()).toBe(1)
    expect(inbox.subjectsTo(inbox.team.ina)).toEqual(['1 task due today, 2 due soon'])
    expect(inbox.textTo(inbox.team.ina)).toContain('Fri 18 Dec, in 3 days')
    expect(inbox.textTo(inbox.team.ina)).not.toContain('Far away')
  })

  it('is due today, overdue the day after, then on Mondays and Thursdays', async () => {
    await inbox.launch([{ dueOn: '2026-12-01', action: 'Lock the cabinet' }])
    const told: string[] = []
    for (let day = 24; day <= 41; day += 1) {
      const date = new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10)
      inbox.at(date, '09:00')
      await inbox.sweepAndDeliver()
      if (inbox.mailTo(inbox.team.ina).length > 0)
        told.push(`${date} ${inbox.mailTo(inbox.team.ina)[0]!.subject}`)
      inbox.smtp.clear()
    }
    expect(told).toEqual([
      '2026-11-24 Due in 7 days: Lock the cabinet',
      '2026-11-27 Due in 4 days: Lock the cabinet',
      '2026-11-30 Due tomorrow: Lock the cabinet',
      '2026-12-01 Due today: Lock the cabinet',
      '2026-12-02 Overdue: Lock the cabinet',
      '2026-12-03 Overdue: Lock the cabinet',
      '2026-12-07 Overdue: Lock the cabinet',
      '2026-12-10 Overdue: Lock the cabinet',
    ])
  })

  it('run twice, and on two processes at once, sends once', async () => {
    await inbox.launch([{ dueOn: '2026-12-18' }, { dueOn: '2026-12-18', ownerRole: 'hr' }])
    inbox.at('2026-12-15')
    const outcomes = await Promise.all([sweepReminders(), sweepReminders(), sweepReminders()])
    expect(outcomes.flatMap(({ digests }) => digests)).toHaveLength(2)
    expect((await sweepReminders()).digests).toHaveLength(0)
    const emails = await db().email.findMany({ where: { state: 'waiting' } })
    expect(emails).toHaveLength(2)
    await Promise.all(
      [...emails, ...emails].map(({ id }) =>
        deliverEmail(id, { isLastTry: false, mailer: inbox.mailer }),
      ),
    )
    expect(inbox.smtp.messages).toHaveLength(2)
    expect(new Set(inbox.smtp.messages.map(({ messageId }) => messageId)).size).toBe(2)
    inbox.at('2026-12-15', '17:00')
    expect(await inbox.sweepAndDeliver()).toBe(0)
  })

  it('after days without the server says once how it is now', async () => {
    const [soon, done] = await inbox.launch([
      { dueOn: '2026-12-02', action: 'Lock the cabinet' },
      { dueOn: '2026-12-02', action: 'Label the keys' },
    ])
    await completeTask(inbox.team.ina, { taskId: done! })
    inbox.at('2026-12-09', '11:00')
    await inbox.sweepAndDeliver()
    expect(inbox.subjectsTo(inbox.team.ina)).toEqual(['Overdue: Lock the cabinet'])
    expect(inbox.textTo(inbox.team.ina)).toContain('Wed 2 Dec, 7 days ago')
    const rows = await db().reminder.findMany({
      where: { taskId: soon!, kind: { not: 'assignment' } },
    })
    expect(rows).toHaveLength(1)
    inbox.smtp.clear()
    inbox.at('2026-12-09', '11:05')
    expect(await inbox.sweepAndDeliver()).toBe(0)
  })

  it('rests on the clinic’s holidays', async () => {
    await inbox.launch([{ dueOn: '2026-12-18' }])
    await db().holiday.create({
      data: {
        id: inbox.team.organisationId,
        organisationId: inbox.team.organisationId,
        onDate: new Date('2026-12-15'),
        name: 'Founding day',
      },
    })
    inbox.at('2026-12-14')
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.ina)).toHaveLength(1)
    inbox.smtp.clear()
    inbox.at('2026-12-15')
    expect(await inbox.sweepAndDeliver()).toBe(0)
  })
})

describe('the manager’s Monday summary', () => {
  it('says how every plan stands, once a week', async () => {
    const [first] = await inbox.launch(
      [{ dueOn: '2026-11-27', action: 'Lock the cabinet' }, { dueOn: '2027-01-15' }],
      { hasSummaries: true },
    )
    await completeTask(inbox.team.ina, { taskId: first! })
    inbox.at('2026-11-30')
    await inbox.sweepAndDeliver()
    expect(inbox.subjectsTo(inbox.team.manager)).toEqual(['Backup plan: 50% done, nothing overdue'])
    expect(inbox.textTo(inbox.team.manager)).toContain(
      '1 of 2 tasks done (50%, 50% expected by today)',
    )
    expect(inbox.mailTo(inbox.team.leader)).toHaveLength(0)
    inbox.smtp.clear()
    inbox.at('2026-12-01')
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.manager)).toHaveLength(0)
  })
})

describe('a dry run', () => {
  it('lists what would go to whom and changes nothing', async () => {
    await inbox.launch([{ dueOn: '2026-12-18', action: 'Lock the cabinet' }])
    const before = [await db().email.count(), await db().reminder.count()]
    const planned = await dryRunSweep({ at: new Date('2026-12-15T08:00:00+01:00') })
    expect(planned).toMatchObject([
      {
        toName: 'Ina Torres',
        toAddress: inbox.team.ina.email,
        onDate: '2026-12-15',
        subject: 'Due in 3 days: Lock the cabinet',
        lines: [{ kind: 'due-soon', action: 'Lock the cabinet', dueOn: '2026-12-18' }],
      },
    ])
    expect([await db().email.count(), await db().reminder.count()]).toEqual(before)
    const { digests } = await sweepReminders({ at: new Date('2026-12-15T08:00:00+01:00') })
    expect(digests).toMatchObject([{ subject: 'Due in 3 days: Lock the cabinet' }])
  })
})
