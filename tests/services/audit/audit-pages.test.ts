import { parse } from 'csv-parse/sync'
import { subHours } from 'date-fns'
import { beforeAll, describe, expect, it } from 'vitest'
import { noFilter, type AuditFilter } from '~/domain/audit/audit-page'
import type { Actor } from '~/domain/access/actor'
import { addDays, calendarDateAt } from '~/domain/calendar/calendar-date'
import { Forbidden, ProofNeeded } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { database, db, transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { checkAudit } from '~/services/audit/check-audit.server'
import { exportAudit, type ExportFormat } from '~/services/audit/export-audit.server'
import { listAudit } from '~/services/audit/list-audit.server'
import { recordAccountActivity } from '~/services/activity/record-account-activity.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { editTask } from '~/services/tasks/edit-task.server'
import { createTasks, createTeam, readTask, type Team } from '~tests/factories/task'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const formula = '=HYPERLINK("http://evil.example","Open")'
const script = '<script>alert(1)</script>'

let team: Team
let stranger: Team
let planId: string
let taskIds: string[]
const origin = { way: 'browser', address: '203.0.113.9', sessionId: newId() } as const

beforeAll(async () => {
  team = await createTeam()
  stranger = await createTeam()
  ;({ planId, taskIds } = await createTasks(team.manager, [
    { action: formula },
    { action: script },
    ...Array.from({ length: 40 }, (_, n) => ({ action: `Room ${n}` })),
  ]))
  await completeTask({ ...team.ina, origin }, { taskId: taskIds[0]! })
  for (const taskId of taskIds.slice(1, 35)) await completeTask(team.ina, { taskId })
})

const list = (filter: Partial<AuditFilter> = {}, place = {}) =>
  listAudit(team.auditor, { ...noFilter, ...filter }, place)

describe('the page', () => {
  it('tells newest first, with who, when, from where and what changed', async () => {
    const task = await readTask(team.manager, taskIds[40]!)
    const { version, action } = task
    await editTask({ ...team.manager, origin }, {
      ...task,
      taskId: task.id,
      action: `${action}, both doors`,
      version,
    } as unknown as Parameters<typeof editTask>[1])
    const [row] = (await list()).rows
    expect(row).toMatchObject({
      who: 'Maya Lind',
      sentence: `Maya Lind changed the action of “${action}”`,
      way: 'Browser',
      address: '203.0.113.9',
      sessionId: origin.sessionId,
      taskId: task.id,
      changes: [
        {
          kind: 'changed',
          columns: [{ label: 'Action', before: action, after: `${action}, both doors` }],
        },
      ],
    })
    expect(row!.at.getTime()).toBeGreaterThan(now().getTime() - 60_000)
  })

  it('goes through all of them by thirty, forth and back, none twice', async () => {
    const seen: number[] = []
    const pages: number[][] = []
    let place: { olderThan?: number } = {}
    for (;;) {
      const page = await list({}, place)
      pages.push(page.rows.map(({ sequence }) => sequence))
      seen.push(...pages.at(-1)!)
      expect(page.newerThan === null).toBe(!place.olderThan)
      if (page.olderThan === null) break
      place = { olderThan: page.olderThan }
    }
    const total = (await list()).total!
    expect(seen).toEqual(Array.from({ length: total }, (_, n) => total - n))
    expect(pages.length).toBeGreaterThan(1)
    const last = pages.at(-1)!
    const back = await list({}, { newerThan: last[0] })
    expect(back.rows.map(({ sequence }) => sequence)).toEqual(pages.at(-2))
    expect(back.olderThan).toBe(pages.at(-2)!.at(-1))
  })

  it('finds nothing past either end', async () => {
    expect((await list({}, { olderThan: 1 })).rows).toEqual([])
    expect((await list({}, { newerThan: 1_000_000 })).rows).toEqual([])
  })

  it('can be narrowed', async () => {
    const today = calendarDateAt(now(), team.auditor.timeZone)
    const tomorrow = addDays(today, 1)
    const completed = (filter: Partial<AuditFilter>) =>
      list(filter).then(({ rows }) => rows.filter(({ type }) => type === 'task.completed').length)
    expect(await completed({ personId: team.ina.personId })).toBe(30)
    expect(await completed({ personId: team.hana.personId })).toBe(0)
    expect(await completed({ noun: 'plan' })).toBe(0)
    expect(await completed({ taskId: taskIds[0]! })).toBe(1)
    expect((await list({ planId, noun: 'plan' })).rows.map(({ type }) => type)).toEqual([
      'plan.launched',
      'plan.started',
    ])
    expect((await list({ from: today, to: today, noun: 'plan' })).rows.length).toBe(2)
    expect((await list({ from: tomorrow })).rows).toEqual([])
    expect((await list({ to: addDays(today, -1) })).rows).toEqual([])
    expect(await completed({ text: script })).toBe(1)
    expect(await completed({ text: '203.0.113' })).toBe(1)
    expect((await list({ text: '%' })).rows).toEqual([])
    expect((await list({ text: '_oom 3' })).rows).toEqual([])
    expect((await list({ reviewId: newId() })).rows).toEqual([])
    expect((await list({ planId })).names.plan).toBeTruthy()
  })

  it('says of a refused sign-in that nobody knows who it was', async () => {
    const record = { type: 'account.sign-in-refused', payload: { method: 'password' } } as const
    await transaction((tx) => recordAccountActivity(tx, team.ina.accountId, origin, record))
    expect((await list({ noun: 'account' })).rows[0]).toMatchObject({
      who: 'Not known',
      sentence: 'Somebody was refused a sign-in as Ina Torres by password',
    })
  })

  it('shows what it cannot read, instead of failing', async () => {
    await db().activity.create({
      data: {
        id: newId(),
        organisationId: team.organisationId,
        type: 'future.thing-done',
        payload: { x: 1 },
      },
    })
    await db().activity.create({
      data: { id: newId(), organisationId: team.organisationId, type: 'task.started', payload: {} },
    })
    const sentences = (await list()).rows.slice(0, 2).map(({ sentence }) => sentence)
    expect(sentences).toEqual(['task.started (cannot be read)', 'future.thing-done'])
  })

  it('is for those who oversee, of their own organisation', async () => {
    for (const actor of [team.ina, team.hana]) {
      await expect(listAudit(actor)).rejects.toThrow(Forbidden)
      await expect(checkAudit(actor)).rejects.toThrow(Forbidden)
      await expect(exportAudit(actor, 'csv', noFilter)).rejects.toThrow(Forbidden)
    }
    for (const actor of [team.administrator, team.manager, team.leader, team.auditor]) {
      expect((await listAudit(actor)).rows.length).toBe(30)
    }
    const theirs = { ...noFilter, planId, personId: team.ina.personId, taskId: taskIds[0]! }
    const page = await listAudit(stranger.administrator, theirs)
    expect(page).toMatchObject({ rows: [], names: { plan: null, person: null, task: null } })
    const all = await listAudit(stranger.administrator)
    expect(JSON.stringify(all)).not.toContain(team.organisationId)
    expect(all.people.map(({ id }) => id)).not.toContain(team.ina.personId)
  })
})

describe('the export', () => {
  const file = async (actor: Actor, format: ExportFormat, filter: Partial<AuditFilter> = {}) => {
    const { pieces } = await exportAudit(actor, format, { ...noFilter, ...filter })
    let text = ''
    for await (const piece of pieces) text += piece
    return text
  }

  it('has everything, oldest first, and says that it was made', async () => {
    const rows = JSON.parse(await file(team.leader, 'json')) as Record<string, unknown>[]
    const total = (await list()).total!
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: total }, (_, n) => n + 1))
    expect(rows.at(-1)).toMatchObject({
      type: 'audit.exported',
      who: 'Leo Chief',
      what: 'Leo Chief exported the audit log as JSON',
      details: { format: 'JSON', filter: null },
    })
    const done = rows.find(({ task, type }) => task === taskIds[0] && type === 'task.completed')
    expect(done).toMatchObject({ address: '203.0.113.9', session: origin.sessionId })
    expect(done!.changes).toMatchObject([{ table: 'task', id: taskIds[0] }])
    rows.slice(1).forEach((row, index) => expect(row.previousHash).toBe(rows[index]!.hash))
  })

  it('carries formulas and scripts as text', async () => {
    const csv = await file(team.auditor, 'csv', { planId })
    expect(csv.startsWith('\uFEFF')).toBe(true)
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    for (const row of rows) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }
    expect(csv).toContain('HYPERLINK')
    expect(rows.some(({ what }) => what!.includes(script))).toBe(true)
  })

  it('escapes a name that is a formula itself', async () => {
    await db().person.update({ where: { id: team.hana.personId }, data: { name: '=1+1' } })
    await completeTask({ ...team.manager }, { taskId: taskIds[41]! })
    const author = { ...team.hana, permissionRole: 'manager' as const }
    await completeTask(author, { taskId: taskIds[40]! })
    const csv = await file(team.auditor, 'csv', { personId: team.hana.personId })
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    expect(rows.map(({ who }) => who)).toEqual(["'=1+1"])
    expect(rows[0]!.what).toMatch(/^'=1\+1 completed/)
  })

  it('notes what it was narrowed to, and is empty where nothing fits', async () => {
    const filter = { personId: team.backup.personId }
    expect(JSON.parse(await file(team.auditor, 'json', filter))).toEqual([])
    expect((await list({ noun: 'audit' })).rows[0]!.sentence).toBe(
      'Aki Audit exported the audit log as JSON: by Ben Backup',
    )
  })

  it('asks for a proof that is not older than a quarter of an hour, and notes no refusal as an export', async () => {
    const before = (await list()).total
    const long = { ...team.auditor, provedAt: subHours(now(), 1) }
    await expect(exportAudit(long, 'csv', noFilter)).rejects.toThrow(ProofNeeded)
    expect((await list()).total).toBe(before)
  })

  it('reads in steps, so that it never holds all of it', async () => {
    await database().executeSql(
      `insert into activity (id, organisation_id, type, payload)
       select gen_random_uuid(), $1::uuid, 'settings.changed', '{"settings": ["x"]}' from generate_series(1, 1200)`,
      [stranger.organisationId],
    )
    const { pieces } = await exportAudit(stranger.administrator, 'csv', noFilter)
    const sizes: number[] = []
    for await (const piece of pieces) sizes.push(piece.split('\r\n').length - 1)
    expect(Math.max(...sizes)).toBe(500)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(
      1 + (await listAudit(stranger.administrator)).total!,
    )
  })
})

describe('the check', () => {
  it('says that the log is whole, and notes that it was asked', async () => {
    const check = await checkAudit(team.auditor)
    expect(check).toMatchObject({ isWhole: true, findings: [], furtherCount: 0 })
    expect((await list()).rows[0]!.sentence).toMatch(/^Aki Audit checked the audit log: .*, whole$/)
  })
})
