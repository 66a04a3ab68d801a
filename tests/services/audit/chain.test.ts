import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalEntry, type SealedEntry } from '~/domain/audit/canonical-entry'
import { RowChange } from '~/domain/audit/row-change'
import { database, db, transaction } from '~/infra/database/database.server'
import { newId, sha256 } from '~/infra/ids.server'
import { checkChain } from '~/services/audit/check-audit.server'
import { recordActivity } from '~/services/activity/record-activity.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { commentOnTask } from '~/services/tasks/comment-on-task.server'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { createOrganisation } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let team: Team
let taskIds: string[]
const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  database()
    .executeSql(text, values)
    .then(({ rows }) => rows as Row[])

interface Stored extends Record<string, unknown> {
  sequence: number
  type: string | null
  changes: RowChange[]
}

/** Entries after a number, with what changed. */
async function entriesAfter(organisationId: string, sequence: number): Promise<Stored[]> {
  const rows = await sql<Stored & { changes: string | null }>(
    `select e.sequence::int as sequence, e.type, e.person_id::text as "personId", e.way, e.address,
            e.session_id::text as "sessionId", e.task_id::text as "taskId", e.changes::text as changes
       from audit_entry e where e.organisation_id = $1::uuid and e.sequence > $2::bigint order by e.sequence`,
    [organisationId, sequence],
  )
  return rows.map((row) => ({
    ...row,
    changes: RowChange.array().parse(JSON.parse((row.changes as unknown as string) ?? '[]')),
  }))
}

async function headOf(organisationId: string): Promise<number> {
  const rows = await sql<{ sequence: number }>(
    'select sequence::int as sequence from audit_head where organisation_id = $1::uuid',
    [organisationId],
  )
  return rows[0]?.sequence ?? 0
}

beforeAll(async () => {
  team = await createTeam()
  ;({ taskIds } = await createTasks(team.manager, [
    { action: 'Test the backup' },
    { action: '=cmd|calc <script>alert("“ä€😀\u2028\u0007\\")</script>' },
    { action: 'Lock up' },
  ]))
})

describe('sealing', () => {
  it('keeps who, when, from where, and what changed before and after', async () => {
    const before = await headOf(team.organisationId)
    const origin = { way: 'browser', address: '203.0.113.9', sessionId: newId() } as const
    await completeTask({ ...team.ina, origin }, { taskId: taskIds[0]! })
    const entries = await entriesAfter(team.organisationId, before)
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      sequence: before + 1,
      type: 'task.completed',
      personId: team.ina.personId,
      taskId: taskIds[0],
      ...origin,
    })
    const { changes } = entries[0]!
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ table: 'task', id: taskIds[0], name: 'Test the backup' })
    expect(changes[0]!.before).toEqual({ completed_at: null, completed_by_id: null })
    expect(changes[0]!.after).toMatchObject({ completed_by_id: team.ina.personId })
  })

  it('leaves nothing behind, whole or not', async () => {
    const before = await headOf(team.organisationId)
    const attempt = transaction(async (tx) => {
      await tx.task.update({ where: { id: taskIds[2]! }, data: { action: 'Lock down' } })
      await recordActivity(tx, team.manager, {
        type: 'settings.changed',
        payload: { settings: ['x'] },
      })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await headOf(team.organisationId)).toBe(before)
    expect(await sql('select 1 from audit_pending')).toEqual([])
  })

  it('gives each activity the changes made for it, and the last one what comes after', async () => {
    const before = await headOf(team.organisationId)
    const tell = (tx: Parameters<Parameters<typeof transaction>[0]>[0], word: string) =>
      recordActivity(tx, team.manager, { type: 'settings.changed', payload: { settings: [word] } })
    const rename = (tx: Parameters<typeof tell>[0], name: string) =>
      tx.holiday.create({
        data: {
          id: newId(),
          organisationId: team.organisationId,
          onDate: new Date(`2031-01-0${name}T00:00:00Z`),
          name,
        },
      })
    await transaction(async (tx) => {
      await rename(tx, '1')
      await rename(tx, '2')
      await tell(tx, 'first')
      await rename(tx, '3')
      await tell(tx, 'second')
      await rename(tx, '4')
    })
    const entries = await entriesAfter(team.organisationId, before)
    expect(entries.map(({ changes }) => changes.map(({ name }) => name))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('lets no change slip by that no activity tells of', async () => {
    const before = await headOf(team.organisationId)
    await db().task.update({ where: { id: taskIds[2]! }, data: { outcome: 'All doors' } })
    const entries = await entriesAfter(team.organisationId, before)
    expect(entries).toMatchObject([{ type: null, personId: null, changes: [{ table: 'task' }] }])
  })

  it('makes no entry of bookkeeping', async () => {
    const before = await headOf(team.organisationId)
    await db().task.update({
      where: { id: taskIds[2]! },
      data: { lastReminderOn: new Date('2026-12-01T00:00:00Z'), version: { increment: 1 } },
    })
    await db().organisation.update({
      where: { id: team.organisationId },
      data: { lastReference: { increment: 1 } },
    })
    expect(await headOf(team.organisationId)).toBe(before)
  })

  it('keeps secrets out and long texts short', async () => {
    const before = await headOf(team.organisationId)
    const secret = 'a very secret thing'
    const body = 'Long words. '.repeat(200)
    await db().invitation.create({
      data: {
        id: newId(),
        organisationId: team.organisationId,
        personId: team.ina.personId,
        tokenHash: secret,
        expiresAt: new Date(),
      },
    })
    const provider = newId()
    await db().identityProvider.create({
      data: {
        id: provider,
        organisationId: team.organisationId,
        name: 'Hospital',
        issuer: 'https://id.example',
        clientId: 'wardround',
        clientSecret: secret,
      },
    })
    await db().identityProvider.update({
      where: { id: provider },
      data: { clientSecret: `${secret} 2` },
    })
    await commentOnTask(team.ina, { taskId: taskIds[1]!, body })
    const entries = await entriesAfter(team.organisationId, before)
    const text = JSON.stringify(entries)
    expect(text).not.toContain(secret)
    expect(text).not.toContain(body.slice(0, 300))
    expect(entries[2]!.changes[0]).toMatchObject({
      before: { client_secret: '[secret]' },
      after: { client_secret: '[secret]' },
    })
    const comment = entries[3]!.changes.find(({ table }) => table === 'comment')
    expect(comment!.after!.body).toEqual({
      start: body.slice(0, 200),
      length: body.length,
      sha256: sha256(body),
    })
  })

  it('seals what a statement outside the product does', async () => {
    const before = await headOf(team.organisationId)
    await sql(`update task set action = 'Lock it' where id = $1::uuid`, [taskIds[2]])
    await sql('delete from holiday where organisation_id = $1::uuid', [team.organisationId])
    const entries = await entriesAfter(team.organisationId, before)
    expect(entries.map(({ changes }) => changes.length)).toEqual([1, 4])
    expect(entries[1]!.changes[0]).toMatchObject({ table: 'holiday', after: null })
    expect((await checkChain(team.organisationId)).findings).toEqual([])
  })
})

it('covers every table that has an organisation, or says why not', async () => {
  const exempt: Record<string, string> = {
    activity: 'sealed itself',
    audit_entry: 'the log',
    audit_head: 'the log',
    audit_pending: 'the log',
    email:
      'what became of a message is in the mail list; its text may hold links that let somebody in',
    reminder: 'a ledger of its own',
    session: 'signing in and out are activities',
  }
  const tables = await sql<{ name: string; has: boolean }>(
    `select c.table_name::text as name,
            (select count(*) = 2 from pg_trigger t where t.tgrelid = c.table_name::regclass
               and t.tgfoid = 'audit_stage_change'::regproc) as has
       from information_schema.columns c
      where c.table_schema = 'public' and c.column_name = 'organisation_id' order by 1`,
  )
  expect(tables.filter(({ name, has }) => !has && !exempt[name])).toEqual([])
  expect(tables.filter(({ name, has }) => has && exempt[name])).toEqual([])
  expect(tables.length).toBeGreaterThan(20)
})

it('computes the same text and hash as the database, whatever the text', async () => {
  const id = newId()
  const name = 'ä€😀 “x” \u2028 \u0007 \\ " \u007f </script> \r\n\t'
  await db().guide.create({ data: { id, organisationId: team.organisationId, title: name } })
  const rows = await sql<Record<keyof SealedEntry, string | null> & { text: string }>(
    `select e.organisation_id::text as "organisationId", e.sequence::text as sequence,
            to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.noun,
            e.changes::text as changes, encode(e.previous_hash, 'hex') as "previousHash",
            encode(e.hash, 'hex') as hash, audit_text(e, null) as text
       from audit_entry e where e.organisation_id = $1::uuid order by e.sequence desc limit 1`,
    [team.organisationId],
  )
  const { text, hash, ...row } = rows[0]!
  const none = { activityId: null, type: null, personId: null, planId: null, taskId: null }
  const nowhere = { reviewId: null, way: null, address: null, sessionId: null, payload: null }
  const entry = { ...row, ...none, ...nowhere, sequence: Number(row.sequence) }
  expect(row.changes).toContain('😀')
  expect(canonicalEntry(entry as unknown as SealedEntry)).toBe(text)
  expect(sha256(text)).toBe(hash)
})

describe('the database refuses', () => {
  const attempts: [string, string][] = [
    ['to change an entry', `update audit_entry set address = 'x'`],
    ['to remove an entry', 'delete from audit_entry'],
    ['to empty the log', 'truncate audit_entry'],
    ['to empty the activities', 'truncate activity'],
    ['to remove an activity', 'delete from activity'],
    ['to move the head back', 'update audit_head set sequence = sequence - 1'],
    ['to move the head on by hand', 'update audit_head set sequence = sequence + 1'],
    ['to change the head’s hash', `update audit_head set hash = '\\x00'`],
    ['to move the beginning by hand', 'update audit_head set anchor_sequence = 1'],
    ['to remove a head', 'delete from audit_head'],
    [
      'to write an entry by hand',
      `insert into audit_entry select organisation_id, sequence + 1000, at, null, null, noun, null, null, null, null,
         null, null, null, null, hash, hash from audit_entry`,
    ],
    [
      'to remove what is not past its time, also where somebody claims to purge',
      `select set_config('wardround.audit_purge', organisation_id::text, false) from audit_entry limit 1;
       delete from audit_entry`,
    ],
  ]
  it.each(attempts)('%s', async (_what, statement) => {
    await expect(sql(statement)).rejects.toThrow(/append-only|moves forward|seal alone/)
  })
})

it('has a chain for each organisation, in one transaction as well', async () => {
  const other = await createOrganisation()
  const before = await headOf(team.organisationId)
  await transaction(async (tx) => {
    for (const author of [other.administrator, team.manager, other.administrator]) {
      await recordActivity(tx, author, { type: 'settings.changed', payload: { settings: ['x'] } })
    }
  })
  expect(await headOf(team.organisationId)).toBe(before + 1)
  for (const { organisationId } of [team, other]) {
    const check = await checkChain(organisationId)
    expect(check).toMatchObject({ isWhole: true, findings: [] })
    expect(check.entryCount).toBe(await headOf(organisationId))
  }
})
