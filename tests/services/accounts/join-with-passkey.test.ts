import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '~/infra/database/database.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import { acceptInvitation, getInvitation } from '~/services/accounts/invitations.server'
import { beginJoinWithPasskey, joinWithPasskey } from '~/services/accounts/join-with-passkey.server'
import { listPasskeys } from '~/services/accounts/passkeys.server'
import { readSession } from '~/services/accounts/sessions.server'
import type { CreationRequest, UseRequest } from '~/services/accounts/webauthn.server'
import { createOrganisation } from '~tests/factories/organisation'
import { codeOf, cookieOf, visitor } from '~tests/support/passkey-people'
import { softwareAuthenticator } from '~tests/support/software-authenticator'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const name = 'New Nurse'
let organisationId: string
let otherOrganisationId: string

beforeAll(async () => {
  organisationId = (await createOrganisation()).organisationId
  otherOrganisationId = (await createOrganisation()).organisationId
})

async function invite(email = `${newId()}@clinic.example`, organisation = organisationId) {
  const token = newToken()
  const person = {
    id: newId(),
    organisationId: organisation,
    name,
    email,
    permissionRole: 'member' as const,
  }
  await db().person.create({ data: person })
  await db().invitation.create({
    data: {
      id: newId(),
      organisationId: organisation,
      personId: person.id,
      tokenHash: sha256(token),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  })
  return { token, email, personId: person.id }
}

async function join(token: string, device = softwareAuthenticator()) {
  const { request, cookie } = await beginJoinWithPasskey(token, visitor)
  const answer = device.make((request as CreationRequest).options)
  return joinWithPasskey(token, { name, answer }, cookieOf(cookie), visitor)
}

describe('joining with a passkey', () => {
  it('makes an account without a password, signed in', async () => {
    const { token, personId } = await invite()
    expect(await getInvitation(token, '127.0.0.1')).toMatchObject({
      isNew: true,
      hasAccount: false,
    })
    const [session] = await join(token)
    const { actor, session: facts } = await readSession(cookieOf(session!))
    expect(actor?.personId).toBe(personId)
    expect(facts?.method).toBe('passkey')
    expect(await listPasskeys(actor!)).toHaveLength(1)
    const account = await db().account.findUniqueOrThrow({ where: { id: actor!.accountId } })
    expect(account.passwordHash).toBeNull()
    const told = await db().activity.findMany({ where: { personId } })
    expect(told.map(({ type }) => type).sort()).toEqual([
      ...['account.factor-added', 'account.signed-in', 'person.joined'],
    ])
  })

  it('works once', async () => {
    const { token } = await invite()
    await join(token)
    expect(await codeOf(join(token))).toBe('invitation-void')
  })

  it('takes no challenge of another invitation', async () => {
    const one = await invite()
    const two = await invite()
    const { request, cookie } = await beginJoinWithPasskey(one.token, visitor)
    const answer = softwareAuthenticator().make((request as CreationRequest).options)
    const crossed = joinWithPasskey(two.token, { name, answer }, cookieOf(cookie), visitor)
    expect(await codeOf(crossed)).toBe('invitation-void')
  })

  it('adds no key to an account that came about meanwhile', async () => {
    const { token, email } = await invite()
    const { request, cookie } = await beginJoinWithPasskey(token, visitor)
    const elsewhere = await invite(email, otherOrganisationId)
    await acceptInvitation(
      elsewhere.token,
      { name, password: 'a sentence nobody guesses' },
      visitor,
    )
    const answer = softwareAuthenticator().make((request as CreationRequest).options)
    const late = joinWithPasskey(token, { name, answer }, cookieOf(cookie), visitor)
    expect(await codeOf(late)).toBe('invitation-void')
    expect(await db().passkey.count({ where: { account: { email } } })).toBe(0)
  })
})

describe('an invitation to an account with a passkey and no password', () => {
  it('never gives it a password, whoever reads the link', async () => {
    const first = await invite()
    const device = softwareAuthenticator()
    await join(first.token, device)
    const second = await invite(first.email, otherOrganisationId)
    expect(await getInvitation(second.token, '127.0.0.1')).toMatchObject({
      isNew: false,
      hasAccount: false,
      hasPasskey: true,
    })
    const taken = acceptInvitation(
      second.token,
      { name, password: 'a thief’s long password' },
      visitor,
    )
    expect(await codeOf(taken)).toBe('no-password')
    const account = await db().account.findUniqueOrThrow({ where: { email: first.email } })
    expect(account.passwordHash).toBeNull()
  })

  it('is accepted with that passkey, and with no new one', async () => {
    const first = await invite()
    const device = softwareAuthenticator()
    await join(first.token, device)
    const second = await invite(first.email, otherOrganisationId)
    const begun = await beginJoinWithPasskey(second.token, visitor)
    const options = (begun.request as UseRequest).options
    const forged = softwareAuthenticator().make({
      ...options,
      rp: { id: 'localhost', name: '' },
      user: { id: 'AAAA', name: '', displayName: '' },
      pubKeyCredParams: [],
    })
    const taken = joinWithPasskey(
      second.token,
      { name, answer: forged },
      cookieOf(begun.cookie),
      visitor,
    )
    expect(await codeOf(taken)).toBe('invitation-void')
    const again = await beginJoinWithPasskey(second.token, visitor)
    const answer = device.use((again.request as UseRequest).options)
    const [session] = await joinWithPasskey(
      second.token,
      { name, answer },
      cookieOf(again.cookie),
      visitor,
    )
    const { actor } = await readSession(cookieOf(session!))
    expect(actor).toMatchObject({ personId: second.personId, organisationId: otherOrganisationId })
    expect(await listPasskeys(actor!)).toHaveLength(1)
  })
})
