import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { changePassword } from '~/services/accounts/change-password.server'
import { hashPassword } from '~/services/accounts/passwords.server'
import {
  beginSingleSignOn,
  findDeparture,
  redirectUri,
} from '~/services/accounts/single-sign-on.server'
import { listRevisionOrganisations } from '~/services/guides/list-revision-organisations.server'
import {
  disableIdentityProvider,
  getIdentityProvider,
} from '~/services/organisations/identity-providers.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { createPerson } from '~tests/factories/organisation'
import {
  arrive,
  clinicWithProvider,
  comeIn,
  cookieOf,
  goThere,
  known,
  password,
  stopProviders,
  visitor,
  type Clinic,
} from '~tests/support/clinic-with-provider'
import { visitProvider } from '~tests/support/oidc-provider'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let clinic: Clinic
let other: Clinic
beforeAll(async () => {
  clinic = await clinicWithProvider({ createsPeople: true })
  other = await clinicWithProvider()
})
afterAll(stopProviders)

describe('another organisation’s provider', () => {
  let victim: Actor
  beforeEach(async () => {
    const email = `victim${newId().slice(-8)}@${clinic.domain}`
    const { organisationId } = clinic
    victim = await createPerson({ organisationId, email, permissionRole: 'administrator' })
    const passwordHash = await hashPassword(password)
    await db().account.update({ where: { id: victim.accountId }, data: { passwordHash } })
  })

  /** The attacker runs the other clinic and its provider, which says whatever they like. */
  const assertVictim = (evil: Clinic) =>
    known(evil, `evil-${victim.accountId}`, { email: victim.email, email_verified: true })

  it('opens nothing by saying somebody’s address', async () => {
    assertVictim(other)
    const { cookie, callback } = await goThere(other)
    await expect(arrive(cookie, callback)).rejects.toThrow(/nobody here has that address/)
  })

  it('makes people of its own, even of an address that is somebody’s, and never touches their account', async () => {
    const evil = await clinicWithProvider({ domains: clinic.domain, createsPeople: true })
    assertVictim(evil)
    const { actor } = await comeIn(evil)
    expect(actor.accountId).not.toBe(victim.accountId)
    expect(actor.organisationId).toBe(evil.organisationId)
    const people = await db().person.findMany({ where: { accountId: victim.accountId } })
    expect(people.map(({ id }) => id)).toEqual([victim.personId])
    const made = await db().account.findUniqueOrThrow({ where: { id: actor.accountId } })
    expect(made).toMatchObject({ passwordHash: null })
    expect(made.email).not.toContain('@')
  })

  it('joins an invited address as an account of its own, not as the one that has the address', async () => {
    const { email } = assertVictim(other)
    const invitation = {
      name: 'Victim',
      email,
      permissionRole: 'member' as const,
      ownerRoleIds: [],
    }
    await invitePerson(other.administrator, invitation)
    const { actor } = await comeIn(other)
    expect(actor).toMatchObject({ organisationId: other.organisationId, email })
    expect(actor.accountId).not.toBe(victim.accountId)
  })

  it('reaches of an account that joined it nothing but its own organisation', async () => {
    const { email } = assertVictim(other)
    await db().person.create({
      data: {
        ...{ id: newId(), organisationId: other.organisationId, accountId: victim.accountId },
        ...{ name: victim.name, email, permissionRole: 'administrator', joinedAt: now() },
      },
    })
    const { actor, session } = await comeIn(other)
    expect(actor).toMatchObject({
      accountId: victim.accountId,
      organisationId: other.organisationId,
      isAccountWide: false,
    })
    const change = { currentPassword: password, password: 'a password of the attacker' }
    await expect(changePassword(actor, change)).rejects.toBeInstanceOf(Forbidden)
    expect(await listRevisionOrganisations(actor, { sha256: 'x' })).toEqual([])
    expect(session.providerId).toBe(other.providerId)
    await expect(getIdentityProvider(actor, clinic.providerId)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a callback', () => {
  it('is worth nothing in another browser, or in none', async () => {
    known(clinic, 'bound')
    const { callback } = await goThere(clinic)
    await expect(arrive(null, callback)).rejects.toThrow(/not begun in this browser/)
    const stranger = await goThere(clinic)
    await expect(arrive(stranger.cookie, callback)).rejects.toThrow(/not begun in this browser/)
    // The other browser's own sign-in is not spoilt by it.
    expect((await arrive(stranger.cookie, stranger.callback)).kind).toBe('signed-in')
  })

  it('works once', async () => {
    known(clinic, 'once')
    const { cookie, callback } = await goThere(clinic)
    const both = await Promise.allSettled([arrive(cookie, callback), arrive(cookie, callback)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(arrive(cookie, callback)).rejects.toThrow(/finished already/)
  })

  it('with the code of another sign-in is refused, by PKCE', async () => {
    known(clinic, 'injected')
    const stolen = await goThere(clinic)
    const own = await goThere(clinic)
    own.callback.searchParams.set('code', stolen.callback.searchParams.get('code')!)
    await expect(arrive(own.cookie, own.callback)).rejects.toBeInstanceOf(Invalid)
  })

  it('with another nonce in the token is refused, though code and verifier fit', async () => {
    known(clinic, 'nonce')
    const { cookie, callback } = await goThere(clinic, (url) =>
      url.searchParams.set('nonce', 'the nonce of somebody else entirely'),
    )
    await expect(arrive(cookie, callback)).rejects.toThrow(/did not fit/)
  })

  it('that names another issuer is refused', async () => {
    known(clinic, 'issuer')
    const { cookie, callback } = await goThere(clinic)
    expect(callback.searchParams.get('iss')).toBe(clinic.oidc.issuer)
    callback.searchParams.set('iss', other.oidc.issuer)
    await expect(arrive(cookie, callback)).rejects.toThrow(/did not fit/)
  })

  it('with a code of one organisation’s provider cannot arrive as another’s (mix-up)', async () => {
    // The victim set out for the evil provider, which sends them on to the clinic's with its own terms.
    known(clinic, 'mixed')
    const evil = await clinicWithProvider()
    const cookie = cookieOf(
      await beginSingleSignOn({ providerId: evil.providerId, to: '/tasks' }, visitor),
    )
    const begun = new URL((await findDeparture('single-sign-on', cookie))!.url)
    const forwarded = new URL(begun.pathname + begun.search, clinic.oidc.issuer)
    // The clinic's provider does not know the evil organisation's address …
    await expect(visitProvider(forwarded.href)).rejects.toThrow(/redirect_uri/)
    // … and at its own address the code is not taken, and goes nowhere.
    forwarded.searchParams.set('redirect_uri', redirectUri(clinic.organisationId))
    const callback = await visitProvider(forwarded.href)
    callback.searchParams.delete('iss')
    await expect(arrive(cookie, callback)).rejects.toThrow(/not begun in this browser/)
  })

  it('that says the person was refused says so', async () => {
    known(clinic, 'denied')
    const { cookie, callback } = await goThere(clinic)
    callback.searchParams.delete('code')
    callback.searchParams.set('error', 'access_denied')
    await expect(arrive(cookie, callback)).rejects.toThrow(/you cancelled there/)
  })

  it('of a provider that was switched off in between is refused', async () => {
    const where = await clinicWithProvider({ createsPeople: true })
    known(where, 'late')
    const { cookie, callback } = await goThere(where)
    await disableIdentityProvider(where.administrator, where.providerId)
    await expect(arrive(cookie, callback)).rejects.toBeInstanceOf(Forbidden)
    await expect(
      beginSingleSignOn({ providerId: where.providerId, to: '/' }, visitor),
    ).rejects.toBeInstanceOf(Forbidden)
  })
})
