import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { beginSession, readSession, type SessionFacts } from '~/services/accounts/sessions.server'
import {
  beginSingleSignOnProof,
  findDeparture,
  listOfferedProviders,
  redirectUri,
} from '~/services/accounts/single-sign-on.server'
import {
  disableIdentityProvider,
  getIdentityProvider,
  unlinkIdentity,
} from '~/services/organisations/identity-providers.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { revokeInvitation } from '~/services/people/revoke-invitation.server'
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

describe('signing in through a provider', () => {
  it('asks with PKCE, state and nonce, and only for who somebody is', async () => {
    known(clinic, 'ask')
    const { url } = await goThere(clinic)
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(url.searchParams.get(name)!.length, name).toBeGreaterThan(30)
    expect(url.searchParams.get('redirect_uri')).toBe(redirectUri(clinic.organisationId))
    expect(url.searchParams.get('scope')).toBe('openid email profile')
  })

  it('makes an account and a person where that is allowed, once', async () => {
    const { email } = known(clinic, 'nora', { name: 'Nora Nurse' })
    const first = await comeIn(clinic)
    expect(first.to).toBe('/plans')
    expect(first.actor).toMatchObject({
      organisationId: clinic.organisationId,
      name: 'Nora Nurse',
      permissionRole: 'member',
      isAccountWide: false,
      email,
    })
    expect(first.session).toMatchObject({
      method: 'single-sign-on',
      providerId: clinic.providerId,
    })
    expect(first.session.secondFactorAt).not.toBeNull()
    const again = await comeIn(clinic)
    expect(again.actor.personId).toBe(first.actor.personId)
    const { personId } = first.actor
    const told = await db().activity.findMany({ where: { personId }, orderBy: { id: 'asc' } })
    expect(told.map(({ type }) => type)).toEqual([
      ...['person.joined', 'identity-provider.person-linked'],
      ...['account.signed-in', 'account.signed-in'],
    ])
  })

  it('makes one person of two first sign-ins at the same moment', async () => {
    const { email } = known(clinic, 'twice')
    const both = [await goThere(clinic), await goThere(clinic)]
    const arrivals = await Promise.all(both.map(({ cookie, callback }) => arrive(cookie, callback)))
    expect(arrivals.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-in'])
    expect(await db().person.count({ where: { email } })).toBe(1)
  })

  it('finds a member by the address and goes on by the subject, whatever the address becomes', async () => {
    const { organisationId } = other
    const { email } = known(other, 'tom')
    const tom = await createPerson({ organisationId, email, permissionRole: 'manager' })
    expect((await comeIn(other)).actor).toMatchObject({
      personId: tom.personId,
      accountId: tom.accountId,
      permissionRole: 'manager',
      isAccountWide: false,
    })
    known(other, 'tom', { email: `renamed@${other.domain}` })
    expect((await comeIn(other)).actor.personId).toBe(tom.personId)
  })

  it('lets an invited person join, and the link in their mail ends', async () => {
    const { email } = known(other, 'invited')
    const invitation = { name: 'Ina', email, permissionRole: 'leader' as const, ownerRoleIds: [] }
    await invitePerson(other.administrator, invitation)
    const { actor } = await comeIn(other)
    expect(actor).toMatchObject({ email, permissionRole: 'leader', isAccountWide: false })
    const open = { personId: actor.personId, usedAt: null, revokedAt: null }
    expect(await db().invitation.count({ where: open })).toBe(0)
  })

  for (const [words, options] of [
    ['posts its secret', { authMethod: 'client_secret_post' }],
    ['is public', { authMethod: 'none', secret: null }],
    ['says the address at its userinfo endpoint only', { isConformant: true }],
  ] as const) {
    it(`works with a client that ${words}`, async () => {
      const where = await clinicWithProvider({ ...options, createsPeople: true })
      const { email } = known(where, 'pat')
      expect((await comeIn(where)).actor.email).toBe(email)
    })
  }

  it('offers providers by the domain alone, those of several organisations too', async () => {
    const domains = 'shared.example'
    const [a, b] = [await clinicWithProvider({ domains }), await clinicWithProvider({ domains })]
    const offers = await listOfferedProviders('nobody@shared.example', visitor.address)
    expect(offers.map(({ id }) => id).sort()).toEqual([a.providerId, b.providerId].sort())
    expect(Object.keys(offers[0]!).sort()).toEqual(['host', 'id', 'name'])
    expect(await listOfferedProviders('x@sub.shared.example', visitor.address)).toEqual([])
    await disableIdentityProvider(b.administrator, b.providerId)
    expect(await listOfferedProviders('x@shared.example', visitor.address)).toHaveLength(1)
  })
})

describe('people whom a provider cannot bring in', () => {
  const refused = async (where: Clinic) => {
    const before = await db().account.count()
    const { cookie, callback } = await goThere(where)
    const refusal = await arrive(cookie, callback).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Forbidden)
    expect(await db().account.count()).toBe(before)
    return (refusal as Error).message
  }

  it('those nobody invited, where none are made', async () => {
    known(other, 'stranger')
    expect(await refused(other)).toMatch(/nobody here has that address/)
  })

  it('those of a domain that is not bound, verified or not', async () => {
    known(clinic, 'far', { email: 'far@elsewhere.example', email_verified: true })
    expect(await refused(clinic)).toMatch(/not of a domain/)
    known(clinic, 'far', { email: 'far@elsewhere.example' })
    expect(await refused(clinic)).toMatch(/verified/)
  })

  it('those whose address was not verified', async () => {
    const { email } = known(clinic, 'unverified', { email_verified: false })
    await createPerson({ organisationId: clinic.organisationId, email })
    expect(await refused(clinic)).toMatch(/was verified/)
  })

  it('those without an address', async () => {
    known(clinic, 'silent', { email: undefined })
    const { cookie, callback } = await goThere(clinic)
    await expect(arrive(cookie, callback)).rejects.toThrow(/does not say your email/)
  })

  it('deactivated people, known to it or not, and those whose invitation was withdrawn', async () => {
    const { administrator, organisationId } = other
    const { email } = known(other, 'gone')
    const person = await createPerson({ organisationId, email })
    const { cookie } = await comeIn(other)
    const at = { personId: person.personId, successorId: null, version: 1 }
    await deactivatePerson(administrator, at)
    expect((await readSession(cookie)).actor).toBeNull()
    expect(await refused(other)).toMatch(/deactivated/)
    const withdrawn = known(other, 'withdrawn')
    const invitation = { name: 'Wim', permissionRole: 'member' as const, ownerRoleIds: [] }
    await invitePerson(administrator, { ...invitation, email: withdrawn.email })
    const wim = await db().person.findFirstOrThrow({ where: { email: withdrawn.email } })
    await revokeInvitation(administrator, wim.id)
    expect(await refused(other)).toMatch(/withdrawn/)
  })

  it('a second subject that says the address of somebody it knows already', async () => {
    const { email } = known(clinic, 'first')
    const { actor } = await comeIn(clinic)
    known(clinic, 'second', { email })
    expect(await refused(clinic)).toMatch(/Somebody else/)
    const view = await getIdentityProvider(clinic.administrator, clinic.providerId)
    const { identityId } = view.linked.find((linked) => linked.email === email)!
    await unlinkIdentity(clinic.administrator, { providerId: clinic.providerId, identityId })
    expect((await comeIn(clinic)).actor.personId).toBe(actor.personId)
  })
})

describe('proving once more who one is', () => {
  const goForProof = async ({ actor, session }: { actor: Actor; session: SessionFacts }) => {
    const cookie = cookieOf(await beginSingleSignOnProof(actor, session, '/settings'))
    const url = new URL((await findDeparture('single-sign-on-proof', cookie))!.url)
    expect(url.searchParams.get('prompt')).toBe('login')
    expect(url.searchParams.get('max_age')).toBe('0')
    return { cookie, url }
  }

  it('asks the provider anew and renews the session’s proof', async () => {
    known(clinic, 'prover')
    const there = await comeIn(clinic)
    const { publicId } = there.session
    await db().session.update({ where: { publicId }, data: { provedAt: new Date(0) } })
    const { cookie, url } = await goForProof(there)
    const callback = await visitProvider(url.href)
    expect(await arrive(cookie, callback, there)).toEqual({ kind: 'proved', to: '/settings' })
    const { provedAt } = await db().session.findUniqueOrThrow({ where: { publicId } })
    expect(now().getTime() - provedAt.getTime()).toBeLessThan(60_000)
  })

  it('is not given by somebody else, in another session, or by an older sign-in there', async () => {
    known(clinic, 'prover')
    const there = await comeIn(clinic)
    const elsewhere = await comeIn(clinic)
    const first = await goForProof(there)
    const toOther = await visitProvider(first.url.href)
    await expect(arrive(first.cookie, toOther, elsewhere)).rejects.toThrow(/not begun/)

    const second = await goForProof(there)
    known(clinic, 'colleague')
    const asColleague = await visitProvider(second.url.href)
    await expect(arrive(second.cookie, asColleague, there)).rejects.toThrow(/not who is signed in/)

    known(clinic, 'prover')
    const third = await goForProof(there)
    for (const name of ['prompt', 'max_age']) third.url.searchParams.delete(name)
    const withoutTime = await visitProvider(third.url.href)
    await expect(arrive(third.cookie, withoutTime, there)).rejects.toThrow(/did not fit/)
    await expect(arrive(third.cookie, withoutTime, null)).rejects.toThrow(/not begun/)
  })

  it('is for sessions that came through a provider', async () => {
    const cookie = cookieOf(
      await beginSession(clinic.administrator.accountId, clinic.organisationId, {
        method: 'password',
        visitor,
      }),
    )
    const { actor, session } = await readSession(cookie)
    await expect(beginSingleSignOnProof(actor!, session!, '/')).rejects.toBeInstanceOf(Forbidden)
  })
})
