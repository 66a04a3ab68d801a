import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import {
  changeRolePeople,
  previewRolePeople,
} from '~/services/organisations/change-role-people.server'
import { getOwnerRole } from '~/services/organisations/list-owner-roles.server'
import { deactivatePerson } from '~/services/people/deactivate-person.server'
import { giveRoles } from '~/services/plans/give-roles.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { createDraftPlan } from '~tests/factories/plan'
import { createOrganisation } from '~tests/factories/organisation'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let team: Team
let stranger: Actor
let roleId: string

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  stranger = (await createOrganisation()).administrator
})

beforeEach(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  team = await createTeam()
  const where = { organisationId: team.organisationId, key: 'it-manager' }
  roleId = (await db().ownerRole.findFirstOrThrow({ where })).id
})

const give = async (by: Actor, holder: Actor | null, backup: Actor | null = null) => {
  const people = {
    holderId: holder?.personId ?? null,
    backupId: backup?.personId ?? null,
  }
  const preview = await previewRolePeople(by, { ownerRoleId: roleId, ...people })
  return { preview, form: { ownerRoleId: roleId, ...people, ...preview } }
}
const tenures = async () =>
  (await getOwnerRole(team.auditor, roleId)).tenures.map(
    ({ personName, part, endedAt }) => `${part} ${personName}${endedAt ? ' ended' : ''}`,
  )

describe('changing who holds a role', () => {
  it('shows what moves, by plan and with who gets mail, and moves just that', async () => {
    const items = [{}, { cadence: 'monthly' as const }, {}]
    const { taskIds } = await createTasks(team.manager, items, { title: 'One' })
    await createTasks(team.manager, [{}], { title: 'Two' })
    await completeTask(team.ina, { taskId: taskIds[2]! })
    const { preview, form } = await give(team.manager, team.hana, team.ina)
    expect(preview).toMatchObject({ isSame: false, obstacle: null, holderName: 'Hana Sato' })
    expect(preview.moves).toMatchObject({
      ...{ total: 3, recurringCount: 1, unownedCount: 0 },
      recipients: [{ name: 'Hana Sato', count: 3 }],
    })
    const plans = preview.moves.byPlan.map(({ planTitle, count }) => [planTitle, count])
    expect(plans).toEqual([
      ['One', 2],
      ['Two', 1],
    ])
    expect(preview.moves.first[0]).toMatchObject({ fromName: 'Ina Torres', toName: 'Hana Sato' })
    expect(await db().task.count({ where: { responsibleId: team.hana.personId } })).toBe(0)
    expect(await changeRolePeople(team.manager, form)).toEqual({ isChanged: true, movedCount: 3 })
    expect(await changeRolePeople(team.manager, form)).toEqual({ isChanged: false, movedCount: 0 })
    const done = await db().task.findUniqueOrThrow({ where: { id: taskIds[2]! } })
    expect(done.responsibleId).toBe(team.ina.personId)
  })

  it('takes the later times along', async () => {
    const { taskIds } = await createTasks(team.manager, [{ cadence: 'weekly' }])
    await completeTask(team.ina, { taskId: taskIds[0]! })
    const { preview, form } = await give(team.manager, team.hana)
    expect(preview.moves.total).toBe(1)
    await changeRolePeople(team.manager, form)
    const next = await db().task.findFirstOrThrow({ where: { occurrenceOfId: taskIds[0]! } })
    expect(next.responsibleId).toBe(team.hana.personId)
    await completeTask(team.hana, { taskId: next.id })
    const afterNext = await db().task.findFirstOrThrow({ where: { occurrenceOfId: next.id } })
    expect(afterNext.responsibleId).toBe(team.hana.personId)
  })

  it('says when something else would move by now, and moves nothing', async () => {
    const { taskIds } = await createTasks(team.manager, [{}, {}])
    const { form } = await give(team.manager, team.hana)
    await completeTask(team.ina, { taskId: taskIds[0]! })
    await expect(changeRolePeople(team.manager, form)).rejects.toThrow(/not those that this page/)
    const role = await db().ownerRole.findUniqueOrThrow({ where: { id: roleId } })
    expect(role.holderId).toBe(team.ina.personId)
    const again = await give(team.manager, team.hana)
    expect((await changeRolePeople(team.manager, again.form)).movedCount).toBe(1)
  })

  it('is refused over somebody else’s change, for others, and from elsewhere', async () => {
    const { form } = await give(team.manager, team.hana)
    const other = await give(team.administrator, team.backup)
    await changeRolePeople(team.administrator, other.form)
    await expect(changeRolePeople(team.manager, form)).rejects.toThrow(Conflict)
    await expect(changeRolePeople(team.ina, form)).rejects.toThrow(Forbidden)
    await expect(changeRolePeople(stranger, form)).rejects.toThrow(NotFound)
    await expect(previewRolePeople(stranger, form)).rejects.toThrow(NotFound)
    await expect(previewRolePeople(team.ina, form)).rejects.toThrow(Forbidden)
    const auditor = await give(team.manager, team.auditor)
    expect(auditor.preview.obstacle).toMatch(/cannot work on tasks/)
    await expect(changeRolePeople(team.manager, auditor.form)).rejects.toThrow(Invalid)
    const twice = await give(team.manager, team.hana, team.hana)
    expect(twice.preview.obstacle).toMatch(/same person/)
  })
})

describe('who held a role when', () => {
  it('is written by every way that changes it, and once', async () => {
    await changeRolePeople(team.manager, (await give(team.manager, team.hana, team.backup)).form)
    expect(await tenures()).toEqual(['holder Hana Sato', 'backup Ben Backup'])
    setClock(new Date('2026-11-24T08:00:00Z'))
    const planId = await createDraftPlan(team.manager)
    const { version } = await db().ownerRole.findUniqueOrThrow({ where: { id: roleId } })
    const holderId = team.backup.personId
    const roles = [{ roleId, version, holderId, backupId: null }]
    await giveRoles(team.manager, { planId, roles, rolelessTo: null })
    expect(await tenures()).toEqual([
      'holder Ben Backup',
      'holder Hana Sato ended',
      'backup Ben Backup ended',
    ])
    await deactivatePerson(team.administrator, {
      ...{ personId: team.backup.personId, successorId: team.ina.personId, version: 1 },
    })
    expect((await tenures())[0]).toBe('holder Ina Torres')
    expect(await tenures()).toHaveLength(4)
    const { tenures: rows } = await getOwnerRole(team.ina, roleId)
    expect(rows[0]).toMatchObject({ beganByName: team.administrator.name, endedAt: null })
  })

  it('is read by everybody of the organisation and nobody else', async () => {
    expect((await getOwnerRole(team.ina, roleId)).may.edit).toBe(false)
    await expect(getOwnerRole(stranger, roleId)).rejects.toThrow(NotFound)
  })
})
