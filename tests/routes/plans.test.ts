import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import * as cancellation from '~/routes/plans/cancellation'
import * as dates from '~/routes/plans/dates'
import * as plans from '~/routes/plans/index'
import * as invitation from '~/routes/plans/invitation'
import * as launch from '~/routes/plans/launch'
import * as newPlan from '~/routes/plans/new'
import * as roles from '~/routes/plans/roles'
import * as start from '~/routes/plans/start'
import { formResult } from '~/ui/primitives/form-result'
import { createTemplate } from '~tests/factories/guide'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan, createRunningPlan, dueDates } from '~tests/factories/plan'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
let member: Actor
let stranger: Actor

beforeEach(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'))
  ada = (await createOrganisation()).administrator
  member = await createPerson({ organisationId: ada.organisationId, name: 'Ben' })
  stranger = (await createOrganisation()).administrator
})

const tasksOf = (planId: string) =>
  db().task.findMany({ where: { planId }, orderBy: { position: 'asc' } })

describe('the way from a guide to a launched plan', () => {
  it('leads through roles, dates and launch to the plan', async () => {
    const { templateId } = await createTemplate(ada, [{ ownerRole: 'hr' }, { ownerRole: 'hr' }])
    const page = await callRoute(newPlan.loader, {
      url: `/plans/new?template=${templateId}`,
      as: ada,
    })
    expect(page.data).toMatchObject({ templateId, title: 'Backup guide', startsOn: '2026-11-23' })
    const { planId, startsOn } = page.data as { planId: string; startsOn: string }

    const form = { planId, templateId, title: '', startsOn }
    const started = await callRoute(newPlan.action, { form, as: ada })
    expect([started.status, started.location]).toEqual([302, `/plans/${planId}/roles`])
    const again = await callRoute(newPlan.action, { form, as: ada })
    expect(again.location).toBe(started.location)

    const params = { planId }
    const rolesPage = await callRoute(roles.loader, { params, as: ada })
    const { view } = rolesPage.data as { view: { roles: { id: string; version: number }[] } }
    const given = await callRoute(roles.action, {
      params,
      as: ada,
      form: {
        'roles[0].roleId': view.roles[0]!.id,
        'roles[0].version': String(view.roles[0]!.version),
        'roles[0].holderId': member.personId,
        'roles[0].backupId': '',
      },
    })
    expect(given.location).toBe(`/plans/${planId}/dates`)

    const [first, second] = await tasksOf(planId)
    const chosen = await callRoute(dates.action, {
      params,
      as: ada,
      form: {
        version: '1',
        nextPage: '',
        'dates[0].taskId': first!.id,
        'dates[0].dueOn': '2026-12-04',
        'dates[1].taskId': second!.id,
        'dates[1].dueOn': second!.dueOn.toISOString().slice(0, 10),
      },
    })
    expect(chosen.location).toBe(`/plans/${planId}/launch`)
    expect((await dueDates(planId))[0]).toBe('2026-12-04')

    const launchPage = await callRoute(launch.loader, { params, as: ada })
    expect(launchPage.data).toMatchObject({ canLaunch: true, view: { problems: [] } })
    const launched = await callRoute(launch.action, { params, as: ada, form: { version: '2' } })
    expect(launched.location).toBe(`/plans/${planId}`)
    const twice = await callRoute(launch.action, { params, as: ada, form: { version: '2' } })
    expect([twice.status, twice.location]).toEqual([302, `/plans/${planId}`])
    expect((await tasksOf(planId)).map(({ responsibleId }) => responsibleId)).toEqual([
      member.personId,
      member.personId,
    ])

    const afterwards = await callRoute(roles.loader, { params, as: ada })
    expect(afterwards.location).toBe(`/plans/${planId}`)
    const list = await callRoute(plans.loader, { as: member })
    expect(list.data).toMatchObject({ plans: { total: 1 }, canStart: false })
  })

  it('shows which tasks of other plans move with a role before it moves them', async () => {
    const { organisationId } = ada
    const hana = await createPerson({ organisationId, name: 'Hana' })
    await giveOwnerRole(organisationId, 'hr', hana)
    const { taskIds } = await createRunningPlan(ada, { items: [{ ownerRole: 'hr' }] })
    const responsible = async () =>
      (await db().task.findUniqueOrThrow({ where: { id: taskIds[0]! } })).responsibleId
    const planId = await createDraftPlan(ada, { items: [{ ownerRole: 'hr' }] })
    const hr = await db().ownerRole.findFirstOrThrow({ where: { organisationId, key: 'hr' } })
    const form = {
      'roles[0].roleId': hr.id,
      'roles[0].version': String(hr.version),
      'roles[0].holderId': member.personId,
      'roles[0].backupId': '',
    }
    const params = { planId }
    const asked = await callRoute(roles.action, { params, as: ada, form })
    expect(asked.status).toBe(422)
    const { moving } = asked.data as { moving: { seen: string } }
    expect(moving).toMatchObject({ moves: { total: 1, first: [{ toName: 'Ben' }] } })
    expect(formResult(asked.data).value('roles[0].holderId')).toBe(member.personId)
    expect(await responsible()).toBe(hana.personId)
    const stale = { ...form, seen: 'something else' }
    expect((await callRoute(roles.action, { params, as: ada, form: stale })).status).toBe(409)
    const sure = { ...form, seen: moving.seen }
    const saved = await callRoute(roles.action, { params, as: ada, form: sure })
    expect(saved.location).toBe(`/plans/${planId}/dates`)
    expect(await responsible()).toBe(member.personId)
  })

  it('shows a refused start date with what was typed', async () => {
    const { templateId } = await createTemplate(ada)
    for (const startsOn of ['', '2026-02-30', '2036-01-01']) {
      const form = { templateId, title: 'Mine', startsOn }
      const answer = await callRoute(newPlan.action, { form, as: ada })
      expect(answer.status, startsOn).toBe(400)
      expect(answer.data).toMatchObject({ initialValue: { title: 'Mine' } })
      expect((answer.data as { error: object }).error).toHaveProperty('startsOn')
    }
  })

  it('shows every date that cannot stand beside its field, with what was typed', async () => {
    const planId = await createDraftPlan(ada)
    const [first, second] = await tasksOf(planId)
    const form = {
      version: '1',
      'dates[0].taskId': first!.id,
      'dates[0].dueOn': '2026-11-28',
      'dates[1].taskId': second!.id,
      'dates[1].dueOn': '2027-02-01',
    }
    const answer = await callRoute(dates.action, { params: { planId }, form, as: ada })
    expect(answer.status).toBe(400)
    const { error } = answer.data as { error: Record<string, string[]> }
    expect(error['dates[0].dueOn']?.[0]).toMatch(/not a working day/)
    expect(error['dates[1].dueOn']?.[0]).toMatch(/Tick the box/)
    expect(formResult(answer.data).value('dates[1].dueOn')).toBe('2027-02-01')
    const accepted = { ...form, 'dates[0].dueOn': '2026-11-27', 'dates[1].isLateAccepted': 'on' }
    const saved = await callRoute(dates.action, { params: { planId }, form: accepted, as: ada })
    expect(saved.status).toBe(302)
  })

  it('answers a stale form with 409 and what stands now', async () => {
    const planId = await createDraftPlan(ada)
    const params = { planId }
    await callRoute(start.action, {
      params,
      as: ada,
      form: { startsOn: '2026-11-30', version: '1' },
    })
    const stale = await callRoute(start.action, {
      params,
      as: ada,
      form: { startsOn: '2026-12-07', version: '1' },
    })
    expect(stale.status).toBe(409)
    expect(JSON.stringify(stale.data)).toContain('2026-11-30')
  })

  it('invites somebody and comes back to the roles', async () => {
    const planId = await createDraftPlan(ada)
    const form = { name: 'Cleo', email: 'cleo@clinic.example', permissionRole: 'member' }
    const invited = await callRoute(invitation.action, { params: { planId }, form, as: ada })
    expect(invited.location).toBe(`/plans/${planId}/roles`)
    const page = await callRoute(roles.loader, { params: { planId }, as: ada })
    expect(JSON.stringify(page.data)).toContain('"name":"Cleo","isInvited":true')
    const twice = await callRoute(invitation.action, { params: { planId }, form, as: ada })
    expect(twice.status).toBe(400)
    expect(twice.data).toMatchObject({ initialValue: { name: 'Cleo' } })
  })

  it('cancels with a reason, and asks for one', async () => {
    const { planId } = await createRunningPlan(ada)
    const params = { planId }
    const none = await callRoute(cancellation.action, { params, as: ada, form: { version: '2' } })
    expect(none.status).toBe(400)
    const form = { version: '2', reason: 'Merged' }
    const done = await callRoute(cancellation.action, { params, as: ada, form })
    expect(done.location).toBe('/plans')
    expect((await callRoute(cancellation.loader, { params, as: ada })).status).toBe(302)
  })
})

const pages = { roles, dates, launch, start, invitation, cancellation }

describe.each(Object.entries(pages))('%s', (_, route) => {
  it('is not found for strangers and unknown ids, not for members, and not without signing in', async () => {
    const planId = await createDraftPlan(ada)
    for (const id of [newId(), 'no-id']) {
      const answer = await callRoute(route.loader, { params: { planId: id }, as: ada })
      expect(answer.status).toBe(404)
    }
    const params = { planId }
    expect((await callRoute(route.loader, { params, as: stranger })).status).toBe(404)
    expect((await callRoute(route.loader, { params, as: member })).status).toBe(403)
    const signedOut = await callRoute(route.loader, { params, url: '/plans/x' })
    expect(signedOut.location).toMatch(/^\/sign-in/)
    const posted = await callRoute(route.action, { params, form: { version: '1' } })
    expect(posted.status).toBe(401)
  })
})
