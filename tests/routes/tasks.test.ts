import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { taskStatus } from '~/domain/tasks/task'
import { setClock } from '~/infra/clock.server'
import { db, transaction } from '~/infra/database/database.server'
import * as plan from '~/routes/plans/plan'
import * as email from '~/routes/settings/email'
import * as emailHtml from '~/routes/settings/email-html'
import * as mail from '~/routes/settings/mail'
import * as reminders from '~/routes/settings/reminders'
import * as assignment from '~/routes/tasks/assignment'
import * as block from '~/routes/tasks/block'
import * as cancel from '~/routes/tasks/cancel'
import * as comments from '~/routes/tasks/comments'
import * as complete from '~/routes/tasks/complete'
import * as dueDate from '~/routes/tasks/due-date'
import * as edit from '~/routes/tasks/edit'
import * as evidence from '~/routes/tasks/evidence'
import * as evidenceFile from '~/routes/tasks/evidence-file'
import * as myTasks from '~/routes/tasks/index'
import * as reopen from '~/routes/tasks/reopen'
import * as start from '~/routes/tasks/start'
import * as task from '~/routes/tasks/task'
import * as unblock from '~/routes/tasks/unblock'
import * as withdrawal from '~/routes/tasks/withdraw-evidence'
import { enqueueEmail } from '~/services/mail/enqueue-email.server'
import { formResult } from '~/ui/primitives/form-result'
import { createTasks, createTeam, readTask, type Team } from '~tests/factories/task'
import { createDraftPlan } from '~tests/factories/plan'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

const directory = mkdtempSync(join(tmpdir(), 'wardround-routes-'))
process.env.DATA_DIR = directory
afterAll(() => rmSync(directory, { recursive: true, force: true }))

useTestDatabase()

let team: Team
let stranger: Team
let planId: string
let taskId: string
let params: { taskId: string }

beforeAll(async () => {
  setClock(new Date('2026-11-23T09:00:00Z'))
  team = await createTeam()
  stranger = await createTeam()
})
beforeEach(async () => {
  const made = await createTasks(team.manager, [{ action: 'Lock the cabinet' }])
  planId = made.planId
  taskId = made.taskIds[0]!
  params = { taskId }
})

const status = async () => taskStatus(await readTask(team.manager, taskId))
const version = async () => String((await readTask(team.manager, taskId)).version)

describe('the verbs of a task', () => {
  it('lead back to the task, and completing to the list it was asked from', async () => {
    const back = [302, `/tasks/${taskId}`]
    const post = async (
      action: Parameters<typeof callRoute>[0],
      form: Record<string, string> = {},
    ) => {
      const fields = { version: await version(), ...form }
      const answer = await callRoute(action, { params, as: team.manager, form: fields })
      return [answer.status, answer.location]
    }
    expect(await post(start.action)).toEqual(back)
    expect(await post(block.action, { reason: 'No key' })).toEqual(back)
    expect(await status()).toBe('blocked')
    expect(await post(unblock.action)).toEqual(back)
    expect(await post(comments.action, { body: 'Key found' })).toEqual(back)
    expect(await post(assignment.action, { assigneeId: team.hana.personId })).toEqual(back)
    expect(await post(assignment.action, { assigneeId: '' })).toEqual(back)
    expect(await post(dueDate.action, { dueOn: '2026-12-16' })).toEqual(back)
    expect(await post(complete.action, { returnTo: '/tasks?page=2' })).toEqual([
      302,
      '/tasks?page=2',
    ])
    expect(await status()).toBe('done')
    expect(await post(reopen.action)).toEqual(back)
    expect(await post(cancel.action, { reason: 'Moved house' })).toEqual(back)
    expect(await status()).toBe('cancelled')
  })

  it('never lead to another site', async () => {
    const form = { returnTo: '//evil.example/tasks' }
    const answer = await callRoute(complete.action, { params, as: team.ina, form })
    expect(answer.location).toBe(`/tasks/${taskId}`)
  })

  it('refuse with the right status, and show what was entered', async () => {
    const reason = { reason: 'No key', version: '1' }
    const stale = await callRoute(block.action, { params, as: team.ina, form: reason })
    expect(stale).toMatchObject({
      status: 409,
      data: {
        entered: [{ name: 'reason', value: 'No key' }],
        current: expect.arrayContaining([{ name: 'Status', value: 'Open' }]),
      },
    })
    const empty = await callRoute(block.action, { params, as: team.ina, form: { version: '2' } })
    expect(empty).toMatchObject({ status: 400 })
    const asHana = await callRoute(complete.action, { params, as: team.hana, form: {} })
    expect(asHana.status).toBe(403)
    const asStranger = await callRoute(complete.action, { params, as: stranger.manager, form: {} })
    expect(asStranger.status).toBe(404)
    const signedOut = await callRoute(complete.action, { params, form: {} })
    expect(signedOut.status).toBe(401)
    const sunday = { dueOn: '2026-12-20', version: '2' }
    const due = await callRoute(dueDate.action, { params, as: team.manager, form: sunday })
    expect(due).toMatchObject({
      status: 400,
      data: { message: expect.stringContaining('Sun 20 Dec') },
    })
    expect(await status()).toBe('open')
  })

  it('asked for by a link lead to the task', async () => {
    const answer = await callRoute(complete.loader as never, { params, as: team.ina })
    expect(answer.location).toBe(`/tasks/${taskId}`)
  })
})

describe('editing', () => {
  const fields = {
    action: 'Lock both cabinets',
    outcome: '',
    detail: '',
    track: 'prevention',
    priority: '',
    ownerRoleId: '',
  }

  it('saves, and shows the form again with what was typed when somebody was faster', async () => {
    const form = { ...fields, version: '2' }
    const saved = await callRoute(edit.action, { params, as: team.manager, form })
    expect(saved.location).toBe(`/tasks/${taskId}`)
    const late = { ...form, action: 'Lock all cabinets' }
    const answer = await callRoute(edit.action, { params, as: team.manager, form: late })
    expect(answer.status).toBe(409)
    const result = formResult(answer.data)
    expect(result.value('action')).toBe('Lock all cabinets')
    expect(result.errors).toContain('Action is now: Lock both cabinets')
  })

  it('says beside the field what is wrong, and is for managers', async () => {
    const form = { ...fields, action: ' ', version: '2' }
    const answer = await callRoute(edit.action, { params, as: team.manager, form })
    expect(answer.status).toBe(400)
    expect(formResult(answer.data).error('action')).toBeDefined()
    expect((await callRoute(edit.loader, { params, as: team.ina })).status).toBe(403)
    expect((await callRoute(edit.loader, { params, as: team.manager })).status).toBe(200)
  })
})

describe('evidence', () => {
  const upload = (name: string, content: string) => {
    const form = new FormData()
    form.set('kind', 'file')
    form.set('file', new File([content], name, { type: 'text/html' }))
    return form
  }
  const add = (form: FormData | Record<string, string>, as = team.ina) =>
    callRoute(evidence.action, { params, as, form })

  it('is uploaded and comes back as a download of our own media type', async () => {
    const added = await add(upload('Prüfung "1".html', '<script>alert(1)</script>'))
    expect(added.location).toBe(`/tasks/${taskId}`)
    const { id: evidenceId } = await db().evidence.findFirstOrThrow({ where: { taskId } })
    const file = await callRoute(evidenceFile.loader, {
      params: { taskId, evidenceId },
      as: team.auditor,
    })
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition':
        'attachment; filename="Pr_fung _1_.html"; filename*=UTF-8\'\'Pr%C3%BCfung%20_1_.html',
      'x-content-type-options': 'nosniff',
    })
    for (const [as, expected] of [
      [stranger.manager, 404],
      [undefined, 302],
    ] as const) {
      const answer = await callRoute(evidenceFile.loader, { params: { taskId, evidenceId }, as })
      expect(answer.status).toBe(expected)
    }
    const form = { reason: 'Wrong file' }
    const withdrawn = await callRoute(withdrawal.action, {
      params: { taskId, evidenceId },
      as: team.ina,
      form,
    })
    expect(withdrawn.location).toBe(`/tasks/${taskId}`)
  })

  it('that is refused comes back with what was typed', async () => {
    const answer = await add({ kind: 'link', url: 'not an address', title: 'Minutes' })
    expect(answer.status).toBe(400)
    const result = formResult(answer.data)
    expect([result.value('url'), result.value('title'), result.value('kind')]).toEqual([
      'not an address',
      'Minutes',
      'link',
    ])
    expect(result.error('url')).toBeDefined()
    expect(formResult((await add(upload('', ''))).data).error('file')).toBeDefined()
    expect((await add(upload('setup.exe', 'MZ'))).status).toBe(400)
    expect((await add({ kind: 'note', note: 'x' }, team.hana)).status).toBe(403)
    expect(await db().evidence.count({ where: { taskId } })).toBe(0)
  })
})

describe('the pages', () => {
  it.each([
    ['My tasks', () => callRoute(myTasks.loader, { as: team.ina })],
    ['a task', () => callRoute(task.loader, { params, as: team.auditor })],
    ['the evidence of a task', () => callRoute(evidence.loader, { params, as: team.ina })],
    ['a plan', () => callRoute(plan.loader, { params: { planId }, as: team.leader })],
    [
      'a plan by track',
      () =>
        callRoute(plan.loader, {
          url: '/plans/x?group=track&page=9',
          params: { planId },
          as: team.leader,
        }),
    ],
    ['mail', () => callRoute(mail.loader, { url: '/x?state=nonsense', as: team.administrator })],
    ['reminders', () => callRoute(reminders.loader, { as: team.auditor })],
    [
      'reminders of nobody',
      () => callRoute(reminders.loader, { url: '/x?person=x&task=y&state=held', as: team.auditor }),
    ],
  ])('answer: %s', async (_name, open) => expect((await open()).status).toBe(200))

  it.each([
    ['mail', () => callRoute(mail.loader, { as: team.manager }), 403],
    ['reminders', () => callRoute(reminders.loader, { as: team.ina }), 403],
    ['a task', () => callRoute(task.loader, { params, as: stranger.administrator }), 404],
    ['a plan', () => callRoute(plan.loader, { params: { planId }, as: stranger.manager }), 404],
    ['nonsense', () => callRoute(task.loader, { params: { taskId: '%00' }, as: team.ina }), 404],
    ['signed out', () => callRoute(myTasks.loader, {}), 302],
  ])('refuse: %s', async (_name, open, expected) => expect((await open()).status).toBe(expected))

  it('lead from a draft to its preparation, for those who prepare', async () => {
    const draftId = await createDraftPlan(team.manager)
    const open = (as = team.manager) => callRoute(plan.loader, { params: { planId: draftId }, as })
    expect((await open()).location).toBe(`/plans/${draftId}/roles`)
    expect((await open(team.ina)).status).toBe(200)
  })

  it('of the ledger filter by person, task and state, in their organisation only', async () => {
    const rows = async (query: string, as = team.auditor) => {
      const { data } = await callRoute(reminders.loader, { url: `/x?${query}`, as })
      return (data as { ledger: { rows: { personName: string; state: string }[] } }).ledger.rows
    }
    expect(await rows(`task=${taskId}`)).toMatchObject([
      { personName: 'Ina Torres', state: 'waiting', kind: 'assignment' },
    ])
    expect(await rows(`task=${taskId}&person=${team.hana.personId}`)).toEqual([])
    expect(await rows(`task=${taskId}&state=sent`)).toEqual([])
    expect(await rows(`task=${taskId}`, stranger.auditor)).toEqual([])
  })

  it('of a message show it in a frame in which nothing runs', async () => {
    const emailId = (await transaction((tx) =>
      enqueueEmail(tx, {
        organisationId: team.organisationId,
        personId: team.ina.personId,
        toName: team.ina.name,
        toAddress: team.ina.email,
        kind: 'test-message',
        payload: {
          recipientName: team.ina.name,
          organisationName: null,
          sentAtWords: 'Mon 23 Nov 2026, 10:00',
          instanceUrl: 'https://clinic.example',
        },
      }),
    ))!
    const open = (loader: Parameters<typeof callRoute>[0], as = team.administrator) =>
      callRoute(loader, { params: { emailId }, as })
    expect((await open(email.loader)).data).toMatchObject({ hasHtml: true, email: { id: emailId } })
    const html = await open(emailHtml.loader)
    expect(html.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect((await open(emailHtml.loader, team.manager)).status).toBe(403)
    expect((await open(emailHtml.loader, stranger.administrator)).status).toBe(404)
    const again = await callRoute(email.action, {
      params: { emailId },
      as: team.administrator,
      form: {},
    })
    expect(again.location).toBe(`/settings/mail/${emailId}`)
  })
})
