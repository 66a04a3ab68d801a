import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Conflict, Forbidden, NotFound, ProofNeeded } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { decryptSecret } from '~/infra/secrets.server'
import { beginSession, readSession } from '~/services/accounts/sessions.server'
import { beginSingleSignOn } from '~/services/accounts/single-sign-on.server'
import {
  addIdentityProvider,
  disableIdentityProvider,
  editIdentityProvider,
  enableIdentityProvider,
  getIdentityProvider,
  testIdentityProvider,
  unlinkIdentity,
} from '~/services/organisations/identity-providers.server'
import { createPerson } from '~tests/factories/organisation'
import {
  arrive,
  clinicWithProvider,
  comeIn,
  cookieOf,
  goThere,
  known,
  stopProviders,
  visitor,
  type Clinic,
} from '~tests/support/clinic-with-provider'
import { oidcClient } from '~tests/support/oidc-provider'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let clinic: Clinic
let other: Clinic
beforeAll(async () => {
  clinic = await clinicWithProvider({ createsPeople: true })
  other = await clinicWithProvider()
})
afterAll(stopProviders)

describe('the settings of a provider', () => {
  const input = {
    ...{ name: 'Another', issuer: 'https://login.clinic.example', clientId: 'c' },
    ...{ clientSecret: 's3cret', domains: ['a.example'], createsPeople: false },
    newPersonRole: 'member' as const,
  }
  const change = { ...input, removesSecret: false, version: 1 }

  it('keep the secret encrypted for this provider alone, and never give it out', async () => {
    const providerId = await addIdentityProvider(clinic.administrator, input)
    const row = await db().identityProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect(row.clientSecret).not.toContain('s3cret')
    expect(decryptSecret(row.clientSecret!, `identity-provider:${providerId}`)).toBe('s3cret')
    expect(() => decryptSecret(row.clientSecret!, `identity-provider:${newId()}`)).toThrow()
    const view = await getIdentityProvider(clinic.administrator, providerId)
    expect(view.hasSecret).toBe(true)
    expect(JSON.stringify(view)).not.toMatch(/s3cret|k1\./)
    const kept = { ...change, providerId, name: 'Renamed', clientSecret: null }
    expect(await editIdentityProvider(clinic.administrator, kept)).toBe(true)
    expect(await editIdentityProvider(clinic.administrator, kept)).toBe(false)
    const after = await db().identityProvider.findUniqueOrThrow({ where: { id: providerId } })
    expect(after.clientSecret).toBe(row.clientSecret)
    const stale = { ...kept, name: 'Third' }
    await expect(editIdentityProvider(clinic.administrator, stale)).rejects.toBeInstanceOf(Conflict)
    const without = { ...kept, version: 2, removesSecret: true }
    await editIdentityProvider(clinic.administrator, without)
    expect((await getIdentityProvider(clinic.administrator, providerId)).hasSecret).toBe(false)
  })

  it('are for administrators of the organisation who just proved that it is them', async () => {
    const { organisationId, administrator, providerId } = clinic
    const manager = await createPerson({ organisationId, permissionRole: 'manager' })
    const idle = { ...administrator, provedAt: new Date(now().getTime() - 16 * 60_000) }
    const acts: ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => addIdentityProvider(actor, { ...input, name: newId() }),
      (actor) => editIdentityProvider(actor, { ...change, providerId }),
      (actor) => disableIdentityProvider(actor, providerId),
      (actor) => enableIdentityProvider(actor, providerId),
      (actor) => unlinkIdentity(actor, { providerId, identityId: newId() }),
    ]
    for (const act of acts) {
      await expect(act(manager)).rejects.toBeInstanceOf(Forbidden)
      await expect(act(idle)).rejects.toBeInstanceOf(ProofNeeded)
    }
    for (const act of acts.slice(1))
      await expect(act(other.administrator)).rejects.toBeInstanceOf(NotFound)
    await expect(testIdentityProvider(manager, providerId)).rejects.toBeInstanceOf(Forbidden)
    await expect(testIdentityProvider(other.administrator, providerId)).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it('end the provider’s sessions when it is switched off, and no others', async () => {
    const where = await clinicWithProvider({ createsPeople: true })
    known(where, 'out')
    const { cookie } = await comeIn(where)
    const { accountId, organisationId } = where.administrator
    const own = cookieOf(
      await beginSession(accountId, organisationId, { method: 'password', visitor }),
    )
    await disableIdentityProvider(where.administrator, where.providerId)
    expect((await readSession(cookie)).session).toBeNull()
    expect((await readSession(own)).actor).not.toBeNull()
    // A session that a sign-in under way still made is worth nothing either.
    const late = cookieOf(
      await beginSession(accountId, organisationId, {
        ...{ method: 'single-sign-on', visitor, providerId: where.providerId },
      }),
    )
    expect((await readSession(late)).actor).toBeNull()
  })

  it('forget whom the provider knew when the client becomes another', async () => {
    const where = await clinicWithProvider({ createsPeople: true })
    known(where, 'again')
    const { actor } = await comeIn(where)
    const { providerId, domain } = where
    const renamed = { ...change, providerId, name: 'X', domains: [domain], clientSecret: null }
    await editIdentityProvider(where.administrator, { ...renamed, clientId: 'other' })
    expect(await db().externalIdentity.count({ where: { providerId } })).toBe(0)
    await editIdentityProvider(where.administrator, {
      ...{ ...renamed, version: 2, clientId: oidcClient.clientId },
    })
    known(where, 'new-subject', { email: actor.email })
    expect((await comeIn(where)).actor.personId).toBe(actor.personId)
  })
})
describe('a provider that cannot be used', () => {
  let bad: Server
  let answer: 'hangs' | 'lies' | 'floods' | 'redirects' = 'hangs'
  let issuer: string
  let where: Clinic

  beforeAll(async () => {
    bad = createServer((_request, response) => {
      if (answer === 'hangs') return
      if (answer === 'redirects')
        return void response.writeHead(302, { location: clinic.oidc.issuer }).end()
      response.writeHead(200, { 'content-type': 'application/json' })
      if (answer === 'lies')
        return void response.end(JSON.stringify({ issuer: 'https://evil.example' }))
      response.write('{"issuer":"')
      for (let i = 0; i < 64; i += 1) response.write('x'.repeat(64 * 1024))
      response.end('"}')
    })
    await new Promise<void>((resolve) => bad.listen(0, '127.0.0.1', resolve))
    issuer = `http://127.0.0.1:${(bad.address() as AddressInfo).port}`
    where = await clinicWithProvider()
    await db().identityProvider.update({ where: { id: where.providerId }, data: { issuer } })
  })
  afterAll(async () => {
    bad.closeAllConnections()
    await new Promise((resolve) => bad.close(resolve))
  })

  it('is given up, and others sign in while it is waited for', async () => {
    answer = 'hangs'
    let isGivenUp = false
    const waiting = beginSingleSignOn({ providerId: where.providerId, to: '/' }, visitor)
    const outcome = expect(waiting.finally(() => (isGivenUp = true))).rejects.toThrow(
      /did not answer within 8 seconds/,
    )
    known(clinic, 'meanwhile')
    await comeIn(clinic)
    expect(isGivenUp).toBe(false)
    await outcome
  })

  it('is named by its fault, without a word of what it answered', async () => {
    const test = () => testIdentityProvider(where.administrator, where.providerId)
    for (const [kind, words] of [
      ['lies', /another address than the issuer/],
      ['floods', /far more than it should/],
      ['redirects', /did not fit/],
    ] as const) {
      answer = kind
      const refusal: unknown = await test().catch((error: unknown) => error)
      expect((refusal as Error).message, kind).toMatch(words)
      expect((refusal as Error).message).not.toMatch(/evil|xxx/)
    }
    await db().identityProvider.update({
      where: { id: where.providerId },
      data: { issuer: 'http://127.0.0.1:39' },
    })
    await expect(test()).rejects.toThrow(/cannot be reached/)
    await db().identityProvider.update({
      where: { id: where.providerId },
      data: { issuer: 'http://10.0.0.1' },
    })
    await expect(test()).rejects.toThrow(/https/)
    expect(await testIdentityProvider(clinic.administrator, clinic.providerId)).toEqual({
      signInHost: new URL(clinic.oidc.issuer).host,
    })
  })

  it('is told when our secret is wrong', async () => {
    const wrong = await clinicWithProvider({ secret: 'not the secret', createsPeople: true })
    known(wrong, 'secret')
    const { cookie, callback } = await goThere(wrong)
    await expect(arrive(cookie, callback)).rejects.toThrow(/client ID and secret/)
  })
})
