import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { db } from '~/infra/database/database.server'
import { action as changePassword } from '~/routes/account/password'
import { action as saveProfile, loader as account } from '~/routes/account/account'
import { action as signIn, loader as signInPage } from '~/routes/account/sign-in'
import { action as signOut } from '~/routes/account/sign-out'
import { hashPassword } from '~/services/accounts/passwords.server'
import {
  forgetInstallationState,
  getSetupToken,
} from '~/services/organisations/installation.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const password = 'a sentence nobody guesses'
let actor: Actor

beforeAll(async () => {
  const { organisationId } = await createOrganisation()
  await getSetupToken()
  await db().installation.update({ where: { id: 1 }, data: { setUpAt: new Date() } })
  forgetInstallationState()
  actor = await createPerson({ organisationId, email: 'nora@clinic.example' })
  await db().account.update({
    where: { id: actor.accountId },
    data: { passwordHash: await hashPassword(password) },
  })
})

describe('sign-in', () => {
  it('leads to the page that was wanted', async () => {
    const page = await callRoute(account, { url: '/account?x=1' })
    expect(page.location).toBe('/sign-in?to=%2Faccount%3Fx%3D1')
    const form = { email: 'Nora@clinic.example', password, to: '/account?x=1' }
    const answer = await callRoute(signIn, { url: '/sign-in', form })
    expect([answer.status, answer.location]).toEqual([302, '/account?x=1'])
    expect(answer.headers.get('Set-Cookie')).toMatch(/^wardround=.*HttpOnly.*SameSite=Lax/)
  })

  it('never leads to another site', async () => {
    const form = { email: 'nora@clinic.example', password, to: '//evil.example/x' }
    const answer = await callRoute(signIn, { url: '/sign-in', form })
    expect(answer.location).toBe('/tasks')
  })

  it('shows the form again with the address, without the password', async () => {
    const form = { email: 'nora@clinic.example', password: 'wrong', to: '/tasks' }
    const answer = await callRoute(signIn, { url: '/sign-in', form })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.data)).toContain('nora@clinic.example')
    expect(JSON.stringify(answer.data)).not.toContain('wrong"')
    expect(JSON.stringify(answer.data)).toContain('do not belong together')
  })

  it('is not offered to somebody who is in', async () => {
    const answer = await callRoute(signInPage, { url: '/sign-in', as: actor })
    expect(answer.location).toBe('/tasks')
  })

  it('says for how long to wait after too many tries, as 429', async () => {
    let answer = await callRoute(signIn, { form: { email: 'guess@clinic.example', password: 'x' } })
    for (let i = 0; i < 10; i += 1) {
      answer = await callRoute(signIn, { form: { email: 'guess@clinic.example', password: 'x' } })
    }
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(JSON.stringify(answer.data)).toContain('Too many tries')
  })
})

describe('being signed in', () => {
  it('ends with sign-out', async () => {
    const answer = await callRoute(signOut, { as: actor, form: {} })
    expect(answer.headers.get('Set-Cookie')).toMatch(/^wardround=;/)
  })

  it('is needed to save: a post from somebody signed out is 401 and says that nothing changed', async () => {
    const answer = await callRoute(saveProfile, { form: { name: 'Somebody' } })
    expect(answer.status).toBe(401)
    expect(answer.data).toMatchObject({ signInAgain: true, title: 'You are signed out' })
  })

  it('lets one change the own password with the current one only', async () => {
    const wrong = await callRoute(changePassword, {
      as: actor,
      form: { currentPassword: 'nope', password: 'a new long sentence' },
    })
    expect(wrong.status).toBe(400)
    const right = await callRoute(changePassword, {
      as: actor,
      form: { currentPassword: password, password: 'a new long sentence' },
    })
    expect([right.status, right.location]).toEqual([302, '/account'])
    expect(await db().session.count({ where: { accountId: actor.accountId } })).toBe(1)
  })
})
