import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, Invalid } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { checkList } from '~/services/people/check-invitation-list.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { inviteList } from '~/services/people/invite-list.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { listInvitations } from '~/services/people/list-invitations.server'
import { resendInvitations } from '~/services/people/resend-invitation.server'
import { revokeInvitations } from '~/services/people/revoke-invitation.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { createRunningPlan } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let actor: Actor
let manager: Actor
let member: Actor
let stranger: Actor

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  stranger = (await createOrganisation()).administrator
})

beforeEach(async () => {
  actor = (await createOrganisation()).administrator
  const { organisationId } = actor
  manager = await createPerson({ organisationId, permissionRole: 'manager', name: 'Maya Lind' })
  member = await createPerson({ organisationId, name: 'Tom Okafor' })
  text = listWith(member.email)
})

const peopleOf = (by: Actor) =>
  db().person.findMany({ where: { organisationId: by.organisationId }, orderBy: { id: 'asc' } })
const mailsTo = (toAddress: string) =>
  db().email.findMany({
    where: { toAddress, organisationId: actor.organisationId },
    orderBy: { id: 'asc' },
  })

let text: string
const listWith = (address: string) =>
  [
    'Name;E-Mail;Rolle;Amt;Nur E-Mail',
    'Ana Ruiz;ana@x.example;Mitglied;HR;',
    'Cem Kaya;cem@x.example;;;ja',
    `Tom;${address};;;`,
    'Eve;eve@x.example;Administrator;;',
  ].join('\n')

describe('a list', () => {
  it('is looked at without anything being written', async () => {
    const view = await checkList(manager, { text })
    expect(view.good.map(({ email }) => email)).toEqual(['ana@x.example', 'cem@x.example'])
    expect(view.bad).toHaveLength(2)
    expect(view.rest).toContain(member.email)
    expect(view.rest).not.toContain('ana@x.example')
    expect(await peopleOf(actor)).toHaveLength(3)
  })

  it('invites the good lines at once, gives roles with their tasks, and keeps the bad ones', async () => {
    const { taskIds } = await createRunningPlan(actor, { items: [{ ownerRole: 'hr' }] })
    const sent = await inviteList(manager, { text })
    expect(sent).toMatchObject({ invitedCount: 2, good: [] })
    expect(sent.bad).toHaveLength(2)
    const people = await peopleOf(actor)
    const ana = people.find(({ email }) => email === 'ana@x.example')!
    const cem = people.find(({ email }) => email === 'cem@x.example')!
    expect(ana).toMatchObject({ name: 'Ana Ruiz', permissionRole: 'member', isContact: false })
    expect(cem).toMatchObject({ isContact: true, accountId: null, permissionRole: 'member' })
    expect((await mailsTo('ana@x.example')).map(({ kind }) => kind)).toEqual(['invitation'])
    expect((await mailsTo('cem@x.example')).map(({ kind }) => kind)).toEqual(['contact-welcome'])
    expect(await db().invitation.count({ where: { personId: cem.id } })).toBe(0)
    const task = await db().task.findUniqueOrThrow({ where: { id: taskIds[0]! } })
    expect(task.responsibleId).toBe(ana.id)
    const invited = { organisationId: actor.organisationId, type: 'person.invited' }
    expect(await db().activity.count({ where: invited })).toBe(2)
  })

  it('sent twice invites nobody twice', async () => {
    await inviteList(manager, { text })
    const again = await inviteList(manager, { text })
    expect(again).toMatchObject({ invitedCount: 0 })
    expect(again.bad).toHaveLength(4)
    expect(await mailsTo('ana@x.example')).toHaveLength(1)
  })

  it('sent twice at the same moment invites everybody once', async () => {
    const both = await Promise.all([inviteList(manager, { text }), inviteList(actor, { text })])
    const counts = both.map(({ invitedCount }) => invitedCount).sort()
    // The administrator may make Eve one; whoever comes second finds the others here.
    expect(counts[0]! + counts[1]!).toBe(3)
    const addresses = (await peopleOf(actor)).map(({ email }) => email)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('brings back somebody who left', async () => {
    await deactivatePerson(actor, { personId: member.personId, successorId: null, version: 1 })
    const { good } = await checkList(manager, { text })
    expect(good.find(({ comesBack }) => comesBack)?.email).toBe(member.email)
    await inviteList(manager, { text })
    const tom = await db().person.findUniqueOrThrow({ where: { id: member.personId } })
    expect(tom).toMatchObject({ deactivatedAt: null, accountId: null, joinedAt: null })
  })

  it('is for those who may invite, and knows nothing of other organisations', async () => {
    await expect(checkList(member, { text })).rejects.toThrow(Forbidden)
    await expect(inviteList(member, { text })).rejects.toThrow(Forbidden)
    expect((await checkList(stranger, { text })).good).toHaveLength(4)
    await expect(inviteList(manager, { text: 'name,email' })).rejects.toThrow(Invalid)
  })

  it('takes 500 lines in one go', async () => {
    const lines = Array.from({ length: 500 }, (_, n) => `Person ${n},p${n}@many.example`)
    const { invitedCount } = await inviteList(manager, { text: lines.join('\n') })
    expect(invitedCount).toBe(500)
    const where = { organisationId: actor.organisationId, kind: 'invitation' }
    expect(await db().email.count({ where })).toBe(500)
  }, 120_000)
})

describe('invitations of many', () => {
  const invite = async (email: string, permissionRole: 'member' | 'administrator' = 'member') =>
    (await invitePerson(actor, { name: email, email, permissionRole })).personId

  it('are sent again with one new link each, the old ones void', async () => {
    const ids = [await invite('a@x.example'), await invite('b@x.example')]
    const boss = await invite('boss@x.example', 'administrator')
    expect((await listInvitations(manager)).items.map(({ id }) => id)).toEqual(ids)
    const chosen = [...ids, boss, member.personId, stranger.personId]
    expect(await resendInvitations(manager, chosen)).toBe(2)
    for (const personId of ids) {
      const open = { personId, revokedAt: null, usedAt: null }
      expect(await db().invitation.count({ where: open })).toBe(1)
      expect(await db().invitation.count({ where: { personId } })).toBe(2)
    }
    expect(await db().invitation.count({ where: { personId: boss } })).toBe(1)
    expect(await mailsTo('a@x.example')).toHaveLength(2)
  })

  it('are withdrawn once', async () => {
    const ids = [await invite('c@x.example'), await invite('d@x.example')]
    const boss = await invite('boss2@x.example', 'administrator')
    expect(await revokeInvitations(stranger, ids)).toBe(0)
    expect(await revokeInvitations(manager, [...ids, boss])).toBe(2)
    expect(await revokeInvitations(manager, ids)).toBe(0)
    expect((await listInvitations(manager)).items.map(({ state }) => state)).toEqual([
      ...['withdrawn', 'withdrawn'],
    ])
    await expect(revokeInvitations(member, ids)).rejects.toThrow(Forbidden)
    await expect(resendInvitations(member, ids)).rejects.toThrow(Forbidden)
    await expect(listInvitations(member)).rejects.toThrow(Forbidden)
  })
})
