import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/infra/clock.server'
import { database, db } from '~/infra/database/database.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import { acceptInvitation, getInvitation } from '~/services/accounts/invitations.server'
import { hashPassword, verifyPassword } from '~/services/accounts/passwords.server'
import {
  ensureResetIsOpen,
  requestPasswordReset,
  resetPassword,
  startPasswordReset,
} from '~/services/accounts/password-resets.server'
import { TooManyTries } from '~/services/accounts/rate-limits.server'
import {
  beginSession,
  endSession,
  readSession,
  type SessionStart,
  type Visitor,
} from '~/services/accounts/sessions.server'
import { signIn } from '~/services/accounts/sign-in.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()
afterEach(() => setClock(undefined))

const password = 'a sentence nobody guesses'
const cookieOf = (setCookie: string) => setCookie.split(';')[0]!
let organisationId: string

beforeAll(async () => {
  organisationId = (await createOrganisation()).organisationId
})

const from = (address: string): Visitor => ({ address, userAgent: 'tests' })
const start: SessionStart = { method: 'password', visitor: from('127.0.0.1') }

async function personWithPassword(email = `${newId()}@clinic.example`) {
  const actor = await createPerson({ organisationId, email })
  const passwordHash = await hashPassword(password)
  await db().account.update({ where: { id: actor.accountId }, data: { passwordHash } })
  return actor
}

describe('sessions', () => {
  it('know the person and keep only the hash of their id', async () => {
    const actor = await createPerson({ organisationId, permissionRole: 'manager' })
    const cookie = cookieOf(await beginSession(actor.accountId, organisationId, start))
    expect((await readSession(cookie)).actor).toEqual({
      ...actor,
      dateLanguage: null,
      provedAt: expect.any(Date) as Date,
      origin: { ...actor.origin, sessionId: expect.any(String) as string },
    })
    const id = cookie.split('=')[1]!
    expect(await db().session.findUnique({ where: { id } })).toBeNull()
    expect(await db().session.findUnique({ where: { id: sha256(id) } })).not.toBeNull()
  })

  it('end at sign-out and are not found again', async () => {
    const actor = await createPerson({ organisationId })
    const cookie = cookieOf(await beginSession(actor.accountId, organisationId, start))
    expect(await endSession(cookie)).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/i)
    expect((await readSession(cookie)).actor).toBeNull()
  })

  it('let nobody in who was deactivated', async () => {
    const actor = await createPerson({ organisationId })
    const cookie = cookieOf(await beginSession(actor.accountId, organisationId, start))
    await db().person.update({ where: { id: actor.personId }, data: { deactivatedAt: new Date() } })
    expect((await readSession(cookie)).actor).toBeNull()
  })
})

describe('signing in', () => {
  it('begins a session with the right password', async () => {
    const actor = await personWithPassword()
    const { cookie } = await signIn({ email: actor.email, password }, from('192.0.2.1'))
    expect((await readSession(cookieOf(cookie))).actor?.personId).toBe(actor.personId)
  })

  it('answers the same for an unknown address and for a wrong password', async () => {
    const actor = await personWithPassword()
    const wrong = signIn({ email: actor.email, password: 'something else' }, from('192.0.2.2'))
    const unknown = signIn({ email: 'nobody@clinic.example', password }, from('192.0.2.2'))
    const [a, b] = await Promise.all([wrong.catch((e: Error) => e), unknown.catch((e: Error) => e)])
    expect(a).toBeInstanceOf(Error)
    expect((a as Error).message).toBe((b as Error).message)
  })

  it('does the work of a password check without a hash as well', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  })

  it('stops after ten wrong tries, also for the right password, and says for how long', async () => {
    const actor = await personWithPassword()
    for (let i = 0; i < 10; i += 1) {
      await signIn({ email: actor.email, password: 'wrong' }, from(`198.51.100.${i}`)).catch(
        () => {},
      )
    }
    const attempt = signIn({ email: actor.email, password }, from('198.51.100.99'))
    await expect(attempt).rejects.toBeInstanceOf(TooManyTries)
    await expect(attempt).rejects.toThrow(/Wait \d+ minutes/)
  })
})

describe('invitations', () => {
  async function invite(options: { expiresInDays?: number } = {}) {
    const token = newToken()
    const person = {
      id: newId(),
      organisationId,
      name: 'New Nurse',
      email: `${newId()}@clinic.example`,
      permissionRole: 'member' as const,
    }
    await db().person.create({ data: person })
    await db().invitation.create({
      data: {
        id: newId(),
        organisationId,
        personId: person.id,
        tokenHash: sha256(token),
        expiresAt: new Date(Date.now() + (options.expiresInDays ?? 7) * 86_400_000),
      },
    })
    return { token, person }
  }
  const input = { name: 'Nora Nurse', password }

  it('let a person join and sign in', async () => {
    const { token, person } = await invite()
    expect(await getInvitation(token, '192.0.2.9')).toMatchObject({
      email: person.email,
      hasAccount: false,
    })
    const { cookie } = await acceptInvitation(token, input, from('192.0.2.9'))
    expect((await readSession(cookieOf(cookie))).actor).toMatchObject({
      personId: person.id,
      name: 'Nora Nurse',
    })
    await expect(
      signIn({ email: person.email, password }, from('192.0.2.9')),
    ).resolves.toMatchObject({ step: 'signed-in' })
  })

  it('work once, also when two windows send them at the same moment', async () => {
    const { token, person } = await invite()
    const both = await Promise.allSettled([
      acceptInvitation(token, input, from('192.0.2.10')),
      acceptInvitation(token, input, from('192.0.2.10')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(acceptInvitation(token, input, from('192.0.2.10'))).rejects.toThrow(
      /can no longer be used/,
    )
    expect(
      await db().activity.count({ where: { type: 'person.joined', personId: person.id } }),
    ).toBe(1)
  })

  it('end after their seventh day', async () => {
    const { token } = await invite({ expiresInDays: 7 })
    setClock(new Date(Date.now() + 7 * 86_400_000 + 1000))
    await expect(getInvitation(token, '192.0.2.11')).rejects.toThrow(/older than 7 days/)
    await expect(acceptInvitation(token, input, from('192.0.2.11'))).rejects.toThrow(
      /can no longer/,
    )
  })

  it('ask an account that exists for its own password and never replace it', async () => {
    const known = await personWithPassword()
    const other = await createOrganisation()
    const token = newToken()
    const personId = newId()
    await db().person.create({
      data: {
        id: personId,
        organisationId: other.organisationId,
        name: known.name,
        email: known.email,
        permissionRole: 'member',
      },
    })
    await db().invitation.create({
      data: {
        id: newId(),
        organisationId: other.organisationId,
        personId,
        tokenHash: sha256(token),
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    })
    const stolen = acceptInvitation(
      token,
      { name: 'X', password: 'a password of my own' },
      from('192.0.2.12'),
    )
    await expect(stolen).rejects.toThrow(/not the password of your account/)
    await acceptInvitation(token, { name: known.name, password }, from('192.0.2.12'))
    await expect(
      signIn({ email: known.email, password }, from('192.0.2.12')),
    ).resolves.toMatchObject({ step: 'signed-in' })
  })
})

describe('password resets', () => {
  const resetToken = async (accountId: string) => {
    const token = newToken()
    await db().passwordReset.create({
      data: {
        id: newId(),
        accountId,
        tokenHash: sha256(token),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    })
    return token
  }
  const waiting = async () =>
    (await database().executeSql(`select data from pgboss.job where name = 'start-password-reset'`))
      .rows

  it('queue the same job whether the address is known or not', async () => {
    const actor = await personWithPassword()
    const before = (await waiting()).length
    await requestPasswordReset(actor.email, '192.0.2.20')
    await requestPasswordReset('stranger@elsewhere.example', '192.0.2.20')
    expect((await waiting()).length).toBe(before + 2)
    await startPasswordReset('stranger@elsewhere.example')
    expect(await db().email.count({ where: { toAddress: 'stranger@elsewhere.example' } })).toBe(0)
  })

  it('mail a link that sets a new password and ends every session', async () => {
    const actor = await personWithPassword()
    const session = cookieOf(await beginSession(actor.accountId, organisationId, start))
    await startPasswordReset(actor.email)
    const mail = await db().email.findFirstOrThrow({
      where: { toAddress: actor.email, kind: 'password-reset' },
    })
    const token = /reset-password\/([\w-]+)/.exec(mail.text!)![1]!
    await resetPassword(token, 'another long sentence', '192.0.2.21')
    expect((await readSession(session)).actor).toBeNull()
    await expect(
      signIn({ email: actor.email, password: 'another long sentence' }, from('192.0.2.21')),
    ).resolves.toMatchObject({ step: 'signed-in' })
    expect(
      await db().email.count({ where: { toAddress: actor.email, kind: 'password-changed' } }),
    ).toBe(1)
  })

  it('work once, for one hour, and only the newest', async () => {
    const actor = await personWithPassword()
    const token = await resetToken(actor.accountId)
    await resetPassword(token, 'another long sentence', '192.0.2.22')
    await expect(resetPassword(token, 'a third long sentence', '192.0.2.22')).rejects.toThrow(
      /no longer be used/,
    )
    const late = await resetToken(actor.accountId)
    setClock(new Date(Date.now() + 3_600_001))
    await expect(ensureResetIsOpen(late, '192.0.2.22')).rejects.toThrow(/older than one hour/)
    setClock(undefined)
    const replaced = await resetToken(actor.accountId)
    await startPasswordReset(actor.email)
    await expect(ensureResetIsOpen(replaced, '192.0.2.22')).rejects.toThrow(/replaced by a newer/)
  })

  it('are limited by account', async () => {
    const email = `${newId()}@clinic.example`
    for (let i = 0; i < 3; i += 1) await requestPasswordReset(email, `203.0.113.${i}`)
    await expect(requestPasswordReset(email, '203.0.113.9')).rejects.toBeInstanceOf(TooManyTries)
  })
})
