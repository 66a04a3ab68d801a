import { beforeAll, describe, expect, it } from 'vitest'
import type { ActionFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/domain/access/actor'
import { db } from '~/infra/database/database.server'
import { withRequestContext } from '~/http/request-context.server'
import { action as invitationChallenge } from '~/routes/passkeys/invitation-challenge'
import { action as rename, loader as page } from '~/routes/passkeys/passkey'
import { action as prove } from '~/routes/passkeys/proof'
import { action as proofChallenge } from '~/routes/passkeys/proof-challenge'
import { action as register, loader as back } from '~/routes/passkeys/registration'
import { action as registrationChallenge } from '~/routes/passkeys/registration-challenge'
import { action as remove } from '~/routes/passkeys/removal'
import { action as passSecondStep } from '~/routes/passkeys/second-step'
import { action as secondStepChallenge } from '~/routes/passkeys/second-step-challenge'
import { action as signIn } from '~/routes/passkeys/sign-in'
import { action as signInChallenge } from '~/routes/passkeys/sign-in-challenge'
import { beginSession } from '~/services/accounts/sessions.server'
import { listPasskeys } from '~/services/accounts/passkeys.server'
import type { CreationRequest, UseRequest } from '~/services/accounts/webauthn.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { callRoute } from '~tests/support/call-route'
import { softwareAuthenticator } from '~tests/support/software-authenticator'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

type Ask = (args: ActionFunctionArgs) => Promise<Response>
const device = softwareAuthenticator()
let actor: Actor
let session: string

/** Asks a route as a script of a page does; cookies go back and forth as in a browser. */
async function ask(
  route: Ask,
  body: unknown,
  { cookie = '', address = '127.0.0.1', params = {}, host = 'localhost:3000' } = {},
) {
  const request = new Request(`http://${host}/x`, {
    method: 'POST',
    headers: { Cookie: cookie, Host: host },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const context = { address, userAgent: 'tests', isLocal: true, cspNonce: '' }
  const response = await withRequestContext(context, () => route({ request, params, context: {} }))
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]!)
  const json = (await response.json()) as Record<string, unknown>
  return { status: response.status, json, cookies, headers: response.headers }
}

async function signedInCookie(): Promise<string> {
  const start = { method: 'password', visitor: { address: '127.0.0.1', userAgent: '' } } as const
  return (await beginSession(actor.accountId, actor.organisationId, start)).split(';')[0]!
}

beforeAll(async () => {
  const { organisationId } = await createOrganisation()
  actor = await createPerson({ organisationId })
  const begun = await ask(registrationChallenge, {}, { cookie: await signedInCookie() })
  const { options } = begun.json as unknown as CreationRequest
  const cookie = `${await signedInCookie()}; ${begun.cookies.join('; ')}`
  const done = await ask(register, { answer: device.make(options) }, { cookie })
  expect(done.json).toEqual({ ok: true, to: '/account' })
  session = done.cookies.find((line) => line.startsWith('wardround='))!
})

describe('signing in', () => {
  it('takes a challenge and an answer, and leads to the page that was wanted', async () => {
    const begun = await ask(signInChallenge, { to: '/plans?x=1' })
    expect(begun.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    expect(begun.headers.get('Cache-Control')).toBe('no-store')
    const { options } = begun.json as unknown as UseRequest
    const cookie = begun.cookies.join('; ')
    const done = await ask(signIn, { answer: device.use(options) }, { cookie })
    expect(done.json).toEqual({ ok: true, to: '/plans?x=1' })
    expect(done.cookies.some((line) => /^wardround=./.test(line))).toBe(true)
    expect(done.cookies).toContain('wardround-passkey-sign-in=')
  })

  it('never leads to another site', async () => {
    const begun = await ask(signInChallenge, { to: '//evil.example/x' })
    const { options } = begun.json as unknown as UseRequest
    const cookie = begun.cookies.join('; ')
    const done = await ask(signIn, { answer: device.use(options) }, { cookie })
    expect(done.json).toEqual({ ok: true, to: '/tasks' })
  })

  it('believes APP_URL and no host that a request names', async () => {
    const { json } = await ask(signInChallenge, {}, { host: 'evil.example' })
    expect(json).toMatchObject({ site: 'http://localhost:3000', options: { rpId: 'localhost' } })
  })

  it('refuses with a status and a sentence, and no session', async () => {
    const begun = await ask(signInChallenge, {})
    const { options } = begun.json as unknown as UseRequest
    const answer = device.use(options, { isVerified: false })
    const refused = await ask(signIn, { answer }, { cookie: begun.cookies.join('; ') })
    expect([refused.status, refused.json.code]).toEqual([400, 'passkey-not-accepted'])
    expect(refused.cookies).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['no JSON', 'credential=1'],
    ['another shape', { answer: { id: 'x' } }],
    ['far too much', { answer: 'x'.repeat(200_000) }],
  ])('refuses %s', async (_what, body) => {
    const refused = await ask(signIn, body)
    expect([refused.status, refused.json.code]).toEqual([400, 'unreadable-answer'])
  })

  it('says for how long to wait after too many tries, as 429', async () => {
    const address = '198.51.100.9'
    let challenge = await ask(signInChallenge, {}, { address })
    for (let i = 0; i < 300; i += 1) challenge = await ask(signInChallenge, {}, { address })
    expect([challenge.status, challenge.json.code]).toEqual([429, 'too-many-tries'])
    expect(Number(challenge.headers.get('Retry-After'))).toBeGreaterThan(0)
    const { options } = (await ask(signInChallenge, {})).json as unknown as UseRequest
    const answer = device.use(options)
    let refused = await ask(signIn, { answer }, { address })
    for (let i = 0; i < 50; i += 1) refused = await ask(signIn, { answer }, { address })
    expect(refused.status).toBe(429)
  })
})

describe('what needs a session', () => {
  it.each<[string, Ask, object]>([
    ['a new passkey', registrationChallenge, {}],
    ['its answer', register, {}],
    ['a proof', proofChallenge, {}],
    ['its answer', prove, {}],
  ])('is 401 for somebody signed out: %s', async (_what, route, body) => {
    const refused = await ask(route, body)
    expect([refused.status, refused.json.code]).toEqual([401, 'signed-out'])
  })

  it('leads whoever opens an address that only takes posts to its page', async () => {
    expect((await callRoute(back)).location).toBe('/account')
  })

  it('says when a fresh proof is needed, as 403', async () => {
    const cookie = await signedInCookie()
    await db().session.updateMany({
      where: { accountId: actor.accountId },
      data: { provedAt: new Date(Date.now() - 16 * 60_000) },
    })
    const refused = await ask(registrationChallenge, {}, { cookie })
    expect([refused.status, refused.json.code]).toEqual([403, 'proof-needed'])
    const begun = await ask(proofChallenge, {}, { cookie })
    const { options } = begun.json as unknown as UseRequest
    const cookies = `${cookie}; ${begun.cookies.join('; ')}`
    const body = { answer: device.use(options), to: '/settings' }
    const proved = await ask(prove, body, { cookie: cookies })
    expect(proved.json).toEqual({ ok: true, to: '/settings' })
    // The session goes on under another token: the one from before the proof is worth nothing.
    expect((await ask(registrationChallenge, {}, { cookie })).status).toBe(401)
    const renewed = proved.cookies.join('; ')
    expect((await ask(registrationChallenge, {}, { cookie: renewed })).status).toBe(200)
  })

  it('renames, and removes all but the last way in', async () => {
    const [passkey] = await listPasskeys(actor)
    const params = { passkeyId: passkey!.id }
    const named = await callRoute(rename, { as: actor, params, form: { name: 'Ward telephone' } })
    expect(named.location).toBe('/account')
    const shown = await callRoute(page, { as: actor, params })
    expect(shown.data).toMatchObject({ passkey: { name: 'Ward telephone' }, canRemove: false })
    const empty = await callRoute(rename, { as: actor, params, form: { name: ' ' } })
    expect(empty.status).toBe(400)
    const refused = await callRoute(remove, { as: actor, params, form: {} })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.data)).toContain('only way you can sign in')
    await db().account.update({ where: { id: actor.accountId }, data: { passwordHash: 'x' } })
    const removed = await callRoute(remove, { as: actor, params, form: {} })
    expect(removed.location).toBe('/account')
    expect(removed.headers.getSetCookie().some((line) => /^wardround=./.test(line))).toBe(true)
    expect((await callRoute(page, { as: actor, params })).status).toBe(404)
  })

  it('is 404 for somebody else', async () => {
    const stranger = await createPerson({ organisationId: actor.organisationId })
    await db().passkey.create({
      data: {
        id: '019a0000-0000-7000-8000-000000000001',
        accountId: actor.accountId,
        credentialId: 'other',
        publicKey: new Uint8Array([1]),
        name: 'Theirs',
      },
    })
    const params = { passkeyId: '019a0000-0000-7000-8000-000000000001' }
    for (const route of [page, rename, remove]) {
      const form = route === page ? {} : { form: { name: 'Mine' } }
      expect((await callRoute(route, { as: stranger, params, ...form })).status).toBe(404)
    }
  })
})

it('has no second step without a first', async () => {
  expect((await ask(secondStepChallenge, {})).json.code).toBe('second-step-over')
  const begun = await ask(signInChallenge, {})
  const { options } = begun.json as unknown as UseRequest
  const refused = await ask(passSecondStep, { answer: device.use(options) }, { cookie: session })
  expect(refused.json.code).toBe('passkey-step-over')
})

it('asks for the name before it asks for a passkey on an invitation', async () => {
  const refused = await ask(invitationChallenge, { name: ' ' }, { params: { token: 'x' } })
  expect(refused.json.message).toBe('Enter a name.')
  const unknown = await ask(invitationChallenge, { name: 'Nora' }, { params: { token: 'x' } })
  expect([unknown.status, unknown.json.code]).toEqual([400, 'invitation-void'])
})
