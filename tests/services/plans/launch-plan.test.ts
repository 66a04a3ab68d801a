import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { cancelPlan } from '~/services/plans/cancel-plan.server'
import { getPlanLaunch } from '~/services/plans/get-plan-launch.server'
import { getPlanRoles } from '~/services/plans/get-plan-roles.server'
import { giveRoles } from '~/services/plans/give-roles.server'
import { launchPlan } from '~/services/plans/launch-plan.server'
import { listPlans } from '~/services/plans/list-plans.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan, createRunningPlan } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
let ben: Actor
let cleo: Actor
let stranger: Actor

beforeEach(async () => {
  setClock(new Date('2026-11-20T10:00:00Z'))
  const { administrator, organisationId } = await createOrganisation()
  ada = administrator
  ben = await createPerson({ organisationId, name: 'Ben' })
  cleo = await createPerson({ organisationId, name: 'Cleo' })
  stranger = (await createOrganisation()).administrator
})

const items = [
  { ownerRole: 'hr', horizonDays: 30 },
  { ownerRole: 'hr', horizonDays: 90 },
  { ownerRole: 'it-manager', horizonDays: 30 },
] as const
const draft = () => createDraftPlan(ada, { items: [...items] })
const tasksOf = (planId: string) =>
  db().task.findMany({ where: { planId }, orderBy: { position: 'asc' } })
const planOf = (planId: string) => db().plan.findUniqueOrThrow({ where: { id: planId } })
const launch = async (planId: string) =>
  launchPlan(ada, { planId, version: (await planOf(planId)).version })
const ledgerOf = (planId: string) => db().reminder.findMany({ where: { planId } })
const sweeps = async () => {
  const rows = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from pgboss.job where name = 'sweep-reminders'`
  return rows[0]!.n
}

describe('launchPlan', () => {
  it('finds the people, writes what waits to be told, and queues a sweep', async () => {
    await giveOwnerRole(ada.organisationId, 'hr', ben)
    const planId = await draft()
    expect(await ledgerOf(planId)).toEqual([])
    expect(await launch(planId)).toEqual({ isNew: true, taskCount: 3 })
    expect((await planOf(planId)).launchedAt).toEqual(new Date('2026-11-20T10:00:00Z'))
    const tasks = await tasksOf(planId)
    expect(tasks.map(({ responsibleId }) => responsibleId)).toEqual([
      ben.personId,
      ben.personId,
      null,
    ])
    expect(tasks.every(({ launchedAt }) => launchedAt !== null)).toBe(true)
    const ledger = await ledgerOf(planId)
    expect(ledger.map(({ taskId }) => taskId).sort()).toEqual([tasks[0]!.id, tasks[1]!.id].sort())
    expect(ledger[0]).toMatchObject({
      kind: 'assignment',
      state: 'waiting',
      personId: ben.personId,
    })
    expect(await sweeps()).toBeGreaterThan(0)
    expect(await db().email.count({ where: { organisationId: ada.organisationId } })).toBe(0)
  })

  it('is harmless twice, one after the other and at once', async () => {
    await giveOwnerRole(ada.organisationId, 'hr', ben)
    const planId = await draft()
    const { version } = await planOf(planId)
    const send = () => launchPlan(ada, { planId, version })
    const results = await Promise.all([send(), send()])
    expect(results.map(({ isNew }) => isNew).sort()).toEqual([false, true])
    expect(await send()).toEqual({ isNew: false, taskCount: 0 })
    expect(await ledgerOf(planId)).toHaveLength(2)
    expect(await db().activity.count({ where: { planId, type: 'plan.launched' } })).toBe(1)
  })

  it('falls back to the backup when the holder left', async () => {
    await giveOwnerRole(ada.organisationId, 'hr', ben, cleo)
    await db().person.update({ where: { id: ben.personId }, data: { deactivatedAt: new Date() } })
    const planId = await draft()
    await launch(planId)
    expect((await tasksOf(planId))[0]?.responsibleId).toBe(cleo.personId)
  })

  it('refuses an old page, members, other organisations, and plans that cannot run', async () => {
    const planId = await draft()
    await expect(launchPlan(ada, { planId, version: 0 })).rejects.toThrow(Conflict)
    await expect(launchPlan(ben, { planId, version: 1 })).rejects.toThrow(Forbidden)
    await expect(launchPlan(stranger, { planId, version: 1 })).rejects.toThrow(NotFound)
    await expect(launchPlan(ada, { planId: 'x', version: 1 })).rejects.toThrow(NotFound)
    await db().task.updateMany({ where: { planId }, data: { dueOn: new Date('2026-11-28') } })
    await expect(launchPlan(ada, { planId, version: 1 })).rejects.toThrow(/day off/)
    expect((await planOf(planId)).launchedAt).toBeNull()
    await cancelPlan(ada, { planId, version: 1, reason: 'No' })
    await expect(launchPlan(ada, { planId, version: 2 })).rejects.toThrow(Invalid)
  })
})

describe('getPlanLaunch', () => {
  it('lists every email by day and person, and nothing is sent', async () => {
    await giveOwnerRole(ada.organisationId, 'hr', ben)
    await giveOwnerRole(ada.organisationId, 'it-manager', cleo)
    const planId = await draft()
    const view = await getPlanLaunch(ada, planId)
    expect(view.problems).toEqual([])
    expect(view.shares).toEqual([
      { name: 'Ben', taskCount: 2 },
      { name: 'Cleo', taskCount: 1 },
    ])
    expect(view.days[0]).toMatchObject({
      onDate: '2026-11-20',
      mails: [
        { personName: 'Ben', lines: [{ action: 'Action 1' }, { action: 'Action 2' }] },
        { personName: 'Cleo', subject: expect.stringContaining('Action 3'), lines: [] },
      ],
    })
    expect(view.mailCount).toBe(view.days.flatMap(({ mails }) => mails).length)
    expect(view.days.every(({ onDate }) => onDate <= '2026-12-20')).toBe(true)
    expect(await db().reminder.count({ where: { planId } })).toBe(0)
  })

  it('warns of roles without people and tasks without roles', async () => {
    const planId = await createDraftPlan(ada, { items: [{}, { ownerRole: 'hr' }] })
    const { problems, shares, days } = await getPlanLaunch(ada, planId)
    expect(problems.map(({ code }) => code)).toEqual(['role-without-holder', 'task-without-owner'])
    expect(shares).toEqual([{ name: null, taskCount: 2 }])
    expect(days.flatMap(({ mails }) => mails).every(({ lines }) => lines.length === 0)).toBe(true)
  })

  it('keeps long names and 500 tasks short', async () => {
    await giveOwnerRole(ada.organisationId, 'hr', ben)
    const many = Array.from({ length: 500 }, () => ({
      ownerRole: 'hr' as const,
      action: 'Long '.repeat(60).trim(),
    }))
    const planId = await createDraftPlan(ada, { items: many })
    const view = await getPlanLaunch(ada, planId)
    expect(view.days[0]?.mails[0]).toMatchObject({ moreLines: 495 })
    await launch(planId)
    expect(await db().reminder.count({ where: { planId } })).toBe(500)
  })
})

describe('giveRoles', () => {
  const give = async (planId: string, holderId: string | null, backupId: string | null = null) => {
    const { roles } = await getPlanRoles(ada, planId)
    const role = roles.find(({ name }) => name === 'HR')!
    return giveRoles(ada, {
      planId,
      roles: [{ roleId: role.id, holderId, backupId, version: role.version }],
    })
  }

  it('shows the roles in use with their counts', async () => {
    const planId = await draft()
    const view = await getPlanRoles(ada, planId)
    expect(view.roles.map(({ name, taskCount }) => [name, taskCount])).toEqual([
      ['IT manager', 1],
      ['HR', 2],
    ])
    expect(view.people.map(({ name }) => name)).toContain('Ben')
  })

  it('moves running tasks of other plans, but not the finished and the personal ones', async () => {
    await giveOwnerRole(ada.organisationId, 'hr', ben)
    const four = [0, 1, 2, 3].map(() => ({ ownerRole: 'hr' as const }))
    const { planId: running, taskIds } = await createRunningPlan(ada, { items: four })
    const done = { completedAt: new Date(), completedById: ben.personId }
    await db().task.update({ where: { id: taskIds[1]! }, data: done })
    await db().task.update({ where: { id: taskIds[2]! }, data: { assigneeId: ben.personId } })
    const planId = await draft()
    expect((await getPlanRoles(ada, planId)).roles[1]).toMatchObject({ otherTaskCount: 2 })
    expect(await give(planId, cleo.personId, ben.personId)).toEqual({
      changedCount: 1,
      movedCount: 2,
    })
    const tasks = await tasksOf(running)
    expect(tasks.map(({ responsibleId }) => responsibleId)).toEqual([
      cleo.personId,
      ben.personId,
      ben.personId,
      cleo.personId,
    ])
    const told = await db().reminder.findMany({ where: { personId: cleo.personId } })
    expect(told.map(({ taskId }) => taskId).sort()).toEqual([taskIds[0], taskIds[3]].sort())
    const drafts = await tasksOf(planId)
    expect(drafts.every(({ responsibleId }) => responsibleId === null)).toBe(true)
  })

  it('is harmless twice, and refuses an old form that wants something else', async () => {
    const planId = await draft()
    const { roles } = await getPlanRoles(ada, planId)
    const role = { roleId: roles[1]!.id, holderId: ben.personId, backupId: null, version: 1 }
    await giveRoles(ada, { planId, roles: [role] })
    expect(await giveRoles(ada, { planId, roles: [role] })).toMatchObject({ changedCount: 0 })
    const stale = giveRoles(ada, { planId, roles: [{ ...role, holderId: cleo.personId }] })
    await expect(stale).rejects.toThrow(Conflict)
    await expect(stale).rejects.toMatchObject({ current: { 'HR: holder': 'Ben' } })
  })

  it('gives roleless tasks a role', async () => {
    const planId = await createDraftPlan(ada, { items: [{}, { ownerRole: 'hr' }] })
    const view = await getPlanRoles(ada, planId)
    expect(view.rolelessCount).toBe(1)
    const rolelessTo = view.allRoles.find(({ name }) => name === 'Security team')!.id
    await giveRoles(ada, { planId, roles: [], rolelessTo })
    expect((await getPlanRoles(ada, planId)).rolelessCount).toBe(0)
    const told = { planId, type: 'plan.edited', personId: ada.personId }
    expect(await db().activity.count({ where: told })).toBe(1)
  })

  it('refuses auditors, strangers, the same person twice, and members who give', async () => {
    const { organisationId } = ada
    const auditor = await createPerson({ organisationId, permissionRole: 'auditor' })
    const planId = await draft()
    await expect(give(planId, auditor.personId)).rejects.toThrow(/cannot work on tasks/)
    await expect(give(planId, stranger.personId)).rejects.toThrow(Invalid)
    await expect(give(planId, ben.personId, ben.personId)).rejects.toMatchObject({
      field: 'roles[0].backupId',
    })
    const foreignRole = await giveOwnerRole(stranger.organisationId, 'hr', null)
    const roles = [{ roleId: foreignRole, holderId: ben.personId, backupId: null, version: 1 }]
    await expect(giveRoles(ada, { planId, roles })).rejects.toThrow(NotFound)
    await expect(giveRoles(ben, { planId, roles: [] })).rejects.toThrow(Forbidden)
    await expect(giveRoles(stranger, { planId, roles: [] })).rejects.toThrow(NotFound)
  })
})

describe('cancelPlan', () => {
  it('cancels what is unfinished with the reason, and keeps what is done', async () => {
    const { planId, taskIds } = await createRunningPlan(ada, { items: [...items] })
    const done = { completedAt: new Date(), completedById: ben.personId }
    await db().task.update({ where: { id: taskIds[0]! }, data: done })
    const input = { planId, version: 2, reason: 'Merged into the winter plan' }
    expect(await cancelPlan(ada, input)).toBe(2)
    expect(await cancelPlan(ada, input)).toBe(0)
    const [first, second] = await tasksOf(planId)
    expect(first?.cancelledAt).toBeNull()
    expect(second).toMatchObject({ cancelReason: input.reason, cancelledById: ada.personId })
  })

  it('refuses old forms, members and strangers', async () => {
    const planId = await draft()
    const input = { planId, version: 0, reason: 'No' }
    await expect(cancelPlan(ada, input)).rejects.toThrow(Conflict)
    await expect(cancelPlan(ben, input)).rejects.toThrow(Forbidden)
    await expect(cancelPlan(stranger, input)).rejects.toThrow(NotFound)
  })
})

describe('listPlans', () => {
  it('shows running plans first with their progress, and only the own ones', async () => {
    const cancelled = await draft()
    await cancelPlan(ada, { planId: cancelled, version: 1, reason: 'No' })
    const waiting = await draft()
    const { planId, taskIds } = await createRunningPlan(ada, { items: [...items], title: 'Run' })
    const done = { completedAt: new Date(), completedById: ben.personId }
    await db().task.update({ where: { id: taskIds[0]! }, data: done })
    setClock(new Date('2026-12-30T10:00:00Z'))
    const { items: plans, total } = await listPlans(ada)
    expect(total).toBe(3)
    expect(plans.map(({ id, state }) => [id, state])).toEqual([
      [planId, 'running'],
      [waiting, 'draft'],
      [cancelled, 'cancelled'],
    ])
    expect(plans[0]).toMatchObject({ title: 'Run', total: 3, done: 1, overdue: 1, blocked: 0 })
    expect(plans[1]).toMatchObject({ overdue: 0 })
    expect((await listPlans(stranger)).items).toEqual([])
  })
})
