import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { addHoliday } from '~/services/organisations/add-holiday.server'
import { addOwnerRole } from '~/services/organisations/add-owner-role.server'
import {
  changeRolePeople,
  previewRolePeople,
} from '~/services/organisations/change-role-people.server'
import { editOrganisation } from '~/services/organisations/edit-organisation.server'
import { editOwnerRole } from '~/services/organisations/edit-owner-role.server'
import { getOrganisationSettings } from '~/services/organisations/get-organisation-settings.server'
import { getOwnerRole, listOwnerRoles } from '~/services/organisations/list-owner-roles.server'
import { removeHoliday } from '~/services/organisations/remove-holiday.server'
import { assignTask } from '~/services/tasks/assign-task.server'
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
  actor = (await createOrganisation({ name: 'Lindenhof' })).administrator
  const { organisationId } = actor
  manager = await createPerson({ organisationId, permissionRole: 'manager' })
  tom = await createPerson({ organisationId, name: 'Tom Okafor' })
  ana = await createPerson({ organisationId, name: 'Ana Ruiz' })
})

describe('the organisation', () => {
  const input = {
    name: 'Lindenhof group',
    timeZone: 'Europe/Vienna',
    memberPlans: 'own',
    version: 1,
  } as const

  it('is read by everybody, with the reminder policy in words', async () => {
    const view = await getOrganisationSettings(tom)
    expect(view).toMatchObject({ name: 'Lindenhof', workingDays: [1, 2, 3, 4, 5], holidays: [] })
    expect(view.may.edit).toBe(false)
    expect(view.reminderRules.join(' ')).toMatch('08:00')
  })

  it('changes once, and not over somebody else’s change', async () => {
    const change = { ...input, workingDays: [1, 2, 3, 4, 6] as (1 | 2 | 3 | 4 | 6)[] }
    expect(await editOrganisation(actor, change)).toBe(true)
    expect(await editOrganisation(actor, change)).toBe(false)
    await expect(editOrganisation(actor, { ...change, name: 'X' })).rejects.toThrow(Conflict)
    expect(await getOrganisationSettings(actor)).toMatchObject({
      ...{ name: 'Lindenhof group', timeZone: 'Europe/Vienna', workingDays: [1, 2, 3, 4, 6] },
      may: { edit: true },
    })
    const { payload } = await db().activity.findFirstOrThrow({
      where: { type: 'settings.changed', organisationId: actor.organisationId },
    })
    expect(payload).toEqual({
      settings: ['name', 'time zone', 'working week', 'plans that members see'],
    })
    const attempt = editOrganisation(manager, { ...change, version: 2 })
    await expect(attempt).rejects.toThrow(Forbidden)
  })
})

describe('holidays', () => {
  const day = { onDate: calendarDate('2026-12-22'), name: 'Founding day' }

  it('come and go, each once', async () => {
    await giveOwnerRole(actor.organisationId, 'hr', tom)
    await createRunningPlan(actor, { items: [{ ownerRole: 'hr', dueOn: '2026-12-22' }] })
    expect(await addHoliday(actor, day)).toBe(1)
    expect(await addHoliday(actor, day)).toBe(1)
    const attempt = addHoliday(actor, { ...day, name: 'Another' })
    await expect(attempt).rejects.toThrow(/already: Founding day/)
    const [holiday] = (await getOrganisationSettings(actor)).holidays
    expect(holiday).toMatchObject(day)
    expect(await removeHoliday(stranger, holiday!.id)).toBe(false)
    expect(await removeHoliday(actor, holiday!.id)).toBe(true)
    expect(await removeHoliday(actor, holiday!.id)).toBe(false)
    expect((await getOrganisationSettings(actor)).holidays).toEqual([])
    const written = { type: 'settings.changed', organisationId: actor.organisationId }
    expect(await db().activity.count({ where: written })).toBe(2)
  })

  it('are for administrators', async () => {
    await expect(addHoliday(manager, day)).rejects.toThrow(Forbidden)
    await expect(removeHoliday(manager, 'x')).rejects.toThrow(Forbidden)
  })
})

describe('owner roles', () => {
  const nobody = { holderId: null, backupId: null }

  /** The form as the page of what moves sends it. */
  async function confirmed(
    ownerRoleId: string,
    people: { holderId: string | null; backupId: string | null },
  ) {
    const { version, seen } = await previewRolePeople(manager, { ownerRoleId, ...people })
    return { ownerRoleId, ...people, version, seen }
  }

  it('can be added, each name once whatever its case', async () => {
    const ownerRoleId = await addOwnerRole(manager, { name: 'Laboratory', aliases: ['Lab'] })
    const attempt = addOwnerRole(manager, { name: 'laboratory', aliases: [] })
    await expect(attempt).rejects.toThrow(Invalid)
    const { roles } = await listOwnerRoles(tom)
    expect(roles.at(-1)).toMatchObject({ id: ownerRoleId, name: 'Laboratory', aliases: ['Lab'] })
    expect(roles).toHaveLength(5)
    await expect(addOwnerRole(tom, { name: 'X', aliases: [] })).rejects.toThrow(Forbidden)
  })

  it('show how many open tasks follow, and take them along', async () => {
    const hr = await giveOwnerRole(actor.organisationId, 'hr', tom)
    const { taskIds } = await createRunningPlan(actor, {
      items: [{ ownerRole: 'hr' }, { ownerRole: 'hr' }, { ownerRole: 'hr' }],
    })
    const { version } = await db().task.findUniqueOrThrow({ where: { id: taskIds[2]! } })
    await assignTask(actor, { taskId: taskIds[2]!, assigneeId: tom.personId, version })
    const role = await getOwnerRole(manager, hr)
    expect(role).toMatchObject({ followingTaskCount: 2, holderId: tom.personId, backupId: null })
    const given = await confirmed(hr, { holderId: ana.personId, backupId: tom.personId })
    expect(await changeRolePeople(manager, given)).toEqual({ isChanged: true, movedCount: 2 })
    expect(await changeRolePeople(manager, given)).toEqual({ isChanged: false, movedCount: 0 })
    const tasks = await db().task.findMany({
      where: { id: { in: taskIds } },
      orderBy: { position: 'asc' },
    })
    expect(tasks.map(({ responsibleId }) => responsibleId)).toEqual([
      ana.personId,
      ana.personId,
      tom.personId,
    ])
    const waiting = { personId: ana.personId, kind: 'assignment', state: 'waiting' } as const
    expect(await db().reminder.count({ where: waiting })).toBe(2)
    const stale = changeRolePeople(manager, { ...given, ...nobody })
    await expect(stale).rejects.toThrow(Conflict)
    const { payload } = await db().activity.findFirstOrThrow({
      where: { type: 'owner-role.assigned', organisationId: actor.organisationId },
    })
    expect(payload).toMatchObject({ holderId: ana.personId, movedTaskCount: 2 })
  })

  it('can be renamed and known by other names', async () => {
    const hr = await giveOwnerRole(actor.organisationId, 'hr', null)
    const { version } = await getOwnerRole(manager, hr)
    const change = { ownerRoleId: hr, name: 'People', aliases: ['HR'], version }
    expect(await editOwnerRole(manager, change)).toBe(true)
    expect(await editOwnerRole(manager, change)).toBe(false)
    expect(await getOwnerRole(manager, hr)).toMatchObject({ name: 'People', aliases: ['HR'] })
    const taken = { ...change, name: 'it MANAGER', version: version + 1 }
    await expect(editOwnerRole(manager, taken)).rejects.toThrow(/already/)
  })

  it('go to people who are here and can work', async () => {
    const hr = await giveOwnerRole(actor.organisationId, 'hr', null)
    const { organisationId } = actor
    const auditor = await createPerson({ organisationId, permissionRole: 'auditor' })
    const give = (holderId: string) =>
      changeRolePeople(manager, { ...change, holderId, backupId: null, seen: '' })
    const change = { ownerRoleId: hr, version: 1 }
    await expect(give(auditor.personId)).rejects.toThrow(/cannot work on tasks/)
    await expect(give(stranger.personId)).rejects.toThrow(/no longer here/)
    const names = { ...change, name: 'HR', aliases: [] }
    await expect(editOwnerRole(tom, names)).rejects.toThrow(Forbidden)
    await expect(editOwnerRole(stranger, names)).rejects.toThrow(NotFound)
    await expect(getOwnerRole(stranger, hr)).rejects.toThrow(NotFound)
    await expect(getOwnerRole(manager, 'no-id')).rejects.toThrow(NotFound)
  })
})
