import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { getDeactivation } from '~/services/people/get-deactivation.server'
import { addDecision } from '~/services/reviews/add-decision.server'
import { assignTask } from '~/services/tasks/assign-task.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { linkTasks } from '~/services/tasks/link-tasks.server'
import { giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan } from '~tests/factories/plan'
import { createOpenReview, createReview, createSignedReview } from '~tests/factories/review'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let team: Team
let by: Actor

beforeAll(() => setClock(new Date('2026-11-23T08:00:00Z')))
beforeEach(async () => {
  team = await createTeam()
  by = team.administrator
})

const assign = async (taskId: string, person: Actor) => {
  const { version } = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  await assignTask(by, { taskId, assigneeId: person.personId, version })
}
const taskRow = (id: string) => db().task.findUniqueOrThrow({ where: { id } })

/** Ina holds: IT manager, two tasks by it (one that comes round, linked), one by name, one done. */
async function furnish() {
  const { taskIds } = await createTasks(by, [{ cadence: 'monthly' }, {}, {}, {}])
  const [recurring, plain, named, done] = taskIds as [string, string, string, string]
  await assign(named, team.ina)
  const { reference } = await taskRow(plain)
  await linkTasks(by, { taskId: recurring, reference })
  await completeTask(team.ina, { taskId: done })
  const draftId = await createDraftPlan(by, { items: [{ ownerRole: 'it-manager' }] })
  const draft = await db().task.findFirstOrThrow({ where: { planId: draftId } })
  await db().task.update({ where: { id: draft.id }, data: { assigneeId: team.ina.personId } })
  const chaired = await createReview(by, { chair: team.ina, title: 'Chaired' })
  const attended = await createOpenReview(by, { attendees: [team.ina, team.hana], title: 'Open' })
  const decision = { text: 'Buy a line', ownerPersonId: team.ina.personId, dueOn: null }
  await addDecision(by, { reviewId: attended, ...decision })
  const signed = await createSignedReview(by, { attendees: [team.ina], title: 'Signed' })
  return { recurring, plain, named, done, draftTask: draft.id, chaired, attended, signed }
}

const leave = (handOver: { group: string; to: string }[] = [], successor: Actor | null = null) =>
  deactivatePerson(by, {
    ...{ personId: team.ina.personId, successorId: successor?.personId ?? null, version: 1 },
    handOver,
  })
const reviewRow = (id: string) =>
  db().review.findUniqueOrThrow({ where: { id }, include: { attendees: true, decisions: true } })

describe('what somebody holds', () => {
  it('is listed whole, with counts', async () => {
    await furnish()
    const view = await getDeactivation(by, team.ina.personId)
    expect(view.ownerRoles).toMatchObject([{ name: 'IT manager', as: 'holder' }])
    expect(view).toMatchObject({
      personalTasks: { total: 1 },
      roleTasks: { total: 2 },
      draftTasks: { total: 1 },
      ...{ recurringCount: 1, linkedCount: 2 },
      reviews: { total: 1, first: [{ title: 'Chaired' }] },
      attendance: { total: 1, first: [{ title: 'Open' }] },
      decisions: { total: 1, first: [{ text: 'Buy a line', reviewTitle: 'Open' }] },
      signedDecisions: { total: 0 },
    })
  })

  it('names ten of a kind and counts the rest', async () => {
    await createTasks(
      by,
      Array.from({ length: 13 }, () => ({})),
    )
    const { roleTasks } = await getDeactivation(by, team.ina.personId)
    expect([roleTasks.total, roleTasks.first.length]).toEqual([13, 10])
  })
})

describe('handing it over', () => {
  it('gives all of it to one person, and leaves what is finished', async () => {
    const ids = await furnish()
    const signedBefore = await reviewRow(ids.signed)
    expect(await leave([], team.hana)).toEqual({ isNew: true, movedCount: 4 })
    const to = team.hana.personId
    expect((await taskRow(ids.recurring)).responsibleId).toBe(to)
    expect((await taskRow(ids.plain)).responsibleId).toBe(to)
    expect(await taskRow(ids.named)).toMatchObject({ assigneeId: to, responsibleId: to })
    expect((await taskRow(ids.draftTask)).assigneeId).toBe(to)
    expect((await taskRow(ids.done)).responsibleId).toBe(team.ina.personId)
    expect((await reviewRow(ids.chaired)).chairId).toBe(to)
    const attended = await reviewRow(ids.attended)
    expect(attended.attendees.map(({ personId }) => personId)).toEqual([to])
    expect(attended.decisions[0]!.ownerPersonId).toBe(to)
    expect(await reviewRow(ids.signed)).toEqual(signedBefore)
    expect(await leave([], team.hana)).toEqual({ isNew: false, movedCount: 0 })
  })

  it('gives part by part to different people, or to nobody', async () => {
    const ids = await furnish()
    const role = await db().ownerRole.findFirstOrThrow({
      where: { organisationId: team.organisationId, key: 'it-manager' },
    })
    await leave(
      [
        { group: `role:${role.id}`, to: team.backup.personId },
        { group: 'draft-tasks', to: 'nobody' },
        { group: 'reviews', to: team.leader.personId },
        { group: 'attendance', to: 'nobody' },
        { group: 'decisions', to: team.manager.personId },
        { group: 'personal-tasks', to: '' },
      ],
      team.hana,
    )
    expect((await taskRow(ids.plain)).responsibleId).toBe(team.backup.personId)
    expect((await taskRow(ids.named)).responsibleId).toBe(team.hana.personId)
    expect((await taskRow(ids.draftTask)).assigneeId).toBeNull()
    expect((await reviewRow(ids.chaired)).chairId).toBe(team.leader.personId)
    const attended = await reviewRow(ids.attended)
    expect(attended.attendees.map(({ personId }) => personId)).toEqual([team.hana.personId])
    expect(attended.decisions[0]!.ownerPersonId).toBe(team.manager.personId)
    // Ben was the backup; nobody is both.
    const after = await db().ownerRole.findUniqueOrThrow({ where: { id: role.id } })
    expect([after.holderId, after.backupId]).toEqual([team.backup.personId, null])
  })

  it('refuses people who cannot take it, and changes nothing', async () => {
    await furnish()
    const tasks = { group: 'personal-tasks', to: team.auditor.personId }
    await expect(leave([tasks], team.hana)).rejects.toThrow(/cannot work/)
    for (const group of ['personal-tasks', 'reviews', 'decisions']) {
      await expect(leave([{ group, to: team.ina.personId }])).rejects.toThrow(/no longer/)
    }
    const ina = await db().person.findUniqueOrThrow({ where: { id: team.ina.personId } })
    expect(ina.deactivatedAt).toBeNull()
  })

  it('gives decisions to whoever reads everything, an auditor too', async () => {
    const { attended } = await furnish()
    const to = team.auditor.personId
    await leave([{ group: 'decisions', to }], team.hana)
    expect((await reviewRow(attended)).decisions).toMatchObject([{ ownerPersonId: to }])
  })

  it('moves nothing of somebody who holds nothing', async () => {
    await giveOwnerRole(team.organisationId, 'it-manager', team.hana)
    expect(await leave()).toEqual({ isNew: true, movedCount: 0 })
  })
})
