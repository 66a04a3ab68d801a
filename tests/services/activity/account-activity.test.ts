import { beforeAll, expect, it } from 'vitest'
import type { Actor, Origin } from '~/domain/access/actor'
import { db, transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { recordAccountActivity } from '~/services/activity/record-account-activity.server'
import { recordActivity } from '~/services/activity/record-activity.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const origin: Origin = { way: 'browser', address: '203.0.113.7', sessionId: newId() }

let here: Actor
let elsewhere: { organisationId: string }

beforeAll(async () => {
  here = (await createOrganisation()).administrator
  elsewhere = await createOrganisation()
  await db().person.create({
    data: {
      id: newId(),
      organisationId: elsewhere.organisationId,
      accountId: here.accountId,
      name: here.name,
      email: here.email,
      permissionRole: 'member',
    },
  })
  await createPerson({ organisationId: elsewhere.organisationId })
})

const record = { type: 'account.signed-in', payload: { method: 'passkey' } } as const

it('writes one entry in each organisation of the account, with where it came from', async () => {
  await transaction((tx) => recordAccountActivity(tx, here.accountId, origin, record))
  const rows = await db().activity.findMany({ where: { type: 'account.signed-in' } })
  expect(rows.map(({ organisationId }) => organisationId).sort()).toEqual(
    [here.organisationId, elsewhere.organisationId].sort(),
  )
  for (const row of rows) {
    expect(row).toMatchObject({ ...origin, payload: { method: 'passkey' } })
    const person = await db().person.findUniqueOrThrow({ where: { id: row.personId! } })
    expect(person).toMatchObject({
      accountId: here.accountId,
      organisationId: row.organisationId,
    })
  }
})

it('keeps to one organisation where it is asked to', async () => {
  const type = 'account.signed-out'
  await transaction((tx) =>
    recordAccountActivity(tx, here.accountId, origin, { type, payload: {} }, elsewhere),
  )
  const rows = await db().activity.findMany({ where: { type } })
  expect(rows.map(({ organisationId }) => organisationId)).toEqual([elsewhere.organisationId])
})

it('writes nothing for an account that is nobody anywhere', async () => {
  const before = await db().activity.count()
  await transaction((tx) => recordAccountActivity(tx, newId(), origin, record))
  expect(await db().activity.count()).toBe(before)
})

it('notes where an actor acts from, and nothing where nobody was there', async () => {
  const type = 'settings.changed'
  const payload = { settings: ['Name'] }
  const actor = { ...here, origin }
  const { organisationId } = here
  await transaction((tx) => recordActivity(tx, actor, { type, payload }))
  await transaction((tx) =>
    recordActivity(tx, { organisationId, personId: null }, { type, payload }),
  )
  const rows = await db().activity.findMany({ where: { type }, orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([origin, { way: null, address: null, sessionId: null }])
})
