import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate, isoWeekday } from '~/domain/calendar/calendar-date'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { InvalidDates } from '~/domain/plans/invalid-dates'
import { setClock } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { changePlanDates } from '~/services/plans/change-plan-dates.server'
import { getNewPlan } from '~/services/plans/get-new-plan.server'
import { getPlanDates } from '~/services/plans/get-plan-dates.server'
import { setPlanStart } from '~/services/plans/set-plan-start.server'
import { startPlan } from '~/services/plans/start-plan.server'
import { createTemplate } from '~tests/factories/guide'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { createDraftPlan, createRunningPlan, dueDates } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
let stranger: Actor
const monday = calendarDate('2026-11-23')

beforeAll(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'))
  ada = (await createOrganisation()).administrator
  stranger = (await createOrganisation()).administrator
})

const tasksOf = (planId: string) =>
  db().task.findMany({ where: { planId }, orderBy: { position: 'asc' } })
const versionOf = async (planId: string) =>
  (await db().plan.findUniqueOrThrow({ where: { id: planId } })).version

describe('startPlan', () => {
  it('makes a draft with references, roles and dates on working days inside the horizon', async () => {
    const items = [
      { stage: 'first-steps', horizonDays: 7, ownerRole: 'hr' },
      { horizonDays: 30, track: 'detection' },
      { horizonDays: 30 },
    ] as const
    const { templateId, itemIds } = await createTemplate(ada, items)
    const planId = await startPlan(ada, { templateId, title: 'Winter', startsOn: monday })
    const tasks = await tasksOf(planId)
    expect(tasks.map((task) => task.templateItemId)).toEqual(itemIds)
    expect(tasks[0]?.ownerRoleId).not.toBeNull()
    expect(tasks[1]).toMatchObject({ track: 'detection', launchedAt: null, responsibleId: null })
    const references = tasks.map(({ reference }) => reference)
    expect(references).toEqual([references[0]!, references[0]! + 1, references[0]! + 2])
    for (const [index, day] of (await dueDates(planId)).entries()) {
      expect(isoWeekday(day)).toBeLessThan(6)
      expect(day >= monday && day <= (index === 0 ? '2026-11-30' : '2026-12-23')).toBe(true)
    }
    const activity = await db().activity.findFirst({ where: { planId, type: 'plan.started' } })
    expect(activity?.payload).toMatchObject({ title: 'Winter', startsOn: monday })
  })

  it('goes on counting references in the next plan, also when two start at once', async () => {
    const { templateId } = await createTemplate(ada, [{}, {}])
    const start = () => startPlan(ada, { templateId, title: 'Twin', startsOn: monday })
    const ids = await Promise.all([start(), start()])
    const tasks = await db().task.findMany({ where: { planId: { in: ids } } })
    expect(new Set(tasks.map(({ reference }) => reference)).size).toBe(4)
  })

  it('starts one plan when the form is sent twice', async () => {
    const { templateId } = await createTemplate(ada)
    const { planId } = await getNewPlan(ada, templateId)
    const send = () => startPlan(ada, { planId, templateId, title: 'Once', startsOn: monday })
    expect(await Promise.all([send(), send()])).toEqual([planId, planId])
    expect(await tasksOf(planId)).toHaveLength(3)
  })

  it('does not take over a plan of another organisation through its id', async () => {
    const foreign = await createDraftPlan(stranger)
    const { templateId } = await createTemplate(ada)
    const planId = await startPlan(ada, {
      planId: foreign,
      templateId,
      title: 'A',
      startsOn: monday,
    })
    expect(planId).not.toBe(foreign)
  })

  it('dates 500 items', async () => {
    const items = Array.from({ length: 500 }, (_, i) => ({ horizonDays: i % 2 ? 30 : 90 }))
    const planId = await createDraftPlan(ada, { items })
    expect(await tasksOf(planId)).toHaveLength(500)
    const view = await getPlanDates(ada, planId, { page: 10 })
    expect(view).toMatchObject({ page: 10, pageCount: 10 })
    expect(view.groups.flatMap(({ dates }) => dates)).toHaveLength(50)
  })

  it('refuses a template without items, a start years away, strangers and members', async () => {
    const empty = await createTemplate(ada, [])
    const full = await createTemplate(ada)
    const input = { templateId: full.templateId, title: 'A', startsOn: monday }
    await expect(startPlan(ada, { ...input, templateId: empty.templateId })).rejects.toThrow(
      Invalid,
    )
    const late = { ...input, startsOn: calendarDate('2036-01-07') }
    await expect(startPlan(ada, late)).rejects.toThrow(/2028/)
    await expect(startPlan(stranger, input)).rejects.toThrow(NotFound)
    await expect(startPlan(ada, { ...input, templateId: 'no-id' })).rejects.toThrow(NotFound)
    const member = await createPerson({ organisationId: ada.organisationId })
    await expect(startPlan(member, input)).rejects.toThrow(Forbidden)
  })
})

describe('setPlanStart', () => {
  it('proposes anew, except what was changed by hand', async () => {
    const planId = await createDraftPlan(ada)
    const [first, second, third] = await tasksOf(planId)
    const byHand = calendarDate('2026-12-01')
    await changePlanDates(ada, {
      planId,
      version: await versionOf(planId),
      dates: [{ taskId: second!.id, dueOn: byHand, isLateAccepted: false }],
    })
    const startsOn = calendarDate('2026-11-30')
    const result = await setPlanStart(ada, { planId, startsOn, version: await versionOf(planId) })
    expect(result).toEqual({ movedCount: 2, keptCount: 1 })
    const dates = await dueDates(planId)
    expect(dates[1]).toBe(byHand)
    expect(fromCalendarDate(dates[0]!) > first!.dueOn).toBe(true)
    expect(fromCalendarDate(dates[2]!) > third!.dueOn).toBe(true)
    const view = await getPlanDates(ada, planId)
    expect(view.groups[0]?.dates.map(({ isChanged }) => isChanged)).toEqual([false, true, false])
  })

  it('is harmless when sent twice, and refuses an old form that wants something else', async () => {
    const planId = await createDraftPlan(ada)
    const version = await versionOf(planId)
    const startsOn = calendarDate('2026-12-07')
    await setPlanStart(ada, { planId, startsOn, version })
    expect(await setPlanStart(ada, { planId, startsOn, version })).toEqual({
      movedCount: 0,
      keptCount: 0,
    })
    const stale = setPlanStart(ada, { planId, startsOn: monday, version })
    await expect(stale).rejects.toThrow(Conflict)
    await expect(stale).rejects.toMatchObject({ current: { 'Starts on': '2026-12-07' } })
  })

  it('refuses launched plans and other organisations', async () => {
    const { planId } = await createRunningPlan(ada)
    const input = { planId, startsOn: calendarDate('2026-12-07'), version: 2 }
    await expect(setPlanStart(ada, input)).rejects.toThrow(/launched/)
    await expect(setPlanStart(stranger, input)).rejects.toThrow(NotFound)
  })
})

describe('changePlanDates', () => {
  const change = async (planId: string, taskId: string, dueOn: string, isLateAccepted = false) =>
    changePlanDates(ada, {
      planId,
      version: await versionOf(planId),
      dates: [{ taskId, dueOn: calendarDate(dueOn), isLateAccepted }],
    })

  it('refuses days off and days before the start, with the date named', async () => {
    const planId = await createDraftPlan(ada)
    const [task] = await tasksOf(planId)
    await expect(change(planId, task!.id, '2026-11-28')).rejects.toThrow(InvalidDates)
    await expect(change(planId, task!.id, '2026-11-28', true)).rejects.toMatchObject({
      fieldErrors: { 'dates[0].dueOn': [expect.stringContaining('not a working day')] },
    })
    await expect(change(planId, task!.id, '2026-11-20')).rejects.toThrow(InvalidDates)
    expect((await tasksOf(planId))[0]?.dueOn).toEqual(task!.dueOn)
  })

  it('wants a date after the horizon to be accepted', async () => {
    const planId = await createDraftPlan(ada)
    const [task] = await tasksOf(planId)
    await expect(change(planId, task!.id, '2027-01-04')).rejects.toThrow(InvalidDates)
    expect(await change(planId, task!.id, '2027-01-04', true)).toBe(1)
    expect((await dueDates(planId))[0]).toBe('2027-01-04')
    const view = await getPlanDates(ada, planId)
    expect(view.groups[0]?.dates[0]?.problems).toMatchObject([{ code: 'after-the-horizon' }])
  })

  it('saves all dates or none', async () => {
    const planId = await createDraftPlan(ada)
    const [first, second] = await tasksOf(planId)
    const dates = [
      { taskId: first!.id, dueOn: calendarDate('2026-12-02'), isLateAccepted: false },
      { taskId: second!.id, dueOn: calendarDate('2026-12-05'), isLateAccepted: false },
    ]
    const version = await versionOf(planId)
    await expect(changePlanDates(ada, { planId, version, dates })).rejects.toThrow(InvalidDates)
    expect((await tasksOf(planId))[0]?.dueOn).toEqual(first!.dueOn)
  })

  it('refuses an old form, a task of another plan, strangers; twice the same is harmless', async () => {
    const planId = await createDraftPlan(ada)
    const other = await createDraftPlan(ada)
    const [task] = await tasksOf(planId)
    const [foreign] = await tasksOf(other)
    const version = await versionOf(planId)
    const dates = [{ taskId: task!.id, dueOn: calendarDate('2026-12-04'), isLateAccepted: false }]
    expect(await changePlanDates(ada, { planId, version, dates })).toBe(1)
    expect(await changePlanDates(ada, { planId, version, dates })).toBe(0)
    const another = [{ ...dates[0]!, dueOn: calendarDate('2026-12-09') }]
    await expect(changePlanDates(ada, { planId, version, dates: another })).rejects.toThrow(
      Conflict,
    )
    await expect(changePlanDates(ada, { planId, version, dates: another })).rejects.toMatchObject({
      current: { '“Action 1”': 'Fri 4 Dec' },
    })
    await expect(change(planId, foreign!.id, '2026-12-09')).rejects.toThrow(NotFound)
    await expect(change(newId(), task!.id, '2026-12-09')).rejects.toThrow()
    await expect(changePlanDates(stranger, { planId, version, dates })).rejects.toThrow(NotFound)
  })
})

describe('a plan with no day to work on', () => {
  it('says so, and takes the first working day', async () => {
    const planId = await createDraftPlan(ada, {
      items: [{ horizonDays: 1 }],
      startsOn: '2026-11-28',
    })
    expect(await dueDates(planId)).toEqual(['2026-11-30'])
    const [date] = (await getPlanDates(ada, planId)).groups[0]!.dates
    expect(date).toMatchObject({ proposedDueOn: null, isChanged: false })
    expect(date?.reason).toMatch(/no working day/)
    await setPlanStart(ada, { planId, startsOn: monday, version: 1 })
    expect(await dueDates(planId)).toEqual(['2026-11-24'])
  })
})
