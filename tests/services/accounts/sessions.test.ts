import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, NotFound, ProofNeeded } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { changePassword } from '~/services/accounts/change-password.server'
import { endMyOtherSessions, endOneSession } from '~/services/accounts/end-sessions.server'
import { listSessions } from '~/services/accounts/list-sessions.server'
import { proveAgain } from '~/services/accounts/proofs.server'
import { purgeExpiredSessions, readSession } from '~/services/accounts/sessions.server'
import { changePermissionRole } from '~/services/people/change-permission-role.server'
import { endPersonSessions } from '~/services/people/end-person-sessions.server'
import { factoryPassword, givePassword, openSession } from '~tests/factories/account'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { countQueries } from '~tests/support/count-queries'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const start = new Date('2026-12-01T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const pair = (setCookie: string | null) => setCookie!.split(';')[0]!
const isIn = async (cookie: string) => (await readSession(cookie)).actor !== null

let organisationId: string
let administrator: Actor

beforeAll(async () => {
  const created = await createOrganisation()
  organisationId = created.organisationId
  administrator = created.administrator
})
beforeEach(() => {
  setClock(start)
  administrator = { ...administrator, provedAt: start }
})
afterEach(async () => {
  setClock(undefined)
  await setPolicy({})
})

const setPolicy = (signInPolicy: object) =>
  db().organisation.update({ where: { id: organisationId }, data: { signInPolicy } })

/** The use of a session is written without anybody waiting; here somebody does. */
async function untilNoted(publicId: string, minutes: number): Promise<string> {
  for (;;) {
    const row = await db().session.findUniqueOrThrow({ where: { publicId } })
    if (row.lastUsedAt.getTime() === later(minutes).getTime()) return row.address
  }
}

describe('a session', () => {
  it('is checked with one query', async () => {
    const { cookie } = await openSession(await createPerson({ organisationId }))
    expect(await countQueries(() => readSession(cookie, '192.0.2.7'))).toBe(1)
    expect(await countQueries(() => readSession('wardround=made-up'))).toBe(1)
    expect(await countQueries(() => readSession(null))).toBe(0)
  })

  it('ends after lying idle, by default after a day, or as the organisation says', async () => {
    const person = await createPerson({ organisationId })
    const { cookie } = await openSession(person)
    setClock(later(1439))
    expect(await isIn(cookie)).toBe(true)
    setClock(start)
    const idle = (await openSession(person)).cookie
    setClock(later(1440))
    expect(await isIn(idle)).toBe(false)
    setClock(start)
    await setPolicy({ idleMinutes: 15 })
    const short = (await openSession(person)).cookie
    setClock(later(15))
    expect(await isIn(short)).toBe(false)
  })

  it('ends at its last moment however much it is used, and a shorter limit counts at once', async () => {
    await setPolicy({ idleMinutes: 60, absoluteMinutes: 480 })
    const { cookie, actor } = await openSession(await createPerson({ organisationId }))
    for (let minutes = 50; minutes < 480; minutes += 50) {
      setClock(later(minutes))
      expect(await isIn(cookie), `after ${minutes} minutes`).toBe(true)
      await untilNoted(actor.origin.sessionId!, minutes)
    }
    setClock(later(480))
    expect(await isIn(cookie)).toBe(false)
    setClock(later(479))
    expect(await isIn(cookie)).toBe(true)
    await setPolicy({ idleMinutes: 60, absoluteMinutes: 60 })
    expect(await isIn(cookie)).toBe(false)
  })

  it('notes its use and where it came from, at most once a minute', async () => {
    const { cookie, actor } = await openSession(await createPerson({ organisationId }))
    const publicId = actor.origin.sessionId!
    setClock(new Date(start.getTime() + 59_000))
    expect(await countQueries(() => readSession(cookie, '192.0.2.8'))).toBe(1)
    setClock(later(1))
    const { actor: seen } = await readSession(cookie, '192.0.2.9')
    expect(seen?.origin.address).toBe('192.0.2.9')
    expect(await untilNoted(publicId, 1)).toBe('192.0.2.9')
  })

  it('is purged once it is over, and not before', async () => {
    await setPolicy({ idleMinutes: 60, absoluteMinutes: 480 })
    const idle = (await openSession(await createPerson({ organisationId }))).actor
    setClock(later(30))
    const fresh = (await openSession(await createPerson({ organisationId }))).actor
    setClock(later(61))
    await purgeExpiredSessions()
    const left = await db().session.findMany({
      where: { publicId: { in: [idle.origin.sessionId!, fresh.origin.sessionId!] } },
    })
    expect(left.map(({ publicId }) => publicId)).toEqual([fresh.origin.sessionId])
  })
})

describe('a proof', () => {
  it('opens sensitive acts for a quarter of an hour, and gives the session a new secret', async () => {
    const person = await createPerson({ organisationId })
    await givePassword(person)
    const { cookie } = await openSession(person)
    setClock(later(20))
    const { actor } = await readSession(cookie)
    await expect(proveAgain(actor!, { proofPassword: 'wrong' })).rejects.toThrow(
      /not your password/,
    )
    const renewed = pair(await proveAgain(actor!, { proofPassword: factoryPassword }))
    expect(await isIn(cookie)).toBe(false)
    const after = await readSession(renewed)
    expect(after.actor?.provedAt).toEqual(later(20))
    expect(after.session?.publicId).toBe(actor!.origin.sessionId)
  })

  it('by the account’s own password does nothing for a session of single sign-on', async () => {
    const person = await createPerson({ organisationId })
    await givePassword(person)
    const vouchedFor = { ...person, isAccountWide: false }
    await expect(proveAgain(vouchedFor, { proofPassword: factoryPassword })).rejects.toThrow()
  })
})

describe('a change of password', () => {
  it('ends the other sessions, renews this one, voids reset links and is mailed', async () => {
    const person = await createPerson({ organisationId })
    await givePassword(person)
    const other = await openSession(person)
    const { cookie, actor } = await openSession(person)
    const input = { currentPassword: factoryPassword, password: 'tulips under seven lamps' }
    const renewed = pair(await changePassword(actor, input))
    expect([await isIn(other.cookie), await isIn(cookie), await isIn(renewed)]).toEqual([
      false,
      false,
      true,
    ])
    const account = await db().account.findUniqueOrThrow({ where: { id: person.accountId } })
    expect(account.passwordChangedAt).toEqual(start)
    expect(
      await db().email.count({ where: { toAddress: person.email, kind: 'password-changed' } }),
    ).toBe(1)
  })

  it('refuses common passwords and those that tell whose they are', async () => {
    const person = await createPerson({ organisationId, name: 'Quentin Zweig' })
    await givePassword(person)
    const change = (password: string) =>
      changePassword(person, { currentPassword: factoryPassword, password })
    await expect(change('Welcome2026!!')).rejects.toThrow(/guessing programs/)
    await expect(change('zweig likes lamps')).rejects.toThrow(/Leave “zweig” out/)
  })

  it('is out of reach for a session of single sign-on, and asks one without a password for a proof', async () => {
    const person = await createPerson({ organisationId })
    const input = { password: 'tulips under seven lamps' }
    await expect(changePassword({ ...person, isAccountWide: false }, input)).rejects.toBeInstanceOf(
      Forbidden,
    )
    await expect(changePassword({ ...person, provedAt: later(-16) }, input)).rejects.toBeInstanceOf(
      ProofNeeded,
    )
    await changePassword(person, input)
  })
})

describe('the list of sessions', () => {
  it('says what is known of each, this one first, and leaves out what is over', async () => {
    const person = await createPerson({ organisationId })
    await openSession(person)
    setClock(later(1500))
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0'
    const { actor } = await openSession(person, { visitor: { address: '192.0.2.3', userAgent } })
    await openSession(person)
    const list = await listSessions(actor)
    expect(list).toHaveLength(2)
    expect(list[0]).toMatchObject({
      ...{ device: 'Firefox on Windows', address: '192.0.2.3', method: 'Password', isThis: true },
    })
  })

  it('ends one or all others, never somebody else’s', async () => {
    const person = await createPerson({ organisationId })
    const [mine, second, third] = [
      await openSession(person),
      await openSession(person),
      await openSession(person),
    ]
    const stranger = await openSession(await createPerson({ organisationId }))
    await expect(
      endOneSession(mine.actor, stranger.actor.origin.sessionId!),
    ).rejects.toBeInstanceOf(NotFound)
    await expect(endOneSession(mine.actor, 'no-id')).rejects.toBeInstanceOf(NotFound)
    await endOneSession(mine.actor, second.actor.origin.sessionId!)
    expect([await isIn(second.cookie), await isIn(third.cookie)]).toEqual([false, true])
    expect(await endMyOtherSessions(mine.actor)).toBe(1)
    expect([await isIn(mine.cookie), await isIn(third.cookie)]).toEqual([true, false])
    expect(await isIn(stranger.cookie)).toBe(true)
  })

  it('stops at the organisation for a session of single sign-on', async () => {
    const person = await createPerson({ organisationId })
    const elsewhere = await createOrganisation()
    await openSession({ ...person, organisationId: elsewhere.organisationId })
    const { actor } = await openSession(person)
    const list = await listSessions({ ...actor, isAccountWide: false })
    expect(list.map(({ isThis }) => isThis)).toEqual([true])
    expect(await endMyOtherSessions({ ...actor, isAccountWide: false })).toBe(0)
    expect(await db().session.count({ where: { accountId: person.accountId } })).toBe(2)
  })
})

describe('what administrators do', () => {
  it('ends all sessions of a person here', async () => {
    const person = await createPerson({ organisationId })
    const { cookie } = await openSession(person)
    await expect(
      endPersonSessions(await createPerson({ organisationId }), person.personId),
    ).rejects.toBeInstanceOf(Forbidden)
    const stranger = (await createOrganisation()).administrator
    await expect(endPersonSessions(stranger, person.personId)).rejects.toBeInstanceOf(NotFound)
    expect(await endPersonSessions(administrator, person.personId)).toBe(1)
    expect(await endPersonSessions(administrator, person.personId)).toBe(0)
    expect(await isIn(cookie)).toBe(false)
  })

  it('a change of role ends the sessions of that person, mails them, and needs a fresh proof', async () => {
    const person = await createPerson({ organisationId })
    const { cookie } = await openSession(person)
    const input = { personId: person.personId, permissionRole: 'manager' as const, version: 1 }
    const stale = { ...administrator, provedAt: later(-16) }
    await expect(changePermissionRole(stale, input)).rejects.toBeInstanceOf(ProofNeeded)
    expect(await isIn(cookie)).toBe(true)
    await changePermissionRole(administrator, input)
    expect(await isIn(cookie)).toBe(false)
    const mail = await db().email.findFirstOrThrow({
      where: { toAddress: person.email, kind: 'role-changed' },
    })
    expect(mail.subject).toContain('is now Manager')
  })
})
