import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { getDashboard } from '~/services/progress/get-dashboard.server'
import { blockTask } from '~/services/tasks/block-task.server'
import { cancelTask } from '~/services/tasks/cancel-task.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { createOrganisation, giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan, createRunningPlan } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let actor: Actor
let planId: string
let taskIds: string[]
const at = (instant: string) => setClock(new Date(instant))
const versionOf = async (id: string) =>
  (await db().task.findUniqueOrThrow({ where: { id } })).version

beforeAll(async () => {
  at('2026-11-23T08:00:00Z')
  actor = (await createOrganisation()).administrator
  await giveOwnerRole(actor.organisationId, 'hr', actor)
  await giveOwnerRole(actor.organisationId, 'it-manager', actor)
  const item = { track: 'prevention', ownerRole: 'hr' } as const
  ;({ planId, taskIds } = await createRunningPlan(actor, {
    title: 'Supply chain',
    items: [
      { ...item, dueOn: '2026-11-25' },
      { ...item, dueOn: '2026-11-26', track: 'detection' },
      { ...item, dueOn: '2026-12-01', ownerRole: 'it-manager' },
      { ...item, dueOn: '2026-12-02', ownerRole: 'it-manager' },
      { ...item, dueOn: '2026-12-21', track: null },
      { ...item, dueOn: '2026-12-22' },
    ],
  }))
})

describe('the dashboard', () => {
  it('offers nothing where no plan runs', async () => {
    const { administrator } = await createOrganisation()
    await createDraftPlan(administrator)
    const dashboard = await getDashboard(administrator, null)
    expect(dashboard).toMatchObject({ plans: [], detail: null, today: '2026-11-23' })
  })

  it('starts on course, with nothing expected', async () => {
    const { plans, detail } = await getDashboard(actor, null)
    expect(plans).toEqual([
      expect.objectContaining({
        id: planId,
        title: 'Supply chain',
        status: 'on-course',
        total: 6,
        done: 0,
        expectedPercent: 0,
        endsOn: '2026-12-22',
      }),
    ])
    expect(detail!.overdue).toEqual([])
    expect(detail!.next.map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-12-01',
      '2026-12-02',
    ])
    expect(detail!.dueNext.map(({ count }) => count)).toEqual([1, 1, 1, 1])
  })

  it('counts what is done, late, blocked and cancelled, by track and owner role', async () => {
    // 23:30 UTC on the 24th is the 25th in Berlin, where completions are counted.
    at('2026-11-24T23:30:00Z')
    await completeTask(actor, { taskId: taskIds[0]! })
    const blocked = { taskId: taskIds[2]!, reason: 'Vendor closed' }
    await blockTask(actor, { ...blocked, version: await versionOf(taskIds[2]!) })
    const moot = { taskId: taskIds[5]!, reason: 'Moot' }
    await cancelTask(actor, { ...moot, version: await versionOf(taskIds[5]!) })
    at('2026-12-02T09:00:00Z')
    const { plans, detail } = await getDashboard(actor, planId)
    const { progress, burnUp, overdue } = detail!
    expect(progress).toMatchObject({
      total: 5,
      done: 1,
      cancelled: 1,
      blocked: 1,
      overdue: 2,
      oldestOverdueDays: 6,
      donePercent: 20,
      expectedPercent: 80,
      dueNextTwoWeeks: 1,
      endsOn: '2026-12-21',
    })
    expect(plans[0]).toMatchObject({ status: 'late', overdue: 2, donePercent: 20 })
    expect(plans[0]!.because).toMatch('20% is done where 80% was expected')
    expect(overdue.map(({ dueOn }) => dueOn)).toEqual(['2026-11-26', '2026-12-01'])
    expect(overdue[1]).toMatchObject({
      blockedReason: 'Vendor closed',
      ownerRoleName: 'IT manager',
    })
    expect(progress.byTrack.map((part) => [part.label, part.total, part.done])).toEqual([
      ['Prevention', 3, 1],
      ['Detection', 1, 0],
      ['No track', 1, 0],
    ])
    expect(
      progress.byOwnerRole.map((part) => [
        part.label,
        part.total,
        part.overdue,
        part.expectedPercent,
      ]),
    ).toEqual([
      ['HR', 3, 1, 66],
      ['IT manager', 2, 1, 100],
    ])
    const done = Object.fromEntries(burnUp.map((point) => [point.date, point.done]))
    expect([done['2026-11-24'], done['2026-11-25'], done['2026-12-03']]).toEqual([0, 1, null])
  })

  it('shows several plans, one of them in detail, and never a cancelled one', async () => {
    const other = await createRunningPlan(actor, { title: 'Insiders', startsOn: '2026-12-07' })
    const { plans, detail } = await getDashboard(actor, planId)
    expect(plans.map(({ title }) => title)).toEqual(['Insiders', 'Supply chain'])
    expect(plans[1]).toMatchObject({ total: 5, done: 1, overdue: 2, blocked: 1, status: 'late' })
    expect(detail!.id).toBe(planId)
    expect((await getDashboard(actor, null)).detail!.id).toBe(other.planId)
    await db().plan.update({
      where: { id: other.planId },
      data: { cancelledAt: new Date(), cancelledById: actor.personId },
    })
    expect((await getDashboard(actor, null)).plans).toHaveLength(1)
    await expect(getDashboard(actor, other.planId)).rejects.toThrow(NotFound)
  })

  it('names ten tasks and counts the rest', async () => {
    const { administrator } = await createOrganisation()
    await giveOwnerRole(administrator.organisationId, 'hr', administrator)
    at('2026-11-23T08:00:00Z')
    const items = Array.from(
      { length: 12 },
      () => ({ dueOn: '2026-11-24', ownerRole: 'hr' }) as const,
    )
    await createRunningPlan(administrator, { items })
    at('2026-11-25T08:00:00Z')
    const { detail } = await getDashboard(administrator, null)
    expect(detail!.overdue).toHaveLength(10)
    expect(detail!.progress.overdue).toBe(12)
  })

  it('knows no plan of another organisation', async () => {
    const { administrator } = await createOrganisation()
    await expect(getDashboard(administrator, planId)).rejects.toThrow(NotFound)
    await expect(getDashboard(administrator, 'no-id')).rejects.toThrow(NotFound)
  })
})
