import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { beginCeremony } from '~/services/accounts/ceremonies.server'
import { beginPasskeyProof, proveWithPasskey } from '~/services/accounts/passkey-proof.server'
import {
  beginPasskeySecondStep,
  beginPasskeySignIn,
  passSecondStepWithPasskey,
  signInWithPasskey,
} from '~/services/accounts/passkey-sign-in.server'
import { listPasskeys } from '~/services/accounts/passkeys.server'
import { TooManyTries } from '~/services/accounts/rate-limits.server'
import { beginPasskeyRegistration } from '~/services/accounts/register-passkey.server'
import { readSession } from '~/services/accounts/sessions.server'
import { createOrganisation } from '~tests/factories/organisation'
import {
  codeOf,
  cookieOf,
  personWithPasskey,
  signedIn,
  signIn,
  visitor,
} from '~tests/support/passkey-people'
import { softwareAuthenticator, type Lie } from '~tests/support/software-authenticator'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let organisationId: string
beforeAll(async () => {
  organisationId = (await createOrganisation()).organisationId
})

describe('signing in with a passkey', () => {
  it('is enough by itself, names nobody beforehand and remembers the way', async () => {
    const { actor, device } = await personWithPasskey(organisationId)
    const { request } = await beginPasskeySignIn({}, visitor)
    expect(request.options.allowCredentials ?? []).toEqual([])
    expect(request.options.userVerification).toBe('required')
    const { to, step, cookies } = await signIn(device)
    expect([to, step]).toEqual(['/plans', 'signed-in'])
    const { actor: there, session } = await readSession(cookieOf(cookies[0]!))
    expect(there?.accountId).toBe(actor.accountId)
    expect(session?.method).toBe('passkey')
    expect(session?.secondFactorAt).not.toBeNull()
    const [row] = await listPasskeys(actor)
    expect(row?.lastUsedAt).not.toBeNull()
  })

  it.each<[string, Lie]>([
    ['another site', { origin: 'http://localhost:3001' }],
    ['another site’s key', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['a device that did not check its owner', { isVerified: false }],
    ['nobody at the device', { isPresent: false }],
    ['another key’s signature', { otherKey: true }],
    ['the answer to a registration', { type: 'webauthn.create' }],
    ['a frame of another site', { crossOrigin: true, topOrigin: 'https://evil.example' }],
    ['a frame of another site that is not named', { crossOrigin: true }],
    ['the name of another account', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('refuses %s', async (_what, lie) => {
    const { device, actor } = await personWithPasskey(organisationId)
    expect(await codeOf(signIn(device, lie))).toBe('passkey-not-accepted')
    expect(
      await db().session.count({ where: { accountId: actor.accountId, method: 'passkey' } }),
    ).toBe(0)
  })

  it('refuses an answer that was used already, and one to another browser’s challenge', async () => {
    const { device } = await personWithPasskey(
      organisationId,
      softwareAuthenticator({ isCounting: false }),
    )
    const begun = await beginPasskeySignIn({}, visitor)
    const other = await beginPasskeySignIn({}, visitor)
    const answer = device.use(begun.request.options)
    const crossed = signInWithPasskey(answer, cookieOf(other.cookie), visitor)
    expect(await codeOf(crossed)).toBe('passkey-not-accepted')
    expect(await codeOf(signInWithPasskey(answer, null, visitor))).toBe('passkey-step-over')
    await signInWithPasskey(answer, cookieOf(begun.cookie), visitor)
    const replayed = signInWithPasskey(answer, cookieOf(begun.cookie), visitor)
    expect(await codeOf(replayed)).toBe('passkey-step-over')
    const fresh = await beginPasskeySignIn({}, visitor)
    const replayedElsewhere = signInWithPasskey(answer, cookieOf(fresh.cookie), visitor)
    expect(await codeOf(replayedElsewhere)).toBe('passkey-not-accepted')
  })

  it('lets one of two in that send the same answer at the same moment', async () => {
    const { device } = await personWithPasskey(organisationId)
    const { request, cookie } = await beginPasskeySignIn({}, visitor)
    const answer = device.use(request.options)
    const both = [1, 2].map(() => codeOf(signInWithPasskey(answer, cookieOf(cookie), visitor)))
    expect((await Promise.all(both)).sort()).toEqual(['done', 'passkey-step-over'])
  })

  it('takes no challenge of another purpose', async () => {
    const { device, actor } = await personWithPasskey(organisationId)
    const second = cookieOf(
      await beginCeremony('second-step', { accountId: actor.accountId, payload: {} }),
    )
    const { request, cookie } = await beginPasskeySecondStep(second, visitor)
    const answer = device.use(request.options)
    const crossed = signInWithPasskey(answer, cookieOf(cookie), visitor)
    expect(await codeOf(crossed)).toBe('passkey-step-over')
  })

  it('refuses a copy of a passkey, and writes it down', async () => {
    const { device, actor } = await personWithPasskey(organisationId)
    const copy = device.copy()
    await signIn(device)
    await signIn(device)
    expect(await codeOf(signIn(copy))).toBe('passkey-copied')
    const noted = await db().activity.findFirst({
      where: { organisationId, type: 'passkey.refused' },
      orderBy: { at: 'desc' },
    })
    expect(noted?.payload).toMatchObject({ personId: actor.personId })
    expect(noted?.personId).toBeNull()
    await signIn(device)
  })

  it('writes nothing down for a counter that nobody signed', async () => {
    const { device, actor } = await personWithPasskey(organisationId)
    const copy = device.copy()
    await signIn(device)
    await signIn(device)
    expect(await codeOf(signIn(copy, { otherKey: true }))).toBe('passkey-not-accepted')
    const noted = await db().activity.findMany({
      where: { organisationId, type: 'passkey.refused' },
    })
    expect(JSON.stringify(noted)).not.toContain(actor.personId)
  })

  it('works with a device that never counts', async () => {
    const { device } = await personWithPasskey(
      organisationId,
      softwareAuthenticator({ isCounting: false }),
    )
    await signIn(device)
    expect((await signIn(device)).step).toBe('signed-in')
  })

  it('lets nobody in who was deactivated', async () => {
    const { device, actor } = await personWithPasskey(organisationId)
    await db().person.update({ where: { id: actor.personId }, data: { deactivatedAt: new Date() } })
    expect(await codeOf(signIn(device))).toBe('passkey-not-accepted')
  })

  it('knows no passkey that was never registered', async () => {
    const device = softwareAuthenticator()
    const { actor } = await signedIn(organisationId)
    device.make((await beginPasskeyRegistration(actor)).request.options)
    expect(await codeOf(signIn(device))).toBe('passkey-unknown')
  })

  it('is counted by address: 429 after fifty, whoever it is', async () => {
    const { device } = await personWithPasskey(organisationId)
    const address = '198.51.100.7'
    for (let i = 0; i < 50; i += 1) {
      await codeOf(signInWithPasskey({} as never, null, { ...visitor, address }))
    }
    await expect(signIn(device, {}, address)).rejects.toBeInstanceOf(TooManyTries)
  })
})

describe('a passkey at the second step', () => {
  const opened = async (accountId: string | null) =>
    cookieOf(
      await beginCeremony('second-step', {
        accountId,
        payload: { to: '/reviews', organisationId },
      }),
    )

  it('ends the sign-in where the first step wanted to go, once', async () => {
    const { device, actor } = await personWithPasskey(organisationId)
    const second = await opened(actor.accountId)
    const { request, cookie } = await beginPasskeySecondStep(second, visitor)
    expect(request.options.allowCredentials).toHaveLength(1)
    const cookies = `${second}; ${cookieOf(cookie)}`
    const answer = device.use(request.options)
    const done = await passSecondStepWithPasskey(answer, cookies, visitor)
    expect(done.to).toBe('/reviews')
    const there = await readSession(cookieOf(done.cookies[0]!))
    expect(there.actor?.accountId).toBe(actor.accountId)
    expect(there.session?.secondFactorAt).not.toBeNull()
    expect(await codeOf(beginPasskeySecondStep(second, visitor))).toBe('second-step-over')
  })

  it('takes no passkey of somebody else, and keeps the step open', async () => {
    const mine = await personWithPasskey(organisationId)
    const theirs = await personWithPasskey(organisationId)
    const second = await opened(mine.actor.accountId)
    const { request, cookie } = await beginPasskeySecondStep(second, visitor)
    const answer = theirs.device.use({ ...request.options, allowCredentials: [] })
    const cookies = `${second}; ${cookieOf(cookie)}`
    const crossed = passSecondStepWithPasskey(answer, cookies, visitor)
    expect(await codeOf(crossed)).toBe('passkey-of-another')
    await beginPasskeySecondStep(second, visitor)
  })

  it('is not there without a first step, nor for the first step of another account', async () => {
    expect(await codeOf(beginPasskeySecondStep(null, visitor))).toBe('second-step-over')
    expect(await codeOf(beginPasskeySecondStep(await opened(null), visitor))).toBe(
      'second-step-over',
    )
    const mine = await personWithPasskey(organisationId)
    const theirs = await personWithPasskey(organisationId)
    const begun = await beginPasskeySecondStep(await opened(mine.actor.accountId), visitor)
    const answer = mine.device.use(begun.request.options)
    const cookies = `${await opened(theirs.actor.accountId)}; ${cookieOf(begun.cookie)}`
    const crossed = passSecondStepWithPasskey(answer, cookies, visitor)
    expect(await codeOf(crossed)).toBe('passkey-not-accepted')
  })
})

describe('a passkey as a fresh proof', () => {
  it('renews the proof of this session only', async () => {
    const { device, session } = await personWithPasskey(organisationId)
    const long = new Date(Date.now() - 60 * 60_000)
    await db().session.updateMany({ data: { provedAt: long } })
    const { actor } = await readSession(session)
    const { request, cookie } = await beginPasskeyProof(actor!, visitor)
    const answer = device.use(request.options)
    const [renewedCookie] = await proveWithPasskey(actor!, answer, cookieOf(cookie), visitor)
    expect((await readSession(session)).actor).toBeNull()
    const after = await readSession(cookieOf(renewedCookie!))
    expect(after.actor!.provedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect(after.session?.secondFactorAt).not.toBeNull()
    const renewed = await db().session.count({ where: { provedAt: { gt: long } } })
    expect(renewed).toBe(1)
  })

  it('takes neither somebody else’s passkey nor somebody else’s challenge', async () => {
    const mine = await personWithPasskey(organisationId)
    const theirs = await personWithPasskey(organisationId)
    const { request, cookie } = await beginPasskeyProof(mine.actor, visitor)
    const answer = theirs.device.use({ ...request.options, allowCredentials: [] })
    const wrongKey = proveWithPasskey(mine.actor, answer, cookieOf(cookie), visitor)
    expect(await codeOf(wrongKey)).toBe('passkey-of-another')
    const begun = await beginPasskeyProof(theirs.actor, visitor)
    const wrongStep = proveWithPasskey(
      mine.actor,
      theirs.device.use(begun.request.options),
      cookieOf(begun.cookie),
      visitor,
    )
    await expect(wrongStep).rejects.toBeInstanceOf(NotFound)
  })
})
