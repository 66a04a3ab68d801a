import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, NotFound, ProofNeeded } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { beginPasskeyProof } from '~/services/accounts/passkey-proof.server'
import {
  getPasskey,
  listPasskeys,
  removePasskey,
  renamePasskey,
} from '~/services/accounts/passkeys.server'
import {
  beginPasskeyRegistration,
  registerPasskey,
} from '~/services/accounts/register-passkey.server'
import { readSession } from '~/services/accounts/sessions.server'
import { createOrganisation } from '~tests/factories/organisation'
import {
  codeOf,
  cookieOf,
  personWithPasskey,
  register,
  signedIn,
  signIn,
  visitor,
} from '~tests/support/passkey-people'
import { softwareAuthenticator, type Lie } from '~tests/support/software-authenticator'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
afterEach(() => setClock(undefined))

let organisationId: string
beforeAll(async () => {
  organisationId = (await createOrganisation()).organisationId
})

describe('adding a passkey', () => {
  it('asks for one that the device keeps, with its owner checked and nothing attested', async () => {
    const { actor } = await signedIn(organisationId)
    const { request } = await beginPasskeyRegistration(actor)
    expect(request.site).toBe('http://localhost:3000')
    expect(request.options.rp.id).toBe('localhost')
    expect(request.options.attestation).toBe('none')
    expect(request.options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    })
    expect(Buffer.from(request.options.user.id, 'base64url')).toHaveLength(16)
  })

  it('keeps it, says so in the record, mails its owner and ends the other sessions', async () => {
    const { actor, cookie } = await signedIn(organisationId)
    const other = await signedIn(organisationId, actor)
    const { name, cookies } = await register(actor, softwareAuthenticator({ isBackedUp: true }))
    expect(name).toMatch(/^Passkey of \d+ \w+ \d{4}$/)
    const [passkey] = await listPasskeys(actor)
    expect(passkey).toMatchObject({ name, isBackedUp: true, lastUsedAt: null })
    const activity = await db().activity.findFirst({
      where: { type: 'account.factor-added', personId: actor.personId },
    })
    expect(activity?.payload).toEqual({ what: `the passkey “${name}”` })
    const mail = await db().email.findFirst({
      where: { kind: 'factor-changed', personId: actor.personId },
    })
    expect(JSON.stringify(mail)).toContain('A passkey was added')
    expect((await readSession(other.cookie)).actor).toBeNull()
    expect((await readSession(cookie)).actor).toBeNull()
    const renewed = await readSession(cookieOf(cookies[0]!))
    expect(renewed.actor?.accountId).toBe(actor.accountId)
    expect(renewed.session?.method).toBe('password')
    // The device has just checked its owner.
    expect(renewed.session?.secondFactorAt).not.toBeNull()
  })

  it('tells the device which ones there are, and takes none twice', async () => {
    const { actor, device } = await personWithPasskey(organisationId)
    const [row] = await db().passkey.findMany({ where: { accountId: actor.accountId } })
    const { request } = await beginPasskeyRegistration(actor)
    expect(request.options.excludeCredentials?.map(({ id }) => id)).toEqual([row?.credentialId])
    const again = register(actor, device, { credentialId: row!.credentialId })
    expect(await codeOf(again)).toBe('passkey-taken')
    const stranger = (await signedIn(organisationId)).actor
    const theirs = register(stranger, device, { credentialId: row!.credentialId })
    expect(await codeOf(theirs)).toBe('passkey-taken')
  })

  it('asks for a fresh proof, and for more than one organisation’s word', async () => {
    const { actor } = await signedIn(organisationId)
    const old = { ...actor, provedAt: new Date(Date.now() - 16 * 60_000) }
    await expect(beginPasskeyRegistration(old)).rejects.toBeInstanceOf(ProofNeeded)
    const vouchedFor = { ...actor, isAccountWide: false }
    await expect(beginPasskeyRegistration(vouchedFor)).rejects.toBeInstanceOf(Forbidden)
  })

  it.each<[string, Lie]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another site’s key', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'AAAA' }],
    ['a device that did not check its owner', { isVerified: false }],
    ['nobody at the device', { isPresent: false }],
    ['the answer to a sign-in', { type: 'webauthn.get' }],
    ['a frame of another site', { crossOrigin: true }],
  ])('refuses %s', async (_what, lie) => {
    const { actor } = await signedIn(organisationId)
    expect(await codeOf(register(actor, softwareAuthenticator(), lie))).toBe('passkey-not-accepted')
    expect(await listPasskeys(actor)).toEqual([])
  })

  it('takes a challenge once, in ten minutes, for the account it was given to', async () => {
    const { actor } = await signedIn(organisationId)
    const device = softwareAuthenticator()
    const { request, cookie } = await beginPasskeyRegistration(actor)
    const answer = device.make(request.options)
    const stranger = (await signedIn(organisationId)).actor
    const other = await beginPasskeyRegistration(stranger)
    const crossed = registerPasskey(actor, answer, cookieOf(other.cookie))
    await expect(crossed).rejects.toBeInstanceOf(NotFound)
    expect(await codeOf(registerPasskey(actor, answer, null))).toBe('passkey-step-over')
    await registerPasskey(actor, answer, cookieOf(cookie))
    const again = registerPasskey(actor, answer, cookieOf(cookie))
    expect(await codeOf(again)).toBe('passkey-step-over')
    const late = await beginPasskeyRegistration(actor)
    setClock(new Date(Date.now() + 10 * 60_000 + 1000))
    const lateAnswer = registerPasskey(
      actor,
      device.make(late.request.options),
      cookieOf(late.cookie),
    )
    expect(await codeOf(lateAnswer)).toBe('passkey-step-over')
  })

  it('stops at twenty', async () => {
    const { actor } = await signedIn(organisationId)
    const rows = Array.from({ length: 20 }, (_, i) => ({
      id: newId(),
      accountId: actor.accountId,
      credentialId: `c${i}-${newId()}`,
      publicKey: new Uint8Array([1]),
      name: `Key ${i}`,
    }))
    await db().passkey.createMany({ data: rows })
    expect(await codeOf(beginPasskeyRegistration(actor))).toBe('too-many-passkeys')
  })
})

describe('removing and renaming', () => {
  it('ends what the passkey could do, tells its owner, and ends the other sessions', async () => {
    const { actor, session } = await personWithPasskey(organisationId)
    const second = softwareAuthenticator()
    const added = await register(actor, second)
    const mine = (await readSession(cookieOf(added.cookies[0]!))).actor!
    const [first] = await listPasskeys(mine)
    const device = { cookie: (await signIn(second)).cookies[0]! }
    const { cookie } = await removePasskey(mine, first!.id)
    expect(await listPasskeys(mine)).toHaveLength(1)
    expect((await readSession(session)).actor).toBeNull()
    expect((await readSession(cookieOf(device.cookie))).actor).toBeNull()
    expect((await readSession(cookieOf(cookie!))).actor?.accountId).toBe(actor.accountId)
    const mails = await db().email.findMany({ where: { personId: actor.personId } })
    expect(JSON.stringify(mails)).toContain('passkey was removed')
  })

  it('makes a removed passkey unknown', async () => {
    const { actor, device } = await personWithPasskey(organisationId)
    await db().account.update({ where: { id: actor.accountId }, data: { passwordHash: 'x' } })
    const [only] = await listPasskeys(actor)
    await removePasskey(actor, only!.id)
    expect(await codeOf(signIn(device))).toBe('passkey-unknown')
  })

  it('leaves the last way in', async () => {
    const { actor } = await personWithPasskey(organisationId)
    const [only] = await listPasskeys(actor)
    expect((await getPasskey(actor, only!.id)).canRemove).toBe(false)
    expect(await codeOf(removePasskey(actor, only!.id))).toBe('last-way-in')
    expect(await listPasskeys(actor)).toHaveLength(1)
  })

  it('leaves one of two that are removed at the same moment', async () => {
    const { actor } = await personWithPasskey(organisationId)
    await register(actor, softwareAuthenticator())
    const both = (await listPasskeys(actor)).map(({ id }) => codeOf(removePasskey(actor, id)))
    expect((await Promise.all(both)).sort()).toEqual(['done', 'last-way-in'])
  })

  it('asks for a fresh proof to remove, and none to rename', async () => {
    const { actor } = await personWithPasskey(organisationId)
    const old = { ...actor, provedAt: new Date(Date.now() - 16 * 60_000) }
    const [only] = await listPasskeys(actor)
    await expect(removePasskey(old, only!.id)).rejects.toBeInstanceOf(ProofNeeded)
    await renamePasskey(old, { passkeyId: only!.id, name: 'Ward telephone' })
    await renamePasskey(old, { passkeyId: only!.id, name: 'Ward telephone' })
    expect((await listPasskeys(actor))[0]?.name).toBe('Ward telephone')
    const told = await db().activity.count({
      where: { type: 'passkey.renamed', personId: actor.personId },
    })
    expect(told).toBe(1)
  })

  it('finds nobody else’s, and nothing for one organisation’s word', async () => {
    const mine = await personWithPasskey(organisationId)
    const theirs = await personWithPasskey(organisationId)
    const [passkey] = await listPasskeys(theirs.actor)
    const passkeyId = passkey!.id
    for (const work of [
      () => getPasskey(mine.actor, passkeyId),
      () => renamePasskey(mine.actor, { passkeyId, name: 'Mine now' }),
      () => removePasskey(mine.actor, passkeyId),
      () => getPasskey(mine.actor, 'no-id'),
    ]) {
      await expect(work()).rejects.toBeInstanceOf(NotFound)
    }
    const vouchedFor = { ...theirs.actor, isAccountWide: false }
    expect(await listPasskeys(vouchedFor)).toEqual([])
    for (const work of [
      () => getPasskey(vouchedFor, passkeyId),
      () => renamePasskey(vouchedFor, { passkeyId, name: 'Ours now' }),
      () => removePasskey(vouchedFor, passkeyId),
      () => beginPasskeyProof(vouchedFor, visitor),
    ]) {
      await expect(work()).rejects.toBeInstanceOf(Forbidden)
    }
  })
})
