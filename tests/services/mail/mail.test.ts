import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Forbidden, NotFound } from '~/domain/shared/errors'
import { database, db, transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { createMailer } from '~/infra/mailer.server'
import { workQueue } from '~/infra/queue.server'
import { handlers } from '~/jobs/handlers.server'
import { schedules } from '~/jobs/schedule.server'
import { deliverEmail } from '~/services/mail/deliver-email.server'
import { enqueueEmail } from '~/services/mail/enqueue-email.server'
import { getMail, listMail } from '~/services/mail/list-mail.server'
import { resendEmail } from '~/services/mail/resend-email.server'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { startSmtpServer } from '~tests/support/smtp-server'
import { useTestDatabase } from '~tests/support/test-database'

const smtp = await startSmtpServer()
process.env.SMTP_URL = smtp.url
process.env.LOG_LEVEL = 'silent'
afterAll(() => smtp.close())

useTestDatabase()

let team: Team
let stranger: Team

beforeAll(async () => {
  team = await createTeam()
  stranger = await createTeam()
})
beforeEach(() => {
  smtp.clear()
  smtp.mode = 'accept'
})

const url = 'https://clinic.example/reset-password/secret-token'
const request = (dedupeKey?: string) => ({
  organisationId: team.organisationId,
  personId: team.ina.personId,
  toName: team.ina.name,
  toAddress: team.ina.email,
  kind: 'password-reset' as const,
  payload: {
    recipientName: team.ina.name,
    url,
    validForWords: '1 hour',
    instanceUrl: 'https://clinic.example',
  },
  ...(dedupeKey && { dedupeKey }),
})
const make = async (dedupeKey?: string) =>
  (await transaction((tx) => enqueueEmail(tx, request(dedupeKey))))!
const read = (id: string) => db().email.findUniqueOrThrow({ where: { id } })
const jobsFor = async (emailId: string) => {
  const { rows } = await database().executeSql(
    `select id from pgboss.job where name = 'send-email' and data ->> 'emailId' = $1`,
    [emailId],
  )
  return rows.length
}

describe('making a message', () => {
  it('renders it and queues its delivery', async () => {
    const id = await make()
    expect(await read(id)).toMatchObject({ state: 'waiting', subject: expect.any(String) })
    expect((await read(id)).text).toContain(url)
    expect(await jobsFor(id)).toBe(1)
  })

  it('makes one with a key once', async () => {
    const key = newId()
    const ids = [await make(key), await make(key)]
    expect(ids[1]).toBeNull()
    expect(await db().email.count({ where: { dedupeKey: key } })).toBe(1)
  })

  it('rolled back leaves neither message nor job', async () => {
    let id = ''
    const attempt = transaction(async (tx) => {
      id = (await enqueueEmail(tx, request()))!
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await db().email.count({ where: { id } })).toBe(0)
    expect(await jobsFor(id)).toBe(0)
  })
})

describe('a message with a secret link', () => {
  it('is forgotten once it is sent', async () => {
    const id = await make()
    await deliverEmail(id, { isLastTry: false })
    expect(smtp.messages[0]!.text).toContain(url)
    expect(await read(id)).toMatchObject({ state: 'sent', html: null, text: null })
    expect(JSON.stringify(await read(id))).not.toContain('secret-token')
  })

  it('is kept where there is no mail server: that is where it can be read', async () => {
    const id = await make()
    const mailer = createMailer({ smtpUrl: null, from: 'x@clinic.example' })
    await deliverEmail(id, { isLastTry: false, mailer })
    expect((await getMail(team.administrator, id)).text).toContain(url)
  })
})

describe('reading kept mail', () => {
  it('is for administrators, newest first, by state', async () => {
    const [first, second] = [await make(), await make()]
    const { rows, paging } = await listMail(team.administrator)
    expect(rows.slice(0, 2).map(({ id }) => id)).toEqual([second, first])
    expect(paging.total).toBeGreaterThan(1)
    const waiting = await listMail(team.administrator, { state: 'waiting' })
    expect(new Set(waiting.rows.map(({ state }) => state))).toEqual(new Set(['waiting']))
    for (const actor of [team.manager, team.ina, team.leader, team.auditor]) {
      await expect(listMail(actor)).rejects.toThrow(Forbidden)
      await expect(getMail(actor, first)).rejects.toThrow(Forbidden)
      await expect(async () => resendEmail(actor, first)).rejects.toThrow(Forbidden)
    }
  })

  it('shows nothing of another organisation', async () => {
    const id = await make()
    expect((await listMail(stranger.administrator)).rows.map((row) => row.id)).not.toContain(id)
    for (const emailId of [id, newId(), 'x']) {
      await expect(getMail(stranger.administrator, emailId)).rejects.toThrow(NotFound)
      await expect(resendEmail(stranger.administrator, emailId)).rejects.toThrow(NotFound)
    }
  })
})

describe('a reset link of an account that other organisations trust as well', () => {
  it('is shown to no administrator', async () => {
    const emailId = (await transaction((tx) => enqueueEmail(tx, request())))!
    expect(await getMail(team.administrator, emailId)).toMatchObject({ isWithheld: false })
    const { name, email, accountId } = team.ina
    await db().person.create({
      data: {
        ...{ id: newId(), organisationId: stranger.organisationId, accountId, name, email },
        permissionRole: 'leader',
      },
    })
    const withheld = { isWithheld: true, html: null, text: null }
    expect(await getMail(team.administrator, emailId)).toMatchObject(withheld)
  })
})

describe('sending a failed message again', () => {
  it('queues it once, and only while it is failed', async () => {
    const id = await make()
    smtp.mode = 'reject-permanently'
    await deliverEmail(id, { isLastTry: false })
    expect((await read(id)).state).toBe('failed')
    const results = [
      await resendEmail(team.administrator, id),
      await resendEmail(team.administrator, id),
    ]
    expect(results).toEqual([true, false])
    expect(await jobsFor(id)).toBe(2)
    smtp.mode = 'accept'
    await deliverEmail(id, { isLastTry: false })
    expect((await read(id)).state).toBe('sent')
    expect(await resendEmail(team.administrator, id)).toBe(false)
  })
})

describe('the queue', () => {
  it('takes a launch from its transaction to the inbox', async () => {
    await db().email.updateMany({ where: { state: 'waiting' }, data: { state: 'held' } })
    const { reminderPolicy } = await db().organisation.findUniqueOrThrow({
      where: { id: team.organisationId },
    })
    // Any hour of any day will do, whenever this test runs.
    await db().organisation.update({
      where: { id: team.organisationId },
      data: {
        workingDays: [1, 2, 3, 4, 5, 6, 7],
        reminderPolicy: { ...(reminderPolicy as object), sendAt: '00:00' },
      },
    })
    const startsOn = new Date().toISOString().slice(0, 10)
    await createTasks(team.manager, [{ action: 'Lock the cabinet' }], { startsOn })
    const worker = await workQueue(database(), handlers, schedules)
    const mails = await smtp.waitForMessages(1, 25_000)
    await worker.stop()
    expect(mails[0]!.to).toMatchObject({ value: [{ address: team.ina.email }] })
    expect(mails[0]!.subject).toBe('New task: Lock the cabinet')
  }, 40_000)
})
