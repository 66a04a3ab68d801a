import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, Invalid, ProofNeeded } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId, newToken, sha256 } from '~/infra/ids.server'
import {
  confirmAuthenticator,
  openEnrolment,
  removeAuthenticator,
} from '~/services/accounts/authenticators.server'
import { dropFactors } from '~/services/accounts/drop-factors.server'
import { acceptInvitation } from '~/services/accounts/invitations.server'
import { proveAgain } from '~/services/accounts/proofs.server'
import { TooManyTries } from '~/services/accounts/rate-limits.server'
import { renewRecoveryCodes } from '~/services/accounts/recovery-codes.server'
import { takeSecondStep } from '~/services/accounts/second-step.server'
import { readSession } from '~/services/accounts/sessions.server'
import { signIn } from '~/services/accounts/sign-in.server'
import {
  factoryPassword,
  giveAuthenticator,
  givePassword,
  openSession,
} from '~tests/factories/account'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'
import { codeAt } from '~tests/support/totp'

useTestDatabase()

const start = new Date('2026-12-01T08:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const visitor = { address: '192.0.2.1', userAgent: 'tests' }
const pair = (setCookie: string) => setCookie.split(';')[0]!

let organisationId: string
let serial = 0

beforeAll(async () => {
  organisationId = (await createOrganisation()).organisationId
})
beforeEach(() => setClock(start))
afterEach(() => setClock(undefined))

const mails = (actor: Actor, kind: string) =>
  db().email.findMany({ where: { toAddress: actor.email, kind } })

async function enrolled() {
  const actor = await createPerson({ organisationId })
  await givePassword(actor)
  return { actor, ...(await giveAuthenticator(actor)) }
}

/** Signs in with the password; each from an address of its own, so that limits by address stay apart. */
async function firstStep(actor: Actor) {
  serial += 1
  const from = { ...visitor, address: `198.51.100.${serial}` }
  const answer = await signIn({ email: actor.email, password: factoryPassword }, from)
  return { step: answer.step, cookie: pair(answer.cookie), from }
}

/** The whole sign-in with a code. */
async function signInWith(actor: Actor, code: string, isRecoveryCode = false) {
  const { cookie, from } = await firstStep(actor)
  return takeSecondStep(cookie, { code, isRecoveryCode }, from)
}

describe('enrolling an authenticator app', () => {
  it('shows one key until a code of it is confirmed, and keeps it encrypted', async () => {
    const actor = await createPerson({ organisationId })
    await givePassword(actor)
    const first = await openEnrolment(actor)
    expect(await openEnrolment(actor)).toEqual(first)
    expect(first.url).toMatch(/^otpauth:\/\/totp\/Wardround:.*period=30/)
    const key = first.key.replaceAll(' ', '')
    expect(key).toMatch(/^[A-Z2-7]{32}$/)
    const stored = await db().authenticator.findUniqueOrThrow({
      where: { accountId: actor.accountId },
    })
    expect(stored.secret).not.toContain(key)
    expect((await firstStep(actor)).step).toBe('signed-in')
    await expect(confirmAuthenticator(actor, '000000')).rejects.toThrow(/does not fit/)
    await confirmAuthenticator(actor, codeAt(key, start))
    expect((await firstStep(actor)).step).toBe('second-factor')
    await expect(openEnrolment(actor)).rejects.toThrow(/already/)
  })

  it('ends the other sessions, renews this one, mails, and gives ten codes of which hashes stay', async () => {
    const person = await createPerson({ organisationId })
    const other = await openSession(person)
    const { cookie: old, actor } = await openSession(person)
    const { key } = await openEnrolment(actor)
    const { cookie, codes } = await confirmAuthenticator(actor, codeAt(key, start))
    expect((await readSession(other.cookie)).actor).toBeNull()
    expect((await readSession(old)).actor).toBeNull()
    const renewed = await readSession(pair(cookie!))
    expect(renewed.session).toMatchObject({
      publicId: actor.origin.sessionId,
      secondFactorAt: start,
    })
    expect(codes).toHaveLength(10)
    expect(new Set(codes)).toHaveLength(10)
    const rows = await db().recoveryCode.findMany({ where: { accountId: actor.accountId } })
    expect(rows.map(({ codeHash }) => codeHash).sort()).toEqual(
      codes!.map((code) => sha256(code.replaceAll('-', ''))).sort(),
    )
    const [mail] = await mails(actor, 'factor-changed')
    expect(mail?.subject).toContain('authenticator app was added')
    expect(
      await db().activity.count({
        where: { type: 'account.factor-added', personId: actor.personId },
      }),
    ).toBe(1)
  })

  it('needs a fresh proof, and a session that reaches the account', async () => {
    const actor = await createPerson({ organisationId })
    const stale = { ...actor, provedAt: later(-16 * 60) }
    await expect(openEnrolment(stale)).rejects.toBeInstanceOf(ProofNeeded)
    await expect(confirmAuthenticator(stale, '000000')).rejects.toBeInstanceOf(ProofNeeded)
    await expect(removeAuthenticator(stale)).rejects.toBeInstanceOf(ProofNeeded)
    await expect(renewRecoveryCodes(stale)).rejects.toBeInstanceOf(ProofNeeded)
    const vouchedFor = { ...actor, isAccountWide: false }
    await expect(openEnrolment(vouchedFor)).rejects.toBeInstanceOf(Forbidden)
    await expect(confirmAuthenticator(vouchedFor, '000000')).rejects.toBeInstanceOf(Forbidden)
    await expect(removeAuthenticator(vouchedFor)).rejects.toBeInstanceOf(Forbidden)
    await expect(renewRecoveryCodes(vouchedFor)).rejects.toBeInstanceOf(Forbidden)
  })

  it('is undone by removing it, the recovery codes with it', async () => {
    const { actor } = await enrolled()
    await removeAuthenticator(actor)
    expect((await firstStep(actor)).step).toBe('signed-in')
    expect(await db().recoveryCode.count({ where: { accountId: actor.accountId } })).toBe(0)
    expect(await mails(actor, 'factor-changed')).toHaveLength(2)
  })
})

describe('the second step', () => {
  it('lets in with a code of the app, one step to either side of now', async () => {
    const { actor, key } = await enrolled()
    setClock(later(300))
    for (const seconds of [-60, 60]) {
      await expect(signInWith(actor, codeAt(key, later(300 + seconds)))).rejects.toBeInstanceOf(
        Invalid,
      )
    }
    for (const seconds of [-30, 0, 30]) {
      const { cookie } = await signInWith(actor, codeAt(key, later(300 + seconds)))
      const { session } = await readSession(pair(cookie))
      expect(session).toMatchObject({ method: 'password', secondFactorAt: later(300) })
    }
  })

  it('keeps where the person wanted to go', async () => {
    const { actor, key } = await enrolled()
    setClock(later(60))
    const input = { email: actor.email, password: factoryPassword, to: '/plans?x=1' }
    const { cookie } = await signIn(input, visitor)
    const code = codeAt(key, later(60))
    const { to } = await takeSecondStep(pair(cookie), { code, isRecoveryCode: false }, visitor)
    expect(to).toBe('/plans?x=1')
  })

  it('takes no code twice: not the one of the enrolment, not a used one, not an older one', async () => {
    const { actor, key } = await enrolled()
    await expect(signInWith(actor, codeAt(key, start))).rejects.toThrow(/used already/)
    setClock(later(60))
    const code = codeAt(key, later(60))
    await signInWith(actor, code)
    await expect(signInWith(actor, code)).rejects.toThrow(/used already/)
    await expect(signInWith(actor, codeAt(key, later(30)))).rejects.toThrow(/used already/)
    await expect(proveAgain(actor, { proofCode: code })).rejects.toThrow(/used already/)
  })

  it('takes a code once of two windows that send it at the same moment', async () => {
    const { actor, key } = await enrolled()
    setClock(later(60))
    const code = codeAt(key, later(60))
    const [a, b] = [await firstStep(actor), await firstStep(actor)]
    const both = await Promise.allSettled(
      [a, b].map(({ cookie, from }) =>
        takeSecondStep(cookie, { code, isRecoveryCode: false }, from),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('belongs to the browser that began it, for ten minutes, once', async () => {
    const { actor, key } = await enrolled()
    setClock(later(60))
    const { cookie, from } = await firstStep(actor)
    const take = (cookies: string | null, seconds: number) =>
      takeSecondStep(cookies, { code: codeAt(key, later(seconds)), isRecoveryCode: false }, from)
    await expect(take(null, 60)).rejects.toThrow(/Sign in again/)
    await expect(take('wardround-second-step=stolen', 60)).rejects.toThrow(/Sign in again/)
    setClock(later(60 + 601))
    await expect(take(cookie, 60 + 601)).rejects.toThrow(/longer than ten minutes/)
    setClock(later(90))
    await take(cookie, 90)
    setClock(later(150))
    await expect(take(cookie, 150)).rejects.toThrow(/finished in another window/)
  })

  it('stops guessing: after five wrong codes also the right one is refused, with the time to wait', async () => {
    const { actor, key, codes } = await enrolled()
    setClock(later(60))
    for (let i = 0; i < 5; i += 1) {
      await expect(signInWith(actor, '000000')).rejects.toBeInstanceOf(Invalid)
    }
    const refused = signInWith(actor, codeAt(key, later(60)))
    await expect(refused).rejects.toBeInstanceOf(TooManyTries)
    await expect(signInWith(actor, codes[0]!, true)).rejects.toBeInstanceOf(TooManyTries)
    await expect(proveAgain(actor, { proofCode: '000000' })).rejects.toBeInstanceOf(TooManyTries)
  })

  it('cannot be gone around with an invitation, nor with a new password', async () => {
    const { actor } = await enrolled()
    const clinic = await createOrganisation()
    const token = newToken()
    const personId = newId()
    const { email, name } = actor
    await db().person.create({
      data: {
        ...{ id: personId, organisationId: clinic.organisationId, name, email },
        permissionRole: 'member',
      },
    })
    await db().invitation.create({
      data: {
        ...{ id: newId(), organisationId: clinic.organisationId, personId },
        tokenHash: sha256(token),
        expiresAt: later(3600),
      },
    })
    const answer = await acceptInvitation(token, { name, password: factoryPassword }, visitor)
    expect(answer.step).toBe('second-factor')
    expect((await readSession(pair(answer.cookie))).actor).toBeNull()
  })
})

describe('recovery codes', () => {
  it('let in once each, however they are typed, and their use is mailed', async () => {
    const { actor, codes } = await enrolled()
    const typed = codes[0]!.toLowerCase().replaceAll('-', ' ')
    const { cookie } = await signInWith(actor, typed, true)
    expect((await readSession(pair(cookie))).actor?.personId).toBe(actor.personId)
    await expect(signInWith(actor, codes[0]!, true)).rejects.toThrow(/used already/)
    const used = (await mails(actor, 'factor-changed')).find(({ subject }) =>
      subject?.includes('recovery code was used'),
    )
    expect(used?.text).toContain('9 recovery codes are left')
    expect(
      await db().activity.count({ where: { type: 'account.recovery-code-used' } }),
    ).toBeGreaterThan(0)
  })

  it('let in once of two windows that send one at the same moment', async () => {
    const { actor, codes } = await enrolled()
    const [a, b] = [await firstStep(actor), await firstStep(actor)]
    const both = await Promise.allSettled(
      [a, b].map(({ cookie, from }) =>
        takeSecondStep(cookie, { code: codes[1]!, isRecoveryCode: true }, from),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('of somebody else do not fit', async () => {
    const { codes } = await enrolled()
    const { actor } = await enrolled()
    await expect(signInWith(actor, codes[0]!, true)).rejects.toThrow(/does not fit/)
  })

  it('are void once new ones are made, and are made only beside a second factor', async () => {
    const { actor, codes } = await enrolled()
    const renewed = await renewRecoveryCodes(actor)
    expect(renewed.codes).toHaveLength(10)
    await expect(signInWith(actor, codes[2]!, true)).rejects.toThrow(/does not fit/)
    await signInWith(actor, renewed.codes[0]!, true)
    const bare = await createPerson({ organisationId })
    await expect(renewRecoveryCodes(bare)).rejects.toThrow(/has none yet/)
  })
})

describe('somebody who lost everything', () => {
  it('is let back in by whoever runs the installation, with a mail about it', async () => {
    const { actor } = await enrolled()
    const { cookie } = await openSession(actor, { hasSecondFactor: true })
    await dropFactors(` ${actor.email.toUpperCase()} `)
    expect((await readSession(cookie)).actor).toBeNull()
    expect((await firstStep(actor)).step).toBe('signed-in')
    expect(await db().recoveryCode.count({ where: { accountId: actor.accountId } })).toBe(0)
    const subjects = (await mails(actor, 'factor-changed')).map(({ subject }) => subject)
    expect(subjects.some((subject) => subject?.includes('were removed'))).toBe(true)
    await expect(dropFactors(actor.email)).rejects.toThrow(/nothing was changed/)
    await expect(dropFactors('nobody@elsewhere.example')).rejects.toThrow(/no account/)
  })
})
