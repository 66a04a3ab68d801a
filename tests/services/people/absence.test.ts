import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { changeAbsence } from '~/services/people/change-absence.server'
import { followAbsences } from '~/services/people/follow-absences.server'
import { getPerson } from '~/services/people/get-person.server'
import { assignTask } from '~/services/tasks/assign-task.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { getPlanPage } from '~/services/tasks/get-plan-page.server'
import { getTaskPage } from '~/services/tasks/get-task-page.server'
import { listMyTasks } from '~/services/tasks/list-my-tasks.server'
import { moveDueDate } from '~/services/tasks/move-due-date.server'
import { createOrganisation } from '~tests/factories/organisation'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let team: Team
let stranger: Actor
const at = (instant: string) => setClock(new Date(instant))

beforeAll(async () => {
  at('2026-11-23T08:00:00Z')
  stranger = (await createOrganisation()).administrator
})

beforeEach(async () => {
  at('2026-11-23T08:00:00Z')
  team = await createTeam()
})

async function away(person: Actor, from: string | null, until: string | null, by = team.manager) {
  const { version } = await db().person.findUniqueOrThrow({ where: { id: person.personId } })
  return changeAbsence(by, {
    personId: person.personId,
    from: from === null ? null : calendarDate(from),
    until: until === null ? null : calendarDate(until),
    version,
  })
}
const follow = () => followAbsences(team.organisationId)
const responsible = async (taskId: string) =>
  (await db().task.findUniqueOrThrow({ where: { id: taskId } })).responsibleId
const assign = async (taskId: string, person: Actor) => {
  const { version } = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  await assignTask(team.manager, { taskId, assigneeId: person.personId, version })
}

describe('an absence', () => {
  it('asks the backup from the first day to the last, and takes the tasks back', async () => {
    const { taskIds } = await createTasks(team.manager, [{}, {}])
    const [task, done] = taskIds as [string, string]
    await completeTask(team.ina, { taskId: done })
    expect(await away(team.ina, '2026-12-14', '2026-12-18', team.ina)).toEqual({
      ...{ isChanged: true, movedCount: 0 },
    })
    at('2026-12-13T22:59:00Z') // 23:59 in Berlin
    expect(await follow()).toBe(0)
    at('2026-12-13T23:01:00Z') // 00:01 of the 14th
    expect(await follow()).toBe(1)
    expect(await follow()).toBe(0)
    expect(await responsible(task)).toBe(team.backup.personId)
    expect(await responsible(done)).toBe(team.ina.personId)
    at('2026-12-18T22:59:00Z')
    expect(await follow()).toBe(0)
    at('2026-12-18T23:01:00Z')
    expect(await follow()).toBe(1)
    expect(await responsible(task)).toBe(team.ina.personId)
    const ina = await db().person.findUniqueOrThrow({ where: { id: team.ina.personId } })
    expect([ina.outOfOfficeFrom, ina.outOfOfficeUntil]).toEqual([null, null])
    const types = await db().activity.findMany({
      where: { organisationId: team.organisationId, type: { startsWith: 'person.' } },
      orderBy: { id: 'asc' },
    })
    expect(types.map(({ type }) => type)).toEqual([
      ...['person.absence-set', 'person.went-away', 'person.came-back'],
    ])
  })

  it.each([
    [
      'the clocks go forward',
      '2026-03-28',
      '2026-03-29',
      '2026-03-27T23:01:00Z',
      '2026-03-29T22:01:00Z',
    ],
    [
      'the clocks go back',
      '2026-10-24',
      '2026-10-25',
      '2026-10-23T22:01:00Z',
      '2026-10-25T23:01:00Z',
    ],
    ['29 February', '2028-02-28', '2028-02-29', '2028-02-27T23:01:00Z', '2028-02-29T23:01:00Z'],
  ])('begins and ends at midnight of the clinic: %s', async (_name, from, until, begins, ends) => {
    at(`${from.slice(0, 4)}-01-05T08:00:00Z`)
    const startsOn = `${from.slice(0, 4)}-01-05`
    const { taskIds } = await createTasks(team.manager, [{}], { startsOn })
    await away(team.ina, from, until)
    const before = (instant: string) => new Date(new Date(instant).getTime() - 2 * 60_000)
    const steps: [Date, string][] = [
      [before(begins), team.ina.personId],
      [new Date(begins), team.backup.personId],
      [before(ends), team.backup.personId],
      [new Date(ends), team.ina.personId],
    ]
    for (const [instant, expected] of steps) {
      setClock(instant)
      await follow()
      expect([instant.toISOString(), await responsible(taskIds[0]!)]).toEqual([
        ...[instant.toISOString(), expected],
      ])
    }
  })

  it('counts at once where it has begun, and ends at once where it is taken back', async () => {
    const { taskIds } = await createTasks(team.manager, [{}])
    expect((await away(team.ina, '2026-11-20', '2026-11-27')).movedCount).toBe(1)
    expect(await responsible(taskIds[0]!)).toBe(team.backup.personId)
    expect((await listMyTasks(team.ina)).awayUntil).toBe('2026-11-27')
    expect((await away(team.ina, null, null, team.ina)).movedCount).toBe(1)
    expect(await responsible(taskIds[0]!)).toBe(team.ina.personId)
    expect((await listMyTasks(team.ina)).awayUntil).toBeNull()
  })

  it('catches up after days on which nothing ran', async () => {
    const { taskIds } = await createTasks(team.manager, [{}])
    await away(team.ina, '2026-11-25', '2026-11-27')
    at('2026-12-02T08:00:00Z')
    expect(await follow()).toBe(0)
    expect(await responsible(taskIds[0]!)).toBe(team.ina.personId)
  })

  it('leaves what was given by name, unless it is due before they are back', async () => {
    const items = ['2026-11-26', '2026-12-03'].map((dueOn) => ({ dueOn }))
    const { taskIds } = await createTasks(team.manager, items)
    const [soon, later] = taskIds as [string, string]
    await assign(soon, team.hana)
    await assign(later, team.hana)
    await away(team.hana, '2026-11-23', '2026-11-27')
    expect([await responsible(soon), await responsible(later)]).toEqual([
      ...[team.ina.personId, team.hana.personId],
    ])
    const { version } = await db().task.findUniqueOrThrow({ where: { id: soon } })
    await moveDueDate(team.manager, { taskId: soon, dueOn: calendarDate('2026-12-04'), version })
    expect(await responsible(soon)).toBe(team.hana.personId)
  })

  it('tells the stand-in once, and nobody twice of what they know', async () => {
    const { taskIds } = await createTasks(team.manager, [{}])
    await db().reminder.updateMany({ where: { taskId: taskIds[0]! }, data: { state: 'sent' } })
    await away(team.ina, '2026-11-23', '2026-11-27')
    const told = async (who: Actor) =>
      db().reminder.count({ where: { personId: who.personId, kind: 'assignment' } })
    expect(await told(team.backup)).toBe(1)
    await away(team.ina, null, null)
    expect(await told(team.ina)).toBe(1)
  })

  it('is said on the pages of the task, the plan and the person', async () => {
    const { planId, taskIds } = await createTasks(team.manager, [{}])
    await away(team.ina, '2026-11-23', '2026-11-27')
    const standIn = { awayName: 'Ina Torres', awayUntil: '2026-11-27', askedName: 'Ben Backup' }
    expect((await getTaskPage(team.auditor, taskIds[0]!)).standIn).toEqual(standIn)
    expect((await getPlanPage(team.auditor, planId)).standIns).toMatchObject([standIn])
    expect(await getPerson(team.auditor, team.ina.personId)).toMatchObject({
      absence: { outOfOfficeUntil: '2026-11-27' },
      standIns: [{ ownerRoleName: 'IT manager', askedName: 'Ben Backup' }],
      may: { setAbsence: false },
    })
    expect((await getPlanPage(team.auditor, planId)).standIns).toHaveLength(1)
  })

  it('is one’s own or a manager’s to say; not stale, not over, not endless', async () => {
    await expect(away(team.ina, '2026-12-01', '2026-12-02', team.hana)).rejects.toThrow(Forbidden)
    await expect(away(team.ina, '2026-12-01', '2026-12-02', stranger)).rejects.toThrow(NotFound)
    await expect(away(team.ina, '2026-11-01', '2026-11-22')).rejects.toThrow(Invalid)
    await expect(away(team.ina, '2026-12-01', '2028-12-01')).rejects.toThrow(/more than a year/)
    const form = {
      personId: team.ina.personId,
      from: calendarDate('2026-12-01'),
      until: calendarDate('2026-12-02'),
      version: 1,
    }
    expect((await changeAbsence(team.ina, form)).isChanged).toBe(true)
    expect((await changeAbsence(team.ina, form)).isChanged).toBe(false)
    const other = { ...form, until: calendarDate('2026-12-03') }
    await expect(changeAbsence(team.ina, other)).rejects.toThrow(Conflict)
  })
})
