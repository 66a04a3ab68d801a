import { addDays } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { now, setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { isProofRecent } from '~/domain/access/recent-proof'
import * as commentsRoute from '~/routes/mail-links/comments'
import * as completionRoute from '~/routes/mail-links/completion'
import * as evidenceRoute from '~/routes/mail-links/evidence'
import * as startRoute from '~/routes/mail-links/start'
import * as taskRoute from '~/routes/mail-links/task'
import * as tasksRoute from '~/routes/mail-links/tasks'
import { acceptInvitation } from '~/services/accounts/invitations.server'
import { changePermissionRole } from '~/services/people/change-permission-role.server'
import { openContactLink } from '~/services/people/contact-links.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { resendInvitation } from '~/services/people/resend-invitation.server'
import { assignTask } from '~/services/tasks/assign-task.server'
import { createOrganisation } from '~tests/factories/organisation'
import { createTasks } from '~tests/factories/task'
import { callRoute } from '~tests/support/call-route'
import { useReminderInbox } from '~tests/support/reminder-inbox'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
const inbox = useReminderInbox()

let serial = 0

interface Scene {
  contact: { personId: string; email: string }
  token: string
  /** Two of the contact's, and one of Ina's. */
  taskIds: string[]
}

/** A contact who was given two tasks and got their digest with its link. */
async function contactWithMail(): Promise<Scene> {
  const { manager } = inbox.team
  serial += 1
  inbox.at('2026-11-23', '09:00')
  const email = `contact${serial}@supplier.example`
  const { personId } = await invitePerson(manager, {
    ...{ name: 'Cem Kaya', email, permissionRole: 'member', isContact: true },
  })
  await inbox.deliver()
  inbox.at('2026-11-23', '10:00')
  const { taskIds } = await createTasks(manager, [{}, {}, {}])
  for (const taskId of taskIds.slice(0, 2)) await give(taskId, personId)
  await inbox.sweepAndDeliver()
  return { contact: { personId, email }, token: tokenIn(inbox.textTo({ email })), taskIds }
}

async function give(taskId: string, assigneeId: string | null) {
  const { version } = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  await assignTask(inbox.team.manager, { taskId, assigneeId, version })
}

const tokenIn = (text: string) => /\/mail-links\/([\w-]{43})/.exec(text)![1]!
const open = (token: string) => callRoute(tasksRoute.loader, { params: { token } })
const openTask = (token: string, taskId: string) =>
  callRoute(taskRoute.loader, { params: { token, taskId } })

const acts = {
  start: [startRoute, {}],
  completion: [completionRoute, {}],
  comments: [commentsRoute, { body: 'From outside' }],
  evidence: [evidenceRoute, { kind: 'note', note: 'Proof' }],
} as const
type Act = keyof typeof acts

const act = (name: Act, token: string, taskId: string) => {
  const [route, form] = acts[name]
  return callRoute(route.action, { params: { token, taskId }, form: { ...form } })
}

async function traces(taskId: string) {
  const task = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  const where = { taskId }
  return [
    ...[task.version, task.startedAt, task.completedAt],
    ...[await db().comment.count({ where }), await db().evidence.count({ where })],
  ]
}

/** Nothing can be seen or done, and the answer is the same whatever the reason. */
async function expectShut(token: string, taskId: string) {
  const before = await traces(taskId)
  const page = await open(token)
  expect(page.status).toBe(404)
  expect((await openTask(token, taskId)).status).toBe(404)
  for (const name of Object.keys(acts) as Act[]) {
    expect([name, (await act(name, token, taskId)).status]).toEqual([name, 404])
  }
  expect(await traces(taskId)).toEqual(before)
  return page.data
}

describe('a contact', () => {
  it('gets one link a digest, of which only the hash is kept once it is out', async () => {
    const { contact, token } = await contactWithMail()
    const mails = inbox.mailTo(contact)
    expect(mails.map(({ subject }) => subject)[0]).toMatch(/will ask you by email/)
    expect(mails).toHaveLength(2)
    const text = inbox.textTo(contact)
    expect(new Set(text.match(/\/mail-links\/[\w-]{43}/g)).size).toBe(1)
    expect(text).not.toMatch(/3000\/tasks/)
    const rows = [
      await db().contactLink.findMany({ where: { personId: contact.personId } }),
      await db().email.findMany({ where: { personId: contact.personId } }),
    ]
    expect(rows[0]).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('opens exactly what they answer for, without a sign-in and without being changed', async () => {
    const { token, taskIds } = await contactWithMail()
    const before = await Promise.all(taskIds.map(traces))
    const page = (await open(token)).data as { tasks: { id: string }[]; total: number }
    expect(page.tasks.map(({ id }) => id).sort()).toEqual(taskIds.slice(0, 2).sort())
    expect((await open(token)).headers.get('Cache-Control')).toBe('no-store')
    expect((await openTask(token, taskIds[0]!)).status).toBe(200)
    for (const [route] of Object.values(acts)) {
      const answer = await callRoute(route.loader, { params: { token, taskId: taskIds[0]! } })
      expect(answer.status).toBe(302)
    }
    expect(await Promise.all(taskIds.map(traces))).toEqual(before)
    const [link] = await db().contactLink.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
    expect(link!.lastUsedAt).toBeNull()
  })

  it('starts, comments on, proves and completes a task, in their own name', async () => {
    const { contact, token, taskIds } = await contactWithMail()
    const [taskId] = taskIds as [string]
    for (const name of ['start', 'comments', 'evidence', 'completion'] as const) {
      expect([name, (await act(name, token, taskId)).status]).toEqual([name, 302])
    }
    const task = await db().task.findUniqueOrThrow({ where: { id: taskId } })
    expect(task.completedById).toBe(contact.personId)
    const activities = await db().activity.findMany({
      where: { taskId, personId: contact.personId },
    })
    expect(activities.map(({ type }) => type).sort()).toEqual([
      ...['evidence.added', 'task.commented', 'task.completed', 'task.started'],
    ])
    expect(((await open(token)).data as { total: number }).total).toBe(1)
    // A second click changes nothing.
    expect((await act('completion', token, taskId)).status).toBe(302)
  })

  it('is a member who never proved who they are', async () => {
    const { token } = await contactWithMail()
    const { actor } = await openContactLink(token, '203.0.113.9')
    expect(actor).toMatchObject({
      ...{ permissionRole: 'member', isAccountWide: false },
      origin: { way: 'mail-link', address: '203.0.113.9', sessionId: null },
    })
    expect(isProofRecent(actor.provedAt, new Date('2026-11-23T10:00:00Z'))).toBe(false)
    const administrator = { ...inbox.team.administrator, provedAt: now() }
    const change = { personId: actor.personId, permissionRole: 'manager', version: 1 } as const
    await expect(changePermissionRole(administrator, change)).rejects.toThrow(/email only/)
  })
})

describe('somebody with a contact’s link', () => {
  it('finds no task of anybody else, of another organisation, or of none', async () => {
    const { token, taskIds } = await contactWithMail()
    const other = (await createOrganisation()).administrator
    const foreign = (await createTasks(other, [{ ownerRole: 'hr' }])).taskIds[0]!
    for (const taskId of [taskIds[2]!, foreign]) {
      const before = await traces(taskId)
      expect((await openTask(token, taskId)).status).toBe(404)
      for (const name of Object.keys(acts) as Act[]) {
        expect([name, (await act(name, token, taskId)).status]).toEqual([name, 404])
      }
      expect(await traces(taskId)).toEqual(before)
    }
    for (const taskId of ['no-id', '00000000-0000-0000-0000-000000000000']) {
      expect((await openTask(token, taskId)).status).toBe(404)
      expect((await act('completion', token, taskId)).status).toBe(404)
    }
  })

  it('finds nothing of a task once it went to somebody else', async () => {
    const { token, taskIds } = await contactWithMail()
    await give(taskIds[0]!, null)
    const before = await traces(taskIds[0]!)
    expect((await openTask(token, taskIds[0]!)).status).toBe(404)
    for (const name of Object.keys(acts) as Act[]) {
      expect((await act(name, token, taskIds[0]!)).status).toBe(404)
    }
    expect(await traces(taskIds[0]!)).toEqual(before)
    expect(((await open(token)).data as { total: number }).total).toBe(1)
  })

  it('is told the same whether it is unknown, expired, void, or its contact left or signs in', async () => {
    const { contact, token, taskIds } = await contactWithMail()
    const [taskId] = taskIds as [string]
    const answers = [await expectShut('A'.repeat(43), taskId)]
    setClock(addDays(new Date('2026-11-23T09:00:00Z'), 31))
    answers.push(await expectShut(token, taskId))
    inbox.at('2026-11-23', '11:00')
    expect((await open(token)).status).toBe(200)
    const { personId } = contact
    await db().contactLink.updateMany({ where: { personId }, data: { revokedAt: new Date() } })
    answers.push(await expectShut(token, taskId))
    await db().contactLink.updateMany({ where: { personId }, data: { revokedAt: null } })
    const { version } = await db().person.findUniqueOrThrow({ where: { id: personId } })
    const leave = { personId, successorId: inbox.team.ina.personId, version }
    await deactivatePerson(inbox.team.administrator, leave)
    expect(await db().contactLink.count({ where: { personId, revokedAt: null } })).toBe(0)
    answers.push(await expectShut(token, taskId))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('is shut out once the contact signs in instead', async () => {
    const { contact, token, taskIds } = await contactWithMail()
    await resendInvitation(inbox.team.manager, contact.personId)
    expect((await open(token)).status).toBe(200)
    await inbox.deliver()
    const invitation = /\/invitations\/([\w-]+)/.exec(inbox.textTo(contact))![1]!
    const visitor = { address: '203.0.113.7', userAgent: 'tests' }
    await acceptInvitation(
      invitation,
      { name: 'Cem Kaya', password: 'a walk by the lake' },
      visitor,
    )
    const person = await db().person.findUniqueOrThrow({ where: { id: contact.personId } })
    expect(person.isContact).toBe(false)
    await expectShut(token, taskIds[0]!)
  })

  it('is slowed down', async () => {
    const { token } = await contactWithMail()
    let status = 200
    for (let n = 0; n < 130 && status === 200; n += 1) status = (await open(token)).status
    expect(status).toBe(429)
  })
})

it('tells a digest anew on a later day with a link of its own, and the first opens nothing', async () => {
  const { manager } = inbox.team
  inbox.at('2026-11-23', '10:00')
  const email = `late${(serial += 1)}@supplier.example`
  const { personId } = await invitePerson(manager, {
    ...{ name: 'Late', email, permissionRole: 'member', isContact: true },
  })
  const { taskIds } = await createTasks(manager, [{ dueOn: '2026-11-27' }])
  await give(taskIds[0]!, personId)
  const { sweepReminders } = await import('~/services/reminders/sweep-reminders.server')
  await sweepReminders()
  const stored = await db().email.findFirstOrThrow({ where: { personId, kind: 'task-digest' } })
  const first = tokenIn(stored.text!)
  inbox.at('2026-11-24', '10:00')
  await inbox.deliver()
  const second = tokenIn(inbox.textTo({ email }))
  expect(second).not.toBe(first)
  expect((await open(first)).status).toBe(404)
  expect((await open(second)).status).toBe(200)
  expect(await db().contactLink.count({ where: { personId } })).toBe(1)
})
