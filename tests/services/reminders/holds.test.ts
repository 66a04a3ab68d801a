import { describe, expect, it } from 'vitest'
import { db } from '~/infra/database/database.server'
import { sweepReminders } from '~/services/reminders/sweep-reminders.server'
import { assignTask } from '~/services/tasks/assign-task.server'
import { blockTask } from '~/services/tasks/block-task.server'
import { cancelTask } from '~/services/tasks/cancel-task.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { unblockTask } from '~/services/tasks/unblock-task.server'
import { createTasks, readTask } from '~tests/factories/task'
import { useReminderInbox } from '~tests/support/reminder-inbox'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
const inbox = useReminderInbox()

describe('a finished task', () => {
  it('is never mentioned, whenever it was finished', async () => {
    const [early, late, left] = await inbox.launch([
      { dueOn: '2026-12-18', action: 'Lock the cabinet' },
      { dueOn: '2026-12-18', action: 'Label the keys' },
      { dueOn: '2026-12-18', action: 'Count the keys' },
    ])
    await completeTask(inbox.team.ina, { taskId: early! })
    inbox.at('2026-12-15')
    await sweepReminders()
    const { version } = await readTask(inbox.team.manager, late!)
    await cancelTask(inbox.team.manager, { taskId: late!, reason: 'no keys', version })
    await inbox.deliver()
    expect(inbox.subjectsTo(inbox.team.ina)).toEqual(['Due in 3 days: Count the keys'])
    expect(inbox.textTo(inbox.team.ina)).not.toMatch(/Lock|Label/)
    const states = await db().reminder.findMany({
      where: { taskId: { in: [late!, left!] }, kind: 'due-soon' },
    })
    expect(Object.fromEntries(states.map(({ taskId, state }) => [taskId, state]))).toEqual({
      [late!]: 'held',
      [left!]: 'sent',
    })
  })

  it('as the only one takes its mail with it, with the reason', async () => {
    const [taskId] = await inbox.launch([{ dueOn: '2026-12-18' }])
    inbox.at('2026-12-15')
    await sweepReminders()
    await completeTask(inbox.team.ina, { taskId: taskId! })
    await inbox.deliver()
    expect(inbox.smtp.messages).toHaveLength(0)
    const reason = 'The task was finished or cancelled in the meantime.'
    expect(await inbox.ledgerOf(inbox.team.ina)).toContainEqual(['due-soon', 'held', reason])
    expect(await db().email.findFirstOrThrow({ where: { state: 'held' } })).toMatchObject({
      reason,
    })
  })

  it('before its announcement is not announced', async () => {
    inbox.at('2026-11-24', '07:00')
    const { taskIds } = await createTasks(inbox.team.manager, [{ action: 'Lock the cabinet' }, {}])
    await completeTask(inbox.team.ina, { taskId: taskIds[0]! })
    inbox.at('2026-11-24', '08:00')
    await inbox.sweepAndDeliver()
    expect(inbox.textTo(inbox.team.ina)).not.toContain('Lock the cabinet')
    expect(inbox.textTo(inbox.team.ina)).toContain('Action 2')
  })
})

describe('held back with the reason', () => {
  const managerText = () => inbox.textTo(inbox.team.manager)

  it('a blocked task, which the manager’s Monday summary carries', async () => {
    const [taskId] = await inbox.launch([{ dueOn: '2026-12-17', action: 'Lock the cabinet' }], {
      hasSummaries: true,
    })
    const { version } = await readTask(inbox.team.ina, taskId!)
    await blockTask(inbox.team.ina, { taskId: taskId!, reason: 'No key', version })
    inbox.at('2026-12-14')
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.ina)).toHaveLength(0)
    expect(await inbox.ledgerOf(inbox.team.ina)).toContainEqual([
      'due-soon',
      'held',
      'The task is blocked; the manager’s summary carries it.',
    ])
    expect(managerText()).toContain('Lock the cabinet')
    expect(managerText()).toContain('No key')
    await unblockTask(inbox.team.ina, { taskId: taskId! })
    inbox.at('2026-12-17')
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.ina)).toHaveLength(1)
  })

  it('says nothing of plans that were finished before the mail went out', async () => {
    const [only] = await inbox.launch([{ dueOn: '2027-01-15' }], { hasSummaries: true })
    inbox.at('2026-11-30')
    await sweepReminders()
    await completeTask(inbox.team.ina, { taskId: only! })
    await inbox.deliver()
    expect(inbox.mailTo(inbox.team.manager)).toHaveLength(0)
    expect(await inbox.ledgerOf(inbox.team.manager)).toEqual([
      ['summary', 'held', 'Every plan was finished or cancelled in the meantime.'],
    ])
  })

  it('a task blocked between the sweep and the delivery', async () => {
    const [taskId] = await inbox.launch([{ dueOn: '2026-12-18' }, { dueOn: '2026-12-18' }])
    const { version } = await readTask(inbox.team.ina, taskId!)
    inbox.at('2026-12-15')
    await sweepReminders()
    await blockTask(inbox.team.ina, { taskId: taskId!, reason: 'x', version })
    await inbox.deliver()
    expect(inbox.textTo(inbox.team.ina)).not.toContain('Action 1')
    expect(inbox.textTo(inbox.team.ina)).toContain('Action 2')
  })

  it('what has gone to somebody else', async () => {
    inbox.at('2026-11-24', '07:00')
    const { taskIds } = await createTasks(inbox.team.manager, [{}])
    const give = async (assigneeId: string) =>
      assignTask(inbox.team.manager, {
        taskId: taskIds[0]!,
        assigneeId,
        version: (await readTask(inbox.team.manager, taskIds[0]!)).version,
      })
    await give(inbox.team.hana.personId)
    inbox.at('2026-11-24', '08:00')
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.ina)).toHaveLength(0)
    expect(inbox.mailTo(inbox.team.hana)).toHaveLength(1)
    const reason = 'The task has gone to somebody else in the meantime.'
    expect(await inbox.ledgerOf(inbox.team.ina)).toEqual([['assignment', 'held', reason]])
    await give(inbox.team.ina.personId)
    expect(await inbox.ledgerOf(inbox.team.ina)).toEqual([['assignment', 'waiting', null]])
  })

  it('what is nobody’s, which the manager’s summary carries too', async () => {
    await db().ownerRole.updateMany({
      where: { organisationId: inbox.team.organisationId },
      data: { holderId: null, backupId: null },
    })
    await inbox.launch([{ dueOn: '2026-12-17', action: 'Lock the cabinet' }], {
      hasSummaries: true,
    })
    inbox.at('2026-12-14')
    await inbox.sweepAndDeliver()
    const row = await db().reminder.findFirstOrThrow({
      where: { organisationId: inbox.team.organisationId, kind: 'due-soon' },
    })
    expect(row).toMatchObject({ state: 'held', personId: null })
    expect(managerText()).toContain('Nobody responsible: Lock the cabinet')
  })

  it('what belongs to somebody who was deactivated', async () => {
    await inbox.launch([{ dueOn: '2026-12-18' }])
    inbox.at('2026-12-15')
    await sweepReminders()
    await db().person.update({
      where: { id: inbox.team.ina.personId },
      data: { deactivatedAt: new Date() },
    })
    await inbox.deliver()
    inbox.at('2026-12-18')
    await inbox.sweepAndDeliver()
    expect(inbox.mailTo(inbox.team.ina)).toHaveLength(0)
    const reason = 'The person responsible has been deactivated.'
    expect((await inbox.ledgerOf(inbox.team.ina)).slice(-2)).toEqual([
      ['due-soon', 'held', reason],
      ['due-today', 'held', reason],
    ])
  })
})
