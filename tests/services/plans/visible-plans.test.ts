import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Forbidden, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { getPlanState } from '~/services/plans/get-plan-state.server'
import { listPlans } from '~/services/plans/list-plans.server'
import { getDashboard } from '~/services/progress/get-dashboard.server'
import { compareReviews } from '~/services/reviews/compare-reviews.server'
import { getReview } from '~/services/reviews/get-review.server'
import { listReviews } from '~/services/reviews/list-reviews.server'
import { verifyReviewHash } from '~/services/reviews/verify-review-hash.server'
import { addEvidence } from '~/services/tasks/add-evidence.server'
import { commentOnTask } from '~/services/tasks/comment-on-task.server'
import { getPlanPage } from '~/services/tasks/get-plan-page.server'
import { getTaskPage } from '~/services/tasks/get-task-page.server'
import { linkTasks } from '~/services/tasks/link-tasks.server'
import { listLaterTimes } from '~/services/tasks/list-later-times.server'
import { readEvidenceFile } from '~/services/tasks/read-evidence-file.server'
import { startTask } from '~/services/tasks/start-task.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createRunningPlan } from '~tests/factories/plan'
import { createOpenReview } from '~tests/factories/review'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let administrator: Actor
let leader: Actor
/** HR, with Ben behind her; the IT manager has the other plan. */
let hana: Actor
let ben: Actor
let ina: Actor
let hrPlan: { planId: string; taskIds: string[] }
let itPlan: { planId: string; taskIds: string[] }

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  administrator = (await createOrganisation({ isPlansOpen: false })).administrator
  const { organisationId } = administrator
  leader = await createPerson({ organisationId, permissionRole: 'leader' })
  hana = await createPerson({ organisationId, name: 'Hana' })
  ben = await createPerson({ organisationId, name: 'Ben' })
  ina = await createPerson({ organisationId, name: 'Ina' })
  await giveOwnerRole(organisationId, 'hr', hana, ben)
  await giveOwnerRole(organisationId, 'it-manager', ina)
  const items = (ownerRole: 'hr' | 'it-manager') => [
    { ownerRole, dueOn: '2026-12-01' },
    { ownerRole, dueOn: '2026-12-02' },
  ]
  hrPlan = await createRunningPlan(administrator, { title: 'HR', items: items('hr') })
  itPlan = await createRunningPlan(administrator, { title: 'IT', items: items('it-manager') })
})

const titles = async (actor: Actor) => (await listPlans(actor)).items.map(({ title }) => title)

describe('with closed plans', () => {
  it('members see the plans they have a part in, as holder or as backup; overseers see all', async () => {
    expect(await titles(hana)).toEqual(['HR'])
    expect(await titles(ben)).toEqual(['HR'])
    expect(await titles(ina)).toEqual(['IT'])
    expect((await titles(leader)).sort()).toEqual(['HR', 'IT'])
    expect((await getDashboard(hana, null)).plans.map(({ title }) => title)).toEqual(['HR'])
    await expect(getDashboard(hana, itPlan.planId)).rejects.toThrow(NotFound)
  })

  it('another plan, its tasks and what may be done with them are not there', async () => {
    const [taskId] = itPlan.taskIds as [string]
    await expect(getPlanState(hana, itPlan.planId)).rejects.toThrow(NotFound)
    await expect(getPlanPage(hana, itPlan.planId)).rejects.toThrow(NotFound)
    await expect(getTaskPage(hana, taskId)).rejects.toThrow(NotFound)
    await expect(startTask(hana, { taskId, version: 1 })).rejects.toThrow(NotFound)
    await expect(commentOnTask(hana, { taskId, body: 'x' })).rejects.toThrow(NotFound)
    expect(await listLaterTimes(hana, itPlan.planId)).toEqual([])
    // Within a plan that is seen, the permission decides.
    const [own] = hrPlan.taskIds as [string]
    await expect(startTask(ben, { taskId: own, version: 1 })).rejects.toThrow(Forbidden)
    expect((await getTaskPage(ben, own)).task.id).toBe(own)
  })

  it('neither are its files, nor what a link would show of it', async () => {
    const [mine, theirs] = [hrPlan.taskIds[1]!, itPlan.taskIds[1]!]
    const evidenceId = await addEvidence(ina, {
      taskId: theirs,
      ...{ kind: 'file', fileName: 'network.txt', bytes: new TextEncoder().encode('plan') },
    })
    await expect(readEvidenceFile(hana, { taskId: theirs, evidenceId })).rejects.toThrow(NotFound)
    const { reference } = await db().task.findUniqueOrThrow({ where: { id: theirs } })
    await linkTasks(administrator, { taskId: mine, reference })
    const seen = await getTaskPage(hana, mine)
    expect([seen.links, seen.evidence]).toEqual([[], []])
    const whole = await getTaskPage(leader, mine)
    expect([whole.links.length, whole.evidence.length]).toEqual([1, 1])
  })

  it('reviews, which count every plan, are there for those who are invited', async () => {
    const reviewId = await createOpenReview(administrator, { attendees: [ina] })
    const seen = await getReview(ina, reviewId)
    expect(seen.snapshot?.plans.map(({ title }) => title).sort()).toEqual(['HR', 'IT'])
    expect((await listReviews(ina)).upcoming.map(({ id }) => id)).toEqual([reviewId])
    expect((await listReviews(hana)).upcoming).toEqual([])
    await expect(getReview(hana, reviewId)).rejects.toThrow(NotFound)
    await expect(verifyReviewHash(hana, reviewId)).rejects.toThrow(NotFound)
    expect((await compareReviews(hana, null, null)).choices).toEqual([])
    await expect(compareReviews(hana, reviewId, reviewId)).rejects.toThrow(NotFound)
  })
})

it('with open plans everybody sees every plan', async () => {
  expect((await titles({ ...hana, seesAllPlans: true })).sort()).toEqual(['HR', 'IT'])
})
