import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Conflict, Forbidden, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { beginSession, readSession } from '~/services/accounts/sessions.server'
import { changePermissionRole } from '~/services/people/change-permission-role.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { editPerson } from '~/services/people/edit-person.server'
import { getDeactivation } from '~/services/people/get-deactivation.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { listPeople } from '~/services/people/list-people.server'
import { assignTask } from '~/services/tasks/assign-task.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createRunningPlan } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let actor: Actor
let manager: Actor
let tom: Actor
let ana: Actor
let stranger: Actor

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  stranger = (await createOrganisation()).administrator
})

beforeEach(async () => {
  actor = (await createOrganisation()).administrator
  const { organisationId } = actor
  manager = await createPerson({ organisationId, permissionRole: 'manager', name: 'Maya Lind' })
  tom = await createPerson({ organisationId, name: 'Tom Okafor' })
  ana = await createPerson({ organisationId, name: 'Ana Ruiz' })
})

const rowOf = (person: Actor) => db().person.findUniqueOrThrow({ where: { id: person.personId } })
const responsibleFor = async (taskIds: string[]) => {
  const tasks = await db().task.findMany({ where: { id: { in: taskIds } } })
  return taskIds.map((id) => tasks.find((task) => task.id === id)!.responsibleId)
}
const assign = async (taskId: string, person: Actor) => {
  const { version } = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  await assignTask(actor, { taskId, assigneeId: person.personId, version })
}

describe('the list', () => {
  it('counts open and overdue tasks, and puts those who left last', async () => {
    await giveOwnerRole(actor.organisationId, 'hr', tom)
    const items = ['2026-11-24', '2026-11-25', '2026-12-01'] as const
    const { taskIds } = await createRunningPlan(actor, {
      items: items.map((dueOn) => ({ dueOn, ownerRole: 'hr' })),
    })
    setClock(new Date('2026-11-26T08:00:00Z'))
    await completeTask(tom, { taskId: taskIds[0]! })
    await deactivatePerson(actor, { personId: ana.personId, successorId: null, version: 1 })
    const { items: people, total } = await listPeople(tom)
    setClock(new Date('2026-11-23T08:00:00Z'))
    expect(total).toBe(4)
    expect(people.find(({ id }) => id === tom.personId)).toMatchObject({
      openTaskCount: 2,
      overdueTaskCount: 1,
      ownerRoleNames: ['HR'],
      state: 'active',
    })
    expect(people.at(-1)).toMatchObject({ name: 'Ana Ruiz', state: 'deactivated' })
    expect((await listPeople(stranger)).items.map(({ id }) => id)).toEqual([stranger.personId])
  })
})

describe('names, zones and roles', () => {
  it('change for administrators, not over somebody else’s change', async () => {
    const change = { personId: tom.personId, name: 'Tom O.', timeZone: 'Asia/Tokyo', version: 1 }
    expect(await editPerson(actor, change)).toBe(true)
    expect(await editPerson(actor, change)).toBe(false)
    await expect(editPerson(actor, { ...change, name: 'T.' })).rejects.toThrow(Conflict)
    expect(await rowOf(tom)).toMatchObject({ name: 'Tom O.', timeZone: 'Asia/Tokyo' })
    await expect(editPerson(manager, { ...change, version: 2 })).rejects.toThrow(Forbidden)
    await expect(editPerson(stranger, change)).rejects.toThrow(NotFound)
  })

  it('gives another permission role, recorded with both', async () => {
    const change = { personId: tom.personId, permissionRole: 'leader', version: 1 } as const
    expect(await changePermissionRole(actor, change)).toBe(true)
    expect(await changePermissionRole(actor, change)).toBe(false)
    const stale = changePermissionRole(actor, { ...change, permissionRole: 'manager' })
    await expect(stale).rejects.toThrow(Conflict)
    const { payload } = await db().activity.findFirstOrThrow({
      where: { type: 'person.role-changed', organisationId: actor.organisationId },
    })
    expect(payload).toMatchObject({ from: 'member', to: 'leader' })
    await expect(changePermissionRole(manager, change)).rejects.toThrow(Forbidden)
    await expect(changePermissionRole(stranger, change)).rejects.toThrow(NotFound)
  })

  it('leaves no work with somebody who only reads', async () => {
    await giveOwnerRole(actor.organisationId, 'hr', tom)
    const change = { personId: tom.personId, permissionRole: 'auditor', version: 1 } as const
    await expect(changePermissionRole(actor, change)).rejects.toThrow(/owner role/)
    await giveOwnerRole(actor.organisationId, 'hr', null)
    expect(await changePermissionRole(actor, change)).toBe(true)
  })

  it('keeps one administrator', async () => {
    const change = { personId: actor.personId, permissionRole: 'member', version: 1 } as const
    await expect(changePermissionRole(actor, change)).rejects.toThrow(/only administrator/)
    const leave = { personId: actor.personId, successorId: null, version: 1 }
    await expect(deactivatePerson(actor, leave)).rejects.toThrow(/only administrator/)
    expect((await getDeactivation(actor, actor.personId)).obstacle).toMatch(/only administrator/)
    // One who was invited and never came could not manage anybody.
    const guest = { name: 'G', email: 'g@clinic.example', permissionRole: 'administrator' } as const
    await invitePerson(actor, guest)
    await expect(deactivatePerson(actor, leave)).rejects.toThrow(/only administrator/)
  })

  it('keeps one of two administrators who remove each other at once', async () => {
    const { organisationId } = actor
    const second = await createPerson({ organisationId, permissionRole: 'administrator' })
    const leave = (by: Actor, who: Actor) =>
      deactivatePerson(by, { personId: who.personId, successorId: null, version: 1 })
    const results = await Promise.allSettled([leave(actor, second), leave(second, actor)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('deactivating', () => {
  const plan = async () => {
    const { organisationId } = actor
    await giveOwnerRole(organisationId, 'hr', tom, ana)
    await giveOwnerRole(organisationId, 'it-manager', tom)
    await giveOwnerRole(organisationId, 'security-team', ana, tom)
    const { taskIds } = await createRunningPlan(actor, {
      items: [
        { ownerRole: 'hr' },
        { ownerRole: 'it-manager' },
        { ownerRole: 'security-team' },
        { ownerRole: 'security-team' },
        { ownerRole: 'hr' },
      ],
    })
    await assign(taskIds[3]!, tom)
    await completeTask(tom, { taskId: taskIds[4]! })
    return taskIds
  }

  it('lists first what somebody holds', async () => {
    await plan()
    const view = await getDeactivation(actor, tom.personId)
    expect(view).toMatchObject({
      obstacle: null,
      personalTasks: { total: 1 },
      roleTasks: { total: 2 },
    })
    expect(view.ownerRoles).toMatchObject([
      { name: 'IT manager', as: 'holder', otherName: null },
      { name: 'Security team', as: 'backup', otherName: 'Ana Ruiz' },
      { name: 'HR', as: 'holder', otherName: 'Ana Ruiz' },
    ])
    expect(view.successors.map(({ name }) => name)).not.toContain('Tom Okafor')
  })

  it('hands over to backups and owner roles, and shows what is nobody’s', async () => {
    const taskIds = await plan()
    const leave = { personId: tom.personId, successorId: null, version: 1 }
    expect(await deactivatePerson(actor, leave)).toEqual({ isNew: true, movedCount: 3 })
    expect(await deactivatePerson(actor, leave)).toEqual({ isNew: false, movedCount: 0 })
    expect(await responsibleFor(taskIds)).toEqual([
      ana.personId,
      null,
      ana.personId,
      ana.personId,
      tom.personId,
    ])
    const roles = await db().ownerRole.findMany({
      where: { organisationId: actor.organisationId },
      orderBy: { position: 'asc' },
    })
    expect(roles.map(({ key, holderId, backupId }) => [key, holderId, backupId])).toEqual([
      ['it-manager', null, null],
      ['security-team', ana.personId, null],
      ['hr', ana.personId, null],
      ['compliance-lead', null, null],
    ])
    const waiting = await db().reminder.count({
      where: { personId: ana.personId, kind: 'assignment' },
    })
    expect(waiting).toBeGreaterThanOrEqual(2)
  })

  it('hands everything to a successor', async () => {
    const taskIds = await plan()
    const leave = { personId: tom.personId, successorId: manager.personId, version: 1 }
    expect(await deactivatePerson(actor, leave)).toEqual({ isNew: true, movedCount: 3 })
    const { personId } = manager
    expect(await responsibleFor(taskIds)).toEqual([
      personId,
      personId,
      ana.personId,
      personId,
      tom.personId,
    ])
  })

  it('ends sessions and invitations at once', async () => {
    const cookie = (
      await beginSession(tom.accountId, tom.organisationId, {
        method: 'password',
        visitor: { address: '127.0.0.1', userAgent: 'tests' },
      })
    ).split(';')[0]!
    expect((await readSession(cookie)).actor).not.toBeNull()
    await deactivatePerson(actor, { personId: tom.personId, successorId: null, version: 1 })
    expect((await readSession(cookie)).actor).toBeNull()
    const guest = { name: 'G', email: 'late@clinic.example', permissionRole: 'member' } as const
    const { personId } = await invitePerson(actor, guest)
    await deactivatePerson(actor, { personId, successorId: null, version: 1 })
    expect(await db().invitation.count({ where: { personId, revokedAt: null } })).toBe(0)
  })

  it('refuses unfit successors, stale forms, other roles and other organisations', async () => {
    const { organisationId } = actor
    const auditor = await createPerson({ organisationId, permissionRole: 'auditor' })
    const leave = { personId: tom.personId, successorId: null, version: 1 }
    const give = (to: Actor) => deactivatePerson(actor, { ...leave, successorId: to.personId })
    await expect(give(auditor)).rejects.toThrow(/cannot work on tasks/)
    await expect(give(tom)).rejects.toThrow(/no longer here/)
    await expect(give(stranger)).rejects.toThrow(/no longer here/)
    await expect(deactivatePerson(actor, { ...leave, version: 0 })).rejects.toThrow(Conflict)
    await expect(deactivatePerson(manager, leave)).rejects.toThrow(Forbidden)
    await expect(deactivatePerson(stranger, leave)).rejects.toThrow(NotFound)
    await expect(getDeactivation(stranger, tom.personId)).rejects.toThrow(NotFound)
    expect((await rowOf(tom)).deactivatedAt).toBeNull()
  })
})
