import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, NotFound, ProofNeeded } from '~/domain/shared/errors'
import { now, setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { action as switchRoute } from '~/routes/organisations/switch'
import { beginSession, readSession } from '~/services/accounts/sessions.server'
import {
  allowFurtherOrganisations,
  createFurtherOrganisation,
  getFurtherOrganisations,
} from '~/services/organisations/further-organisations.server'
import { getSetupToken } from '~/services/organisations/installation.server'
import { listOrganisationOverviews } from '~/services/organisations/list-organisation-overviews.server'
import { switchOrganisation } from '~/services/organisations/switch-organisation.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createRunningPlan } from '~tests/factories/plan'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

/** The first organisation's administrator; a consultant who is a manager there and a member of another. */
let first: Actor
let other: Actor
let consultant: Actor

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  await getSetupToken()
  first = (await createOrganisation({ name: 'Lindenhof' })).administrator
  other = (await createOrganisation({ name: 'Bergklinik', isPlansOpen: false })).administrator
  consultant = await createPerson({
    organisationId: first.organisationId,
    permissionRole: 'manager',
    name: 'Vera Consultant',
  })
  const { accountId, name, email } = consultant
  await db().person.create({
    data: {
      ...{ id: newId(), organisationId: other.organisationId, accountId, name, email },
      ...{ permissionRole: 'member', joinedAt: now() },
    },
  })
  const items = [{ ownerRole: 'hr' as const, dueOn: '2026-12-01' }]
  await giveOwnerRole(first.organisationId, 'hr', consultant)
  await createRunningPlan(first, { title: 'Phishing', items })
  await createRunningPlan(other, { title: 'Secret', items })
  setClock(new Date('2026-12-03T08:00:00Z'))
})

const fresh = (actor: Actor): Actor => ({ ...actor, provedAt: now() })
const session = (actor: Actor, providerId: string | null = null) =>
  beginSession(actor.accountId, actor.organisationId, {
    method: providerId ? 'single-sign-on' : 'password',
    providerId,
    visitor: { address: '127.0.0.1', userAgent: 'tests' },
  })

describe('the overview', () => {
  it('shows each organisation as its own person sees it, the neediest first', async () => {
    const lines = await listOrganisationOverviews(consultant)
    expect(lines).toMatchObject([
      {
        ...{ name: 'Lindenhof', isCurrent: true, permissionRole: 'manager' },
        ...{ myOpenCount: 1, myOverdueCount: 1 },
        plans: [{ status: 'late', total: 1, overdue: 1 }],
      },
      // A member without a part in any plan there sees none of it.
      { name: 'Bergklinik', isCurrent: false, permissionRole: 'member', plans: [], myOpenCount: 0 },
    ])
  })

  it('has one organisation for somebody who came through a provider', async () => {
    const lines = await listOrganisationOverviews({ ...consultant, isAccountWide: false })
    expect(lines.map(({ name }) => name)).toEqual(['Lindenhof'])
  })

  it('leaves out organisations that somebody left', async () => {
    const leaver = await createPerson({ organisationId: first.organisationId })
    const { accountId, name, email } = leaver
    const left = { id: newId(), organisationId: other.organisationId, accountId, name, email }
    const dates = { joinedAt: now(), deactivatedAt: now() }
    await db().person.create({ data: { ...left, ...dates, permissionRole: 'member' } })
    expect(await listOrganisationOverviews(leaver)).toHaveLength(1)
    await expect(switchOrganisation(leaver, other.organisationId)).rejects.toThrow(NotFound)
  })
})

describe('going to another organisation', () => {
  it('takes the session along, with the role that the person has there', async () => {
    const cookie = (await session(consultant)).split(';')[0]!
    const before = await readSession(cookie)
    expect(before.otherOrganisations.map(({ name }) => name)).toEqual(['Bergklinik'])
    expect(await switchOrganisation(before.actor!, other.organisationId)).toBe('Bergklinik')
    const after = await readSession(cookie)
    expect(after.actor).toMatchObject({
      ...{ organisationId: other.organisationId, permissionRole: 'member', seesAllPlans: false },
    })
    expect(after.actor!.personId).not.toBe(consultant.personId)
    expect(after.otherOrganisations.map(({ name }) => name)).toEqual(['Lindenhof'])
  })

  it('finds none that the account has nobody in, and none that does not exist', async () => {
    const params = { organisationId: other.organisationId }
    const foreign = await callRoute(switchRoute, { as: first, params, form: {} })
    expect(foreign.status).toBe(404)
    const unknown = await callRoute(switchRoute, {
      as: consultant,
      params: { organisationId: 'no-id' },
      form: {},
    })
    expect(unknown.status).toBe(404)
  })

  it('is not for whom one organisation’s provider vouches', async () => {
    const providerId = newId()
    await db().identityProvider.create({
      data: {
        ...{ id: providerId, organisationId: consultant.organisationId, name: 'Clinic login' },
        ...{ issuer: 'https://login.clinic.example', clientId: 'wardround' },
      },
    })
    const cookie = (await session(consultant, providerId)).split(';')[0]!
    const { actor, otherOrganisations } = await readSession(cookie)
    expect([actor!.isAccountWide, otherOrganisations]).toEqual([false, []])
    await expect(switchOrganisation(actor!, other.organisationId)).rejects.toThrow(Forbidden)
  })
})

describe('further organisations', () => {
  const input = { organisationName: 'Talklinik', timeZone: 'Europe/Zurich' }

  it('are set up once the first organisation’s administrators allow it, and only by administrators', async () => {
    await expect(createFurtherOrganisation(fresh(first), input)).rejects.toThrow(Forbidden)
    await expect(allowFurtherOrganisations(fresh(other), true)).rejects.toThrow(Forbidden)
    await expect(allowFurtherOrganisations(fresh(consultant), true)).rejects.toThrow(Forbidden)
    await allowFurtherOrganisations(fresh(first), true)
    await allowFurtherOrganisations(fresh(first), true)
    const told = await db().activity.count({
      where: { organisationId: first.organisationId, type: 'settings.changed' },
    })
    expect(told).toBe(1)
    await expect(createFurtherOrganisation(fresh(consultant), input)).rejects.toThrow(Forbidden)
    const organisationId = await createFurtherOrganisation(fresh(other), input)
    expect(await switchOrganisation(other, organisationId)).toBe('Talklinik')
    const people = await db().person.findMany({ where: { organisationId } })
    expect(people).toMatchObject([{ accountId: other.accountId, permissionRole: 'administrator' }])
  })

  it('ask for a fresh proof, and are not for the demo nor for a provider’s people', async () => {
    const stale = { ...first, provedAt: new Date('2026-12-03T07:00:00Z') }
    await expect(createFurtherOrganisation(stale, input)).rejects.toThrow(ProofNeeded)
    await expect(allowFurtherOrganisations(stale, false)).rejects.toThrow(ProofNeeded)
    for (const change of [{ isDemo: true }, { isAccountWide: false }]) {
      const { may } = await getFurtherOrganisations({ ...fresh(first), ...change })
      expect(may).toEqual({ decide: false, create: false })
    }
  })
})
