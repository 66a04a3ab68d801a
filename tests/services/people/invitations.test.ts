import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, Invalid, NotFound, ProofNeeded } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { now, setClock } from '~/infra/clock.server'
import { database, db } from '~/infra/database/database.server'
import { acceptInvitation, getInvitation } from '~/services/accounts/invitations.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { getPerson } from '~/services/people/get-person.server'
import { inviteList } from '~/services/people/invite-list.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { resendInvitation } from '~/services/people/resend-invitation.server'
import { revokeInvitation } from '~/services/people/revoke-invitation.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let actor: Actor
let manager: Actor
let stranger: Actor
let serial = 0
const at = (instant: string) => setClock(new Date(instant))
const address = '203.0.113.7'
const visitor = { address, userAgent: 'tests' }

beforeAll(async () => {
  at('2026-11-23T08:00:00Z')
  actor = (await createOrganisation({ name: 'Lindenhof clinic' })).administrator
  stranger = (await createOrganisation()).administrator
  manager = await createPerson({ organisationId: actor.organisationId, permissionRole: 'manager' })
})

const invite = async (by = actor, permissionRole: PermissionRole = 'member', email?: string) => {
  serial += 1
  const to = email ?? `guest${serial}@clinic.example`
  const { personId } = await invitePerson(by, { name: 'Ana Ruiz', email: to, permissionRole })
  return { personId, email: to, token: await tokenOf(personId) }
}

/** The link is in the newest message to the person and nowhere else. */
async function tokenOf(personId: string): Promise<string> {
  const mail = await newestMail(personId)
  return /\/invitations\/([\w-]+)/.exec(mail.text ?? '')![1]!
}

const newestMail = (personId: string) =>
  db().email.findFirstOrThrow({ where: { personId }, orderBy: { id: 'desc' } })

const accept = (token: string) =>
  acceptInvitation(token, { name: 'Ana Ruiz', password: 'correct horse battery' }, visitor)

describe('an invitation', () => {
  it('is one message with a link that only its reader knows', async () => {
    const { personId, email, token } = await invite()
    const mail = await newestMail(personId)
    expect(mail).toMatchObject({ kind: 'invitation', toAddress: email, state: 'waiting' })
    expect(mail.subject).toMatch(`${actor.name} invites you to Lindenhof clinic`)
    const rows = await db().invitation.findMany({ where: { personId } })
    expect(JSON.stringify(rows)).not.toContain(token)
    const { rows: jobs } = await database().executeSql(
      `select data->>'emailId' as id from pgboss.job where name = 'send-email'`,
    )
    expect(jobs.map(({ id }) => id)).toContain(mail.id)
    expect(await getInvitation(token, address)).toMatchObject({ email, hasAccount: false })
    expect(await getPerson(actor, personId)).toMatchObject({
      state: 'invited',
      invitation: { state: 'open', expiresAt: new Date('2026-11-30T08:00:00Z') },
    })
  })

  it('works once', async () => {
    const { personId, token } = await invite()
    await accept(token)
    await expect(accept(token)).rejects.toThrow(Invalid)
    expect(await getPerson(actor, personId)).toMatchObject({ state: 'active', invitation: null })
    await expect(resendInvitation(actor, personId)).rejects.toThrow(/joined already/)
  })

  it('works for seven days', async () => {
    const { personId, token } = await invite()
    at('2026-11-30T07:59:59Z')
    await expect(getInvitation(token, address)).resolves.toBeDefined()
    at('2026-11-30T08:00:00Z')
    await expect(accept(token)).rejects.toThrow(/older than 7 days/)
    expect((await getPerson(actor, personId)).invitation!.state).toBe('expired')
    at('2026-11-23T08:00:00Z')
  })

  it('can be withdrawn', async () => {
    const { personId, token } = await invite()
    expect(await revokeInvitation(manager, personId)).toBe(true)
    expect(await revokeInvitation(manager, personId)).toBe(false)
    await expect(accept(token)).rejects.toThrow(Invalid)
    expect((await getPerson(actor, personId)).invitation!.state).toBe('withdrawn')
  })

  it('is void once another was sent, which names the owner roles that wait', async () => {
    const { personId, token } = await invite()
    await db().ownerRole.updateMany({
      where: { organisationId: actor.organisationId, key: 'hr' },
      data: { holderId: personId },
    })
    await resendInvitation(manager, personId)
    const next = await tokenOf(personId)
    expect(next).not.toBe(token)
    expect((await newestMail(personId)).text).toMatch(/belong to HR/)
    await expect(accept(token)).rejects.toThrow(Invalid)
    await expect(accept(next)).resolves.toMatchObject({ step: 'signed-in' })
  })

  it('is refused for somebody who is here or invited, whatever the case of the address', async () => {
    const { email } = await invite()
    const invited = invitePerson(actor, { name: 'Ana', email, permissionRole: 'member' })
    await expect(invited).rejects.toThrow(/invited with this address already/)
    const here = invitePerson(actor, { name: 'M', email: manager.email, permissionRole: 'member' })
    await expect(here).rejects.toMatchObject({ field: 'email' })
    expect(
      await db().person.count({ where: { email, organisationId: actor.organisationId } }),
    ).toBe(1)
  })

  it('makes one of two sent at the same moment', async () => {
    const input = { name: 'Ana', email: 'twice@clinic.example', permissionRole: 'member' } as const
    const results = await Promise.allSettled([
      invitePerson(actor, input),
      invitePerson(actor, input),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().email.count({ where: { toAddress: input.email } })).toBe(1)
  })

  it('may go to somebody of another organisation', async () => {
    const { email } = await invite()
    await expect(invite(stranger, 'member', email)).resolves.toBeDefined()
  })
})

describe('coming back', () => {
  it('is by a new link only, as the same person', async () => {
    const { personId, email, token } = await invite()
    await accept(token)
    const { version } = await getPerson(actor, personId)
    await deactivatePerson(actor, { personId, successorId: null, version })
    const again = await invite(actor, 'manager', email)
    expect(again.personId).toBe(personId)
    const row = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(row).toMatchObject({ accountId: null, joinedAt: null, permissionRole: 'manager' })
    await expect(getInvitation(again.token, address)).resolves.toMatchObject({ hasAccount: true })
    await accept(again.token)
    expect(await getPerson(actor, personId)).toMatchObject({ state: 'active' })
  })
})

describe('who may invite', () => {
  it('is managers and administrators, and only these make administrators', async () => {
    const { organisationId } = actor
    for (const permissionRole of ['member', 'leader', 'auditor'] as const) {
      const person = await createPerson({ organisationId, permissionRole })
      await expect(invite(person)).rejects.toThrow(Forbidden)
      await expect(resendInvitation(person, manager.personId)).rejects.toThrow(Forbidden)
      await expect(revokeInvitation(person, manager.personId)).rejects.toThrow(Forbidden)
    }
    const proved = { ...actor, provedAt: now() }
    await expect(invite(manager, 'administrator')).rejects.toThrow(Forbidden)
    const { personId } = await invite(proved, 'administrator')
    await expect(resendInvitation(manager, personId)).rejects.toThrow(Forbidden)
    await expect(revokeInvitation(manager, personId)).rejects.toThrow(Forbidden)
  })

  it('asks once more who is there before it makes anybody more than a member', async () => {
    const stale = { ...actor, provedAt: new Date(now().getTime() - 16 * 60_000) }
    for (const role of ['administrator', 'manager', 'leader', 'auditor'] as const) {
      await expect(invite(stale, role)).rejects.toThrow(ProofNeeded)
    }
    const list = { text: 'Name,Email,Role\nEve,eve@list.example,Auditor' }
    await expect(inviteList(stale, list)).rejects.toThrow(ProofNeeded)
    expect(await db().person.count({ where: { email: 'eve@list.example' } })).toBe(0)
    await expect(invite(stale)).resolves.toBeDefined()
  })

  it('ends at the organisation', async () => {
    const { personId } = await invite()
    await giveOwnerRole(actor.organisationId, 'hr', null)
    await expect(resendInvitation(stranger, personId)).rejects.toThrow(NotFound)
    await expect(revokeInvitation(stranger, personId)).rejects.toThrow(NotFound)
    await expect(getPerson(stranger, personId)).rejects.toThrow(NotFound)
    await expect(getPerson(actor, 'nobody')).rejects.toThrow(NotFound)
  })
})
