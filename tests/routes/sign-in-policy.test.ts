import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { action as saveProfile, loader as account } from '~/routes/account/account'
import { action as confirmApp, loader as authenticator } from '~/routes/account/authenticator'
import { loader as secondFactorPage } from '~/routes/account/second-factor'
import { action as savePolicy, loader as policyPage } from '~/routes/settings/sign-in'
import { loader as shell } from '~/routes/shell/layout'
import { loader as tasks } from '~/routes/tasks/index'
import { readSession } from '~/services/accounts/sessions.server'
import { giveAuthenticator, givePassword, openSession } from '~tests/factories/account'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'
import { codeAt } from '~tests/support/totp'

useTestDatabase()

const start = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

let organisationId: string
let administrator: Actor

beforeAll(async () => {
  const created = await createOrganisation({ name: 'Seeblick' })
  organisationId = created.organisationId
  administrator = created.administrator
  await givePassword(administrator)
})
beforeEach(() => setClock(start))
afterEach(async () => {
  setClock(undefined)
  await db().organisation.update({ where: { id: organisationId }, data: { signInPolicy: {} } })
})

async function personWithPassword() {
  const actor = await createPerson({ organisationId })
  await givePassword(actor)
  return actor
}

describe('an organisation that asks for a second factor', () => {
  const ask = (secondFactorFrom: string) =>
    db().organisation.update({
      where: { id: organisationId },
      data: { signInPolicy: { secondFactorFor: 'everyone', secondFactorFrom } },
    })

  it('tells in the days of grace, and then lets nobody further than the enrolment', async () => {
    const actor = await personWithPassword()
    const { cookie } = await openSession(actor)
    await ask('2026-12-02')
    const frame = await callRoute(shell, { url: '/tasks', cookie })
    expect(frame.data).toMatchObject({ secondFactorFrom: 'Wed 2 Dec' })
    expect((await callRoute(tasks, { url: '/tasks', cookie })).status).toBe(200)
    await ask('2026-12-01')
    const page = await callRoute(tasks, { url: '/tasks', cookie })
    expect(page.location).toBe('/account/second-factor')
    expect((await callRoute(account, { url: '/account', cookie })).location).toBe(
      '/account/second-factor',
    )
    const post = await callRoute(saveProfile, { url: '/account', form: { name: 'X' }, cookie })
    expect(post.status).toBe(403)
    expect(
      (await callRoute(secondFactorPage, { url: '/account/second-factor', cookie })).status,
    ).toBe(200)
  })

  it('lets them on once they enrolled, with the recovery codes shown this once', async () => {
    const actor = await personWithPassword()
    const { cookie } = await openSession(actor)
    await ask('2026-12-01')
    const page = await callRoute(authenticator, { url: '/account/authenticator', cookie })
    const { key } = (page.data as { enrolment: { key: string } }).enrolment
    const answer = await callRoute(confirmApp, {
      url: '/account/authenticator',
      form: { code: codeAt(key, start), accountId: administrator.accountId },
      cookie,
    })
    const { codes } = answer.data as { codes: string[] }
    expect(codes).toHaveLength(10)
    const renewed = answer.headers.getSetCookie()[0]!.split(';')[0]!
    expect((await callRoute(tasks, { url: '/tasks', cookie: renewed })).status).toBe(200)
    const shownAgain = await callRoute(authenticator, {
      url: '/account/authenticator',
      cookie: renewed,
    })
    expect(JSON.stringify(shownAgain.data)).not.toContain(codes[0])
    expect(shownAgain.data).toMatchObject({ enrolment: null })
  })

  it('signs a session out that began without the factor its account has by now', async () => {
    const actor = await personWithPassword()
    await giveAuthenticator(actor)
    const { cookie } = await openSession(actor)
    expect((await readSession(cookie)).actor).not.toBeNull()
    await ask('2026-12-01')
    expect((await readSession(cookie)).actor).toBeNull()
  })

  it('lets single sign-on and the demo be', async () => {
    const actor = await personWithPassword()
    await ask('2026-12-01')
    for (const method of ['single-sign-on', 'demo'] as const) {
      const { cookie } = await openSession(actor, { method })
      expect((await callRoute(tasks, { url: '/tasks', cookie })).status).toBe(200)
    }
  })
})

describe('the sign-in settings', () => {
  const form = {
    secondFactorFor: 'managers',
    secondFactorFrom: '2026-12-14',
    singleSignOnFor: 'nobody',
    singleSignOnFrom: '',
    idleMinutes: '60',
    absoluteMinutes: '480',
  }
  const versionNow = async () =>
    String((await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })).version)

  it('are for administrators, and show who has no second factor yet', async () => {
    const manager = await createPerson({ organisationId, permissionRole: 'manager' })
    expect((await callRoute(policyPage, { as: manager })).status).toBe(403)
    const version = await versionNow()
    expect((await callRoute(savePolicy, { as: manager, form: { ...form, version } })).status).toBe(
      403,
    )
    const page = await callRoute(policyPage, { as: administrator })
    const { settings } = page.data as { settings: { people: { id: string; factors: string }[] } }
    expect(settings.people.find(({ id }) => id === manager.personId)?.factors).toBeNull()
  })

  it('are saved with a fresh proof, from the version that was shown', async () => {
    const version = await versionNow()
    const { cookie } = await openSession(administrator)
    setClock(later(16))
    const call = { url: '/settings/sign-in', form: { ...form, version } }
    expect((await callRoute(savePolicy, { ...call, cookie })).status).toBe(403)
    const extra = { organisationId: newId(), name: 'Taken over' }
    const saved = await callRoute(savePolicy, {
      ...call,
      form: { ...call.form, ...extra },
      as: administrator,
    })
    expect(saved.location).toBe('/settings/sign-in')
    const row = await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })
    expect(row.name).toBe('Seeblick')
    expect(row.signInPolicy).toEqual({
      ...{ secondFactorFor: 'managers', secondFactorFrom: '2026-12-14' },
      ...{ singleSignOnFor: 'nobody', singleSignOnFrom: null },
      ...{ idleMinutes: 60, absoluteMinutes: 480 },
    })
    expect((await callRoute(savePolicy, { ...call, as: administrator })).status).toBe(409)
  })

  it('ask for single sign-on only where there is a provider', async () => {
    const answer = await callRoute(savePolicy, {
      form: { ...form, singleSignOnFor: 'everyone', version: await versionNow() },
      as: administrator,
    })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.data)).toContain('nobody could sign in')
  })
})
