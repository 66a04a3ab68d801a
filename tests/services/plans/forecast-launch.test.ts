import { expect, it } from 'vitest'
import { addDays, calendarDate } from '~/domain/calendar/calendar-date'
import { db } from '~/infra/database/database.server'
import { getPlanLaunch } from '~/services/plans/get-plan-launch.server'
import { launchPlan } from '~/services/plans/launch-plan.server'
import { dryRunSweep } from '~/services/reminders/dry-run-sweep.server'
import { sweepReminders } from '~/services/reminders/sweep-reminders.server'
import { createDraftPlan } from '~tests/factories/plan'
import { createTasks } from '~tests/factories/task'
import { useReminderInbox } from '~tests/support/reminder-inbox'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
const inbox = useReminderInbox()

const launchDay = calendarDate('2026-11-20')

/** Everything a running plan and a launched one send until 30 days after the launch. */
async function sendAll(): Promise<string[]> {
  const sent: string[] = []
  for (let day = 0; day <= 30; day += 1) {
    const date = addDays(launchDay, day)
    inbox.at(date, day === 0 ? '10:00' : '08:00')
    inbox.smtp.clear()
    const planned = await dryRunSweep()
    await inbox.sweepAndDeliver()
    const mails = inbox.smtp.messages.map(({ subject }) => subject).sort()
    expect(planned.map(({ subject }) => subject).sort()).toEqual(mails)
    sent.push(...mails.map((subject) => `${date} ${subject}`))
  }
  return sent
}

it('what is listed before a launch is what is sent after it, word for word', async () => {
  const { manager } = inbox.team
  inbox.at(launchDay, '09:00')
  await createTasks(manager, [
    { action: 'Lock the cabinet', dueOn: '2026-12-01' },
    { action: 'Label the keys', dueOn: '2026-12-18', ownerRole: 'hr' },
  ])
  // Two announcements are in messages now that still wait for the mail server.
  expect((await sweepReminders()).digests).toHaveLength(2)
  inbox.at(launchDay, '10:00')
  const planId = await createDraftPlan(manager, {
    title: 'Vendor plan',
    items: [
      { ownerRole: 'it-manager', horizonDays: 30 },
      { ownerRole: 'it-manager', horizonDays: 90 },
      { ownerRole: 'hr', horizonDays: 30 },
    ],
  })
  const { days } = await getPlanLaunch(manager, planId)
  const { version } = await db().plan.findUniqueOrThrow({ where: { id: planId } })
  await launchPlan(manager, { planId, version })
  await inbox.deliver()
  const listed = days.flatMap(({ onDate, mails }) =>
    mails.map(({ subject }) => `${onDate} ${subject}`),
  )
  expect(listed.sort()).toEqual(await sendAll())
  expect(listed).toContain('2026-11-23 2 new tasks from Vendor plan')
  expect(listed.join('\n')).toMatch(/2 plans running: 0% done, 1 overdue/)
})
