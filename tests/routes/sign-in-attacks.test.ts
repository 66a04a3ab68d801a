import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import { action as saveProfile } from '~/routes/account/account'
import { loader as authenticator } from '~/routes/account/authenticator'
import { action as prove, loader as proofPage } from '~/routes/account/proof'
import { action as renewCodes } from '~/routes/account/recovery-codes'
import { action as resetAction } from '~/routes/account/reset-password'
import { action as secondStep, loader as secondStepPage } from '~/routes/account/second-step'
import { action as signIn } from '~/routes/account/sign-in'
import { action as changeRole } from '~/routes/people/permission-role'
import { loader as tasks } from '~/routes/tasks/index'
import { verifyPassword, hashPassword } from '~/services/accounts/passwords.server'
import { readSession } from '~/services/accounts/sessions.server'
import {
  factoryPassword,
  giveAuthenticator,
  givePassword,
  openSession,
} from '~tests/factories/account'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { callRoute, type Answer } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'
import { codeAt } from '~tests/support/totp'

useTestDatabase()

const start = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const cookiesOf = (answer: Answer) =>
  answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
const cookieNamed = (answer: Answer, name: string) =>
  cookiesOf(answer).findLast((cookie) => cookie.startsWith(`${name}=`)) ?? ''

let organisationId: string
let administrator: Actor
let serial = 0

beforeAll(async () => {
  const created = await createOrganisation({ name: 'Seeblick' })
  organisationId = created.organisationId
  administrator = created.administrator
  await givePassword(administrator)
})
beforeEach(() => setClock(start))
afterEach(() => setClock(undefined))

async function personWithPassword() {
  const actor = await createPerson({ organisationId })
  await givePassword(actor)
  return actor
}

const freshAddress = () => {
  serial += 1
  return `203.0.113.${serial}`
}

const enter = (actor: Actor, extra: Record<string, string> = {}, cookie?: string) =>
  callRoute(signIn, {
    url: '/sign-in',
    form: { email: actor.email, password: factoryPassword, ...extra },
    address: freshAddress(),
    ...(cookie ? { cookie } : {}),
  })

describe('session fixation', () => {
  it('gives a new session, ends the one the browser came with, and takes none from outside', async () => {
    const attacker = await personWithPassword()
    const victim = await personWithPassword()
    const { cookie: planted } = await openSession(attacker)
    const answer = await enter(victim, {}, planted)
    const own = cookieNamed(answer, 'wardround')
    expect(own).not.toBe(planted)
    expect((await readSession(own)).actor?.personId).toBe(victim.personId)
    expect((await readSession(planted)).actor).toBeNull()
    const madeUp = `wardround=${newToken()}`
    const second = cookieNamed(await enter(victim, {}, madeUp), 'wardround')
    expect(second).not.toBe(madeUp)
    expect((await readSession(madeUp)).actor).toBeNull()
  })

  it('gives another secret at the second step and at a proof', async () => {
    const actor = await personWithPassword()
    const { key } = await giveAuthenticator(actor)
    const { cookie: planted } = await openSession(await personWithPassword())
    setClock(later(1))
    const first = await enter(actor, {}, planted)
    const answer = await callRoute(secondStep, {
      url: '/sign-in/second-step',
      form: { code: codeAt(key, later(1)) },
      cookie: `${planted}; ${cookieNamed(first, 'wardround-second-step')}`,
    })
    const own = cookieNamed(answer, 'wardround')
    expect((await readSession(own)).actor?.personId).toBe(actor.personId)
    const proof = await callRoute(prove, {
      url: '/account/proof?to=/tasks',
      form: { proofPassword: factoryPassword },
      cookie: own,
    })
    expect((await readSession(own)).actor).toBeNull()
    expect((await readSession(cookieNamed(proof, 'wardround'))).actor?.personId).toBe(
      actor.personId,
    )
  })
})

describe('the second step at the door', () => {
  it('is not there for a browser that gave no password', async () => {
    const page = await callRoute(secondStepPage, { url: '/sign-in/second-step' })
    expect(page.location).toBe('/sign-in')
  })

  it('opens nothing before it is made, and answers guessing with 429 and the time to wait', async () => {
    const actor = await personWithPassword()
    await giveAuthenticator(actor)
    const first = await enter(actor)
    expect(first.location).toBe('/sign-in/second-step')
    expect(cookieNamed(first, 'wardround')).toBe('')
    const cookie = cookieNamed(first, 'wardround-second-step')
    expect((await callRoute(tasks, { url: '/tasks', cookie })).location).toMatch(/^\/sign-in/)
    const guess = () =>
      callRoute(secondStep, { url: '/sign-in/second-step', form: { code: '000000' }, cookie })
    for (let i = 0; i < 5; i += 1) expect((await guess()).status).toBe(400)
    const answer = await guess()
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(JSON.stringify(answer.data)).not.toContain('"000000"')
  })
})

describe('open redirects', () => {
  const evil = ['//evil.example', '/\\evil.example', 'https://evil.example/x', '/a\n//evil.example']

  it.each(evil)('after sign-in: %j', async (to) => {
    expect((await enter(await personWithPassword(), { to })).location).toBe('/tasks')
  })

  it.each(evil)('after the second step: %j', async (to) => {
    const actor = await personWithPassword()
    const { key } = await giveAuthenticator(actor)
    setClock(later(1))
    const first = await enter(actor, { to })
    const answer = await callRoute(secondStep, {
      url: '/sign-in/second-step',
      form: { code: codeAt(key, later(1)) },
      cookie: cookieNamed(first, 'wardround-second-step'),
    })
    expect(answer.location).toBe('/tasks')
  })

  it.each(evil)('after a proof: %j', async (to) => {
    const { cookie } = await openSession(await personWithPassword())
    for (const again of ['', '&again=1']) {
      const answer = await callRoute(prove, {
        url: `/account/proof?to=${encodeURIComponent(to)}${again}`,
        form: { proofPassword: factoryPassword },
        cookie: again ? (await openSession(await personWithPassword())).cookie : cookie,
      })
      expect(answer.location).toBe('/account')
    }
  })
})

describe('asking who it is once more', () => {
  it('leads from a page to the proof and back', async () => {
    const { cookie } = await openSession(await personWithPassword())
    setClock(later(16))
    const page = await callRoute(authenticator, { url: '/account/authenticator', cookie })
    expect(page.location).toBe('/account/proof?to=%2Faccount%2Fauthenticator')
    const answer = await callRoute(prove, {
      url: page.location!,
      form: { proofPassword: factoryPassword },
      cookie,
    })
    expect([answer.status, answer.location]).toEqual([302, '/account/authenticator'])
    const renewed = cookieNamed(answer, 'wardround')
    const again = await callRoute(authenticator, { url: '/account/authenticator', cookie: renewed })
    expect(again.status).toBe(200)
  })

  it('keeps what was posted, and posts it again after the proof: nothing is lost, nothing done before', async () => {
    const member = await createPerson({ organisationId })
    const { cookie } = await openSession(administrator)
    setClock(later(16))
    const url = `/people/${member.personId}/permission-role`
    const params = { personId: member.personId }
    const form = { permissionRole: 'leader', version: '1' }
    const refused = await callRoute(changeRole, { url, params, form, cookie })
    expect(refused.status).toBe(403)
    const { proof } = refused.data as {
      proof: { action: string; kept: { name: string; value: string }[]; ways: object }
    }
    expect(proof.kept).toEqual([
      { name: 'permissionRole', value: 'leader' },
      { name: 'version', value: '1' },
    ])
    const keptForm = Object.fromEntries(proof.kept.map(({ name, value }) => [name, value]))
    const wrong = await callRoute(prove, {
      url: proof.action,
      form: { ...keptForm, proofPassword: 'wrong' },
      cookie,
    })
    expect(wrong.status).toBe(400)
    expect(wrong.data).toMatchObject({
      kept: proof.kept,
      action: proof.action,
      errors: { proofPassword: 'This is not your password.' },
    })
    const right = await callRoute(prove, {
      url: proof.action,
      form: { ...keptForm, proofPassword: factoryPassword },
      cookie,
    })
    expect([right.status, right.location]).toEqual([307, url])
    // The browser sends the same fields on, the proof among them.
    const done = await callRoute(changeRole, {
      ...{ url, params, cookie: cookieNamed(right, 'wardround') },
      form: { ...keptForm, proofPassword: factoryPassword },
    })
    expect(done.status).toBe(302)
    const row = await db().person.findUniqueOrThrow({ where: { id: member.personId } })
    expect(row.permissionRole).toBe('leader')
  })

  it('posts nothing again for somebody who was led to the page by a link', async () => {
    const { cookie } = await openSession(administrator)
    const url = '/account/proof?to=/account/authenticator/removal&again=1'
    const page = await callRoute(proofPage, { url, cookie })
    expect((page.data as { action: string }).action).toBe(
      '/account/proof?to=%2Faccount%2Fauthenticator%2Fremoval',
    )
  })

  it('stops guessing the password with 429', async () => {
    const { cookie } = await openSession(await personWithPassword())
    const guess = () =>
      callRoute(prove, { url: '/account/proof', form: { proofPassword: 'wrong' }, cookie })
    for (let i = 0; i < 10; i += 1) expect((await guess()).status).toBe(400)
    const answer = await guess()
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  })
})

describe('links to a new password', () => {
  const password = 'tulips under seven lamps'
  async function link(actor: Actor, toAddress: string) {
    const token = newToken()
    await db().passwordReset.create({
      data: {
        ...{ id: newId(), accountId: actor.accountId, tokenHash: sha256(token), toAddress },
        expiresAt: later(60),
      },
    })
    return token
  }
  const use = (token: string) =>
    callRoute(resetAction, { params: { token }, form: { password }, address: freshAddress() })

  it('work once, and never for an address that the account no longer has', async () => {
    const actor = await personWithPassword()
    const token = await link(actor, actor.email)
    expect((await use(token)).location).toBe('/sign-in')
    expect((await use(token)).status).toBe(400)
    const older = await link(actor, actor.email)
    const email = `${newId()}@clinic.example`
    await db().account.update({ where: { id: actor.accountId }, data: { email } })
    const answer = await use(older)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.data)).toContain('no longer be used')
  })

  it('refuse a password that tells whose it is, and stay good for a better one', async () => {
    const actor = await personWithPassword()
    const token = await link(actor, actor.email)
    const weak = await callRoute(resetAction, {
      ...{ params: { token }, form: { password: 'seeblick lamps tram' } },
      address: freshAddress(),
    })
    expect(JSON.stringify(weak.data)).toContain('seeblick')
    expect((await use(token)).status).toBe(302)
  })
})

describe('what a stranger learns of an address', () => {
  it('is nothing: the same status, words and fields for one that is known and one that is not', async () => {
    const known = await personWithPassword()
    const tried = async (email: string) => {
      const form = { email, password: 'not the password' }
      const { status, data, headers } = await callRoute(signIn, { form, address: freshAddress() })
      return { status, words: JSON.stringify(data).replaceAll(email, '…'), cookies: [...headers] }
    }
    expect(await tried(known.email)).toEqual(await tried('nobody@elsewhere.example'))
  })

  it('is not told by time: without a hash the same work is done', async () => {
    const hash = await hashPassword(factoryPassword)
    await verifyPassword(null, 'warm')
    const median = async (stored: string | null) => {
      const times: number[] = []
      for (let i = 0; i < 5; i += 1) {
        const before = performance.now()
        await verifyPassword(stored, 'wrong')
        times.push(performance.now() - before)
      }
      return times.sort((a, b) => a - b)[2]!
    }
    const ratio = (await median(null)) / (await median(hash))
    expect(ratio).toBeGreaterThan(0.33)
    expect(ratio).toBeLessThan(3)
  })
})

describe('further form fields', () => {
  it('change nothing: neither role nor address nor account', async () => {
    const actor = await createPerson({ organisationId })
    const form = {
      name: 'Nora',
      timeZone: '',
      permissionRole: 'administrator',
      email: 'evil@elsewhere.example',
      accountId: administrator.accountId,
      organisationId: newId(),
    }
    await callRoute(saveProfile, { url: '/account', form, as: actor })
    const row = await db().person.findUniqueOrThrow({ where: { id: actor.personId } })
    expect(row).toMatchObject({
      ...{ name: 'Nora', permissionRole: 'member', email: actor.email },
      ...{ accountId: actor.accountId, organisationId },
    })
  })

  it('do not make recovery codes of somebody else', async () => {
    const [mine, other] = [await personWithPassword(), await personWithPassword()]
    await giveAuthenticator(mine)
    await giveAuthenticator(other)
    const before = await db().recoveryCode.findMany({ where: { accountId: other.accountId } })
    await callRoute(renewCodes, {
      url: '/account/recovery-codes',
      form: { accountId: other.accountId },
      as: mine,
    })
    expect(await db().recoveryCode.findMany({ where: { accountId: other.accountId } })).toEqual(
      before,
    )
  })
})
