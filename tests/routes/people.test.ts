import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import * as accountAbsence from '~/routes/account/absence'
import * as absence from '~/routes/people/absence'
import * as deactivation from '~/routes/people/deactivation'
import * as invitations from '~/routes/people/invitations'
import * as inviteList from '~/routes/people/invite-list'
import * as sendList from '~/routes/people/send-invite-list'
import * as sendInvitations from '~/routes/people/send-invitations'
import * as withdrawInvitations from '~/routes/people/withdraw-invitations'
import * as ownerRolePeople from '~/routes/settings/owner-role-people'
import { createOrganisation } from '~tests/factories/organisation'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let team: Team
let stranger: Actor

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  stranger = (await createOrganisation()).administrator
})
beforeEach(async () => {
  team = await createTeam()
})

const text = 'name,email\nAna Ruiz,ana@x.example\nBad,nowhere'

describe('a list of invitations', () => {
  it('is checked, then sent; the bad line comes back to be mended', async () => {
    const as = team.manager
    const checked = await callRoute(inviteList.action, { as, form: { text } })
    expect(checked.data).toMatchObject({ checked: { good: [{ line: 2 }], bad: [{}] } })
    const sent = await callRoute(sendList.action, { as, form: { text } })
    expect(sent.data).toMatchObject({ sent: { invitedCount: 1, bad: [{}] } })
    const all = await callRoute(sendList.action, { as, form: { text: 'Bo,bo@x.example' } })
    expect(all).toMatchObject({ status: 302, location: '/people' })
  })

  it('takes a file of Windows-1252', async () => {
    const form = new FormData()
    const bytes = [...'Name;E-Mail\nJürgen Groß;j@x.example'].map((c) => c.codePointAt(0)!)
    form.set('file', new File([new Uint8Array(bytes)], 'people.csv', { type: 'text/csv' }))
    form.set('text', '')
    const { data } = await callRoute(inviteList.action, { as: team.manager, form })
    expect(data).toMatchObject({ checked: { good: [{ name: 'Jürgen Groß' }] } })
  })

  it('says what is wrong with it, and keeps what was typed', async () => {
    const as = team.manager
    const empty = await callRoute(inviteList.action, { as, form: { text: ' ' } })
    expect(empty.status).toBe(400)
    const header = await callRoute(inviteList.action, { as, form: { text: 'name,email' } })
    expect(header.status).toBe(400)
    expect(header.data).toMatchObject({ initialValue: { text: 'name,email' } })
  })

  it('is refused to members and to the signed out, and its addresses do nothing', async () => {
    for (const route of [inviteList, sendList]) {
      expect((await callRoute(route.action, { as: team.ina, form: { text } })).status).toBe(403)
      expect((await callRoute(route.action, { form: { text } })).status).toBe(401)
    }
    expect((await callRoute(inviteList.loader, { as: team.ina })).status).toBe(403)
    expect((await callRoute(invitations.loader, { as: team.ina })).status).toBe(403)
    for (const route of [sendList, sendInvitations, withdrawInvitations]) {
      expect((await callRoute(route.loader, {})).status).toBe(302)
    }
    const form = { personIds: stranger.personId }
    for (const route of [sendInvitations, withdrawInvitations]) {
      expect((await callRoute(route.action, { as: team.ina, form })).status).toBe(403)
      expect((await callRoute(route.action, { as: team.manager, form })).status).toBe(302)
      expect((await callRoute(route.action, { as: team.manager, form: {} })).status).toBe(400)
    }
  })
})

describe('days out of office', () => {
  const form = { from: '2026-12-01', until: '2026-12-04', version: '1' }

  it('are set by oneself and by managers', async () => {
    expect((await callRoute(accountAbsence.action, { as: team.ina, form })).location).toBe(
      '/account',
    )
    const params = { personId: team.hana.personId }
    expect((await callRoute(absence.action, { as: team.manager, form, params })).status).toBe(302)
    expect((await callRoute(absence.action, { as: team.ina, form, params })).status).toBe(403)
    expect((await callRoute(absence.action, { as: stranger, form, params })).status).toBe(404)
    expect((await callRoute(absence.action, { form, params })).status).toBe(401)
  })

  it('have a first and a last day', async () => {
    const half = { ...form, until: '' }
    const answer = await callRoute(accountAbsence.action, { as: team.backup, form: half })
    expect([answer.status, JSON.stringify(answer.data)]).toEqual([
      ...[400, expect.stringContaining('Choose the last day as well.')],
    ])
    const turned = { ...form, until: '2026-11-30' }
    expect((await callRoute(accountAbsence.action, { as: team.backup, form: turned })).status).toBe(
      400,
    )
  })
})

describe('who holds a role', () => {
  it('is shown with what moves, and given when that is confirmed', async () => {
    await createTasks(team.manager, [{}])
    const role = await db().ownerRole.findFirstOrThrow({
      where: { organisationId: team.organisationId, key: 'it-manager' },
    })
    const params = { ownerRoleId: role.id }
    const url = `/x?holderId=${team.hana.personId}&backupId=`
    const as = team.manager
    const { data } = await callRoute(ownerRolePeople.loader, { as, params, url })
    const { version, seen } = data as { version: number; seen: string }
    expect(data).toMatchObject({ moves: { total: 1 }, holderName: 'Hana Sato' })
    const form = { holderId: team.hana.personId, backupId: '', version: String(version), seen }
    const others = { ...form, seen: 'something else' }
    expect((await callRoute(ownerRolePeople.action, { as, params, form: others })).status).toBe(409)
    expect((await callRoute(ownerRolePeople.action, { as: team.ina, params, form })).status).toBe(
      403,
    )
    expect((await callRoute(ownerRolePeople.action, { as: stranger, params, form })).status).toBe(
      404,
    )
    expect((await callRoute(ownerRolePeople.action, { as, params, form })).status).toBe(302)
    expect((await callRoute(ownerRolePeople.loader, { as: team.ina, params, url })).status).toBe(
      403,
    )
    expect(
      (await callRoute(ownerRolePeople.loader, { as, params, url: '/x?holderId=no' })).status,
    ).toBe(400)
  })
})

it('hands over part by part from the form', async () => {
  const { taskIds } = await createTasks(team.manager, [{}])
  const role = await db().ownerRole.findFirstOrThrow({
    where: { organisationId: team.organisationId, key: 'it-manager' },
  })
  const params = { personId: team.ina.personId }
  const form = {
    ...{ version: '1', successorId: team.hana.personId },
    'handOver[0].group': `role:${role.id}`,
    'handOver[0].to': team.manager.personId,
    'handOver[1].group': 'reviews',
    'handOver[1].to': '',
  }
  const as = team.administrator
  expect((await callRoute(deactivation.action, { as: team.manager, params, form })).status).toBe(
    403,
  )
  expect((await callRoute(deactivation.action, { as: stranger, params, form })).status).toBe(404)
  expect((await callRoute(deactivation.action, { as, params, form })).status).toBe(302)
  const task = await db().task.findUniqueOrThrow({ where: { id: taskIds[0]! } })
  expect(task.responsibleId).toBe(team.manager.personId)
})
