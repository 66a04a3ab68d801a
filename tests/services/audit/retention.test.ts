import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { subDays, subYears } from 'date-fns'
import type { Actor } from '~/domain/access/actor'
import { keptSince } from '~/domain/audit/retention'
import { Conflict, Forbidden, ProofNeeded } from '~/domain/shared/errors'
import { atInstant, now } from '~/infra/clock.server'
import { database, db, transaction } from '~/infra/database/database.server'
import { checkChain } from '~/services/audit/check-audit.server'
import { purgeAudit } from '~/services/audit/purge-audit.server'
import {
  changeRetention,
  getRetention,
  liftLegalHold,
  placeLegalHold,
} from '~/services/audit/retention.server'
import { recordActivity } from '~/services/activity/record-activity.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let administrator: Actor
let organisationId: string

const note = (at: Date, word: string) =>
  atInstant(at, () =>
    transaction((tx) =>
      recordActivity(tx, administrator, {
        type: 'settings.changed',
        payload: { settings: [word] },
      }),
    ),
  )

const words = async () => {
  const rows = await db().activity.findMany({
    where: { organisationId, type: 'settings.changed' },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ payload }) => (payload as { settings: string[] }).settings[0])
}

const versionOf = async () =>
  (await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })).version

beforeEach(async () => {
  // Set up long ago, so that everything of it is past its time.
  const long = subYears(now(), 20)
  administrator = await atInstant(long, async () => (await createOrganisation()).administrator)
  administrator = { ...administrator, provedAt: now() }
  organisationId = administrator.organisationId
})

afterEach(async () => {
  expect((await checkChain(organisationId)).findings).toEqual([])
})

describe('the nightly removal', () => {
  it('removes what is past its time, and the chain goes on from there', async () => {
    const since = keptSince(now(), 6)
    await note(subYears(since, 3), 'old')
    await note(subDays(since, 1), 'just past')
    await note(subDays(since, -1), 'just within')
    await note(now(), 'new')
    const count = (await checkChain(organisationId)).entryCount
    expect(await purgeAudit()).toBe(3)
    expect(await words()).toEqual(['just within', 'new'])
    const check = await checkChain(organisationId)
    expect(check).toMatchObject({ isWhole: true, entryCount: count - 3 + 1 })
    expect(check.head.sequence).toBe(count + 1)
    const told = await db().activity.findFirstOrThrow({
      where: { organisationId, type: 'audit.purged' },
    })
    expect(told.payload).toMatchObject({ firstSequence: 1, lastSequence: 3 })
    expect(await getRetention(administrator)).toMatchObject({
      removedCount: 3,
      oldest: { sequence: 4 },
    })
    // A second run the same night finds nothing.
    expect(await purgeAudit()).toBe(0)
    expect(await checkChain(organisationId)).toMatchObject({ head: check.head })
  })

  it('never leaves a gap: what is old but stands after something younger stays', async () => {
    await note(subDays(now(), 10), 'young')
    await note(subYears(now(), 9), 'old, written down late')
    await purgeAudit()
    expect(await words()).toEqual(['young', 'old, written down late'])
  })

  it('keeps what a longer retention keeps', async () => {
    await changeRetention(administrator, { years: 25, version: await versionOf() })
    await note(subYears(now(), 7), 'old')
    expect(await purgeAudit()).toBe(0)
    expect(await words()).toEqual(['old'])
  })

  it('removes nothing that is held, and goes on once the hold is lifted', async () => {
    await note(subYears(now(), 7), 'old')
    expect(await placeLegalHold(administrator, { reason: 'Inquiry of the authority' })).toBe(true)
    expect(await placeLegalHold(administrator, { reason: 'Again' })).toBe(false)
    expect(await purgeAudit()).toBe(0)
    expect(await words()).toEqual(['old'])
    expect((await getRetention(administrator)).hold).toMatchObject({
      by: administrator.name,
      reason: 'Inquiry of the authority',
    })
    expect(await liftLegalHold(administrator, { reason: 'Closed' })).toBe(true)
    expect(await liftLegalHold(administrator, { reason: 'Again' })).toBe(false)
    expect(await purgeAudit()).toBe(2)
    expect(await words()).toEqual([])
    const types = await db().activity.findMany({
      where: { organisationId },
      orderBy: { id: 'asc' },
    })
    expect(types.map(({ type }) => type)).toEqual([
      'audit.hold-placed',
      'audit.hold-lifted',
      'audit.purged',
    ])
  })

  it('removes many in steps', async () => {
    await database().executeSql(
      `insert into activity (id, organisation_id, type, payload, at)
       select gen_random_uuid(), $1::uuid, 'settings.changed', '{"settings": ["x"]}', now() - interval '7 years'
         from generate_series(1, 4500)`,
      [organisationId],
    )
    expect(await purgeAudit()).toBe(4501)
    expect(await db().activity.count({ where: { organisationId } })).toBe(3)
  })
})

describe('the database itself', () => {
  const claim = `select set_config('wardround.audit_purge', '$org', true);`
  const attempt = (statement: string) =>
    database().executeSql(`${claim}${statement}`.replaceAll('$org', organisationId))

  it('removes nothing under hold, whoever asks', async () => {
    await placeLegalHold(administrator, { reason: 'Inquiry' })
    const { rows } = await database().executeSql('select * from audit_purge($1::uuid, 100)', [
      organisationId,
    ])
    expect(rows).toEqual([])
    for (const table of ['audit_entry', 'activity']) {
      const where = `where organisation_id = '$org' and at < now() - interval '10 years'`
      await expect(attempt(`delete from ${table} ${where}`)).rejects.toThrow('append-only')
    }
  })

  it('counts from its own clock, so that a wrong one here removes nothing', async () => {
    await note(subDays(now(), 1), 'yesterday')
    await atInstant(new Date('2060-01-01T00:00:00Z'), () => purgeAudit())
    expect(await words()).toEqual(['yesterday'])
  })

  it.each([
    ['2028-02-29 10:00+00', 6],
    ['2028-02-29 10:00+00', 8],
    ['2026-03-01 00:00+00', 6],
    ['2027-02-28 23:59:59+00', 7],
  ])('counts %s less %i years as the page does', async (instant, years) => {
    const { rows } = await database().executeSql(
      `select to_char((($1::timestamptz at time zone 'UTC') - make_interval(years => $2::int)), 'YYYY-MM-DD"T"HH24:MI:SS') as at`,
      [instant, years],
    )
    const expected = keptSince(new Date(instant.replace(' ', 'T').replace('+00', 'Z')), years)
    expect(`${String(rows[0]!.at)}.000Z`).toBe(expected.toISOString())
  })

  it('refuses less than six years', async () => {
    const where = { id: organisationId }
    await expect(
      db().organisation.update({ where, data: { auditRetentionYears: 5 } }),
    ).rejects.toThrow()
  })
})

describe('who decides', () => {
  it('is an administrator, who proved a short while ago who they are', async () => {
    const manager = await createPerson({ organisationId, permissionRole: 'manager' })
    const long = { ...administrator, provedAt: subDays(now(), 1) }
    const version = await versionOf()
    for (const [actor, refusal] of [
      [manager, Forbidden],
      [long, ProofNeeded],
    ] as const) {
      await expect(changeRetention(actor, { years: 10, version })).rejects.toThrow(refusal)
      await expect(placeLegalHold(actor, { reason: 'x' })).rejects.toThrow(refusal)
      await expect(liftLegalHold(actor, { reason: 'x' })).rejects.toThrow(refusal)
    }
    const member = await createPerson({ organisationId, permissionRole: 'member' })
    await expect(getRetention(member)).rejects.toThrow(Forbidden)
    expect((await getRetention(manager)).may).toEqual({ manage: false })
  })

  it('sees a change that was made since the form was opened', async () => {
    const version = await versionOf()
    expect(await changeRetention(administrator, { years: 10, version })).toBe(true)
    expect(await changeRetention(administrator, { years: 10, version })).toBe(false)
    await expect(changeRetention(administrator, { years: 12, version })).rejects.toThrow(Conflict)
    expect((await getRetention(administrator)).years).toBe(10)
  })
})
