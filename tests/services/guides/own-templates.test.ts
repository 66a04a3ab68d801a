import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { now, setClock } from '~/infra/clock.server'
import { fromCalendarDate } from '~/infra/database/calendar-columns.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { addTemplateItem } from '~/services/guides/add-template-item.server'
import { createTemplate } from '~/services/guides/create-template.server'
import { getNewTemplate } from '~/services/guides/get-new-template.server'
import { getPlanAsTemplate } from '~/services/guides/get-plan-as-template.server'
import { getTemplate } from '~/services/guides/get-template.server'
import { listTemplates } from '~/services/guides/list-templates.server'
import { getTemplateTitle, renameTemplate } from '~/services/guides/rename-template.server'
import { savePlanAsTemplate } from '~/services/guides/save-plan-as-template.server'
import { cancelPlan } from '~/services/plans/cancel-plan.server'
import { startPlan } from '~/services/plans/start-plan.server'
import { cancelTask } from '~/services/tasks/cancel-task.server'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan, createRunningPlan } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
let member: Actor
let stranger: Actor
const monday = calendarDate('2026-11-23')

beforeAll(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'))
  ada = (await createOrganisation()).administrator
  member = await createPerson({ organisationId: ada.organisationId })
  stranger = (await createOrganisation()).administrator
})

const itemsOf = (templateId: string) =>
  db().templateItem.findMany({ where: { templateId }, orderBy: { position: 'asc' } })
const activitiesOf = (type: string, templateId: string) =>
  db().activity.findMany({ where: { type, payload: { path: ['templateId'], equals: templateId } } })

describe('createTemplate', () => {
  it('begins a template without a guide, to which items are added and from which a plan starts', async () => {
    const form = getNewTemplate(ada)
    const templateId = await createTemplate(ada, { ...form, title: 'Second site' })
    expect(templateId).toBe(form.templateId)
    expect(await getTemplate(ada, templateId)).toMatchObject({
      ...{ title: 'Second site', groups: [], warnings: [], itemCount: 0 },
      ...{ fileName: null, textLength: 0 },
    })
    const [listed] = (await listTemplates(ada)).items
    expect(listed).toMatchObject({ id: templateId, origin: 'scratch', importedByName: ada.name })
    await addTemplateItem(ada, {
      ...{ templateId, action: 'Cable the rooms', outcome: null, detail: null, stage: 'plan' },
      ...{ horizonDays: 14, track: null, priority: null, ownerRoleId: null, dueOn: null },
    })
    const planId = await startPlan(ada, { templateId, title: null, startsOn: monday })
    const tasks = await db().task.findMany({ where: { planId } })
    expect(tasks).toMatchObject([{ action: 'Cable the rooms', horizonDays: 14, why: null }])
    expect(await activitiesOf('template.created', templateId)).toHaveLength(1)
  })

  it('begins one where the same form is sent twice, also at the same time', async () => {
    const form = { ...getNewTemplate(ada), title: 'Once' }
    const ids = await Promise.all([createTemplate(ada, form), createTemplate(ada, form)])
    ids.push(await createTemplate(ada, form))
    expect(new Set(ids).size).toBe(1)
    expect(await db().planTemplate.count({ where: { title: 'Once' } })).toBe(1)
    expect(await activitiesOf('template.created', form.templateId)).toHaveLength(1)
  })

  it('gives nobody the template of another organisation', async () => {
    const theirs = await createTemplate(stranger, { title: 'Theirs' })
    const mine = await createTemplate(ada, { title: 'Mine', templateId: theirs })
    expect(mine).not.toBe(theirs)
    expect(await db().planTemplate.findUnique({ where: { id: theirs } })).toMatchObject({
      ...{ title: 'Theirs', organisationId: stranger.organisationId },
    })
  })

  it('is not for members', async () => {
    expect(() => getNewTemplate(member)).toThrow(Forbidden)
    await expect(createTemplate(member, { title: 'No' })).rejects.toThrow(Forbidden)
  })
})

describe('savePlanAsTemplate', () => {
  const items = [
    { action: 'Count the keys', stage: 'first-steps', horizonDays: 7, ownerRole: 'hr' },
    { action: 'Lock the safe', horizonDays: 30, track: 'prevention' },
    { action: 'Ask the board', horizonDays: null },
    { action: 'Paint the door', horizonDays: 90 },
  ] as const

  it('keeps the work and the offsets, and neither people nor dates nor cancelled tasks', async () => {
    const { planId, taskIds } = await createRunningPlan(ada, { items: [...items], title: 'Keys' })
    const [count, lock, ask, paint] = taskIds as [string, string, string, string]
    await db().task.update({
      where: { id: lock },
      data: {
        ...{ dueOn: new Date('2027-06-01'), assigneeId: member.personId, priority: 'high' },
        ...{ detail: 'Twice.', cadence: 'quarterly', frameworkRefs: ['nist-csf:PR.AA'] },
        ...{ completedAt: now(), completedById: ada.personId },
      },
    })
    await db().task.update({
      where: { id: ask },
      data: { dueOn: fromCalendarDate(calendarDate('2027-01-12')) },
    })
    await cancel(paint)
    await addOccurrence(count)
    const form = await getPlanAsTemplate(ada, planId)
    expect(form).toMatchObject({ planId, planTitle: 'Keys', itemCount: 3 })
    const saved = await savePlanAsTemplate(ada, { ...form, title: 'Keys again' })
    expect(saved).toEqual({ templateId: form.templateId, itemCount: 3 })
    const common = { dueOn: null, sourceStart: null, ownerRoleProposal: null, droppedAt: null }
    const hr = await giveOwnerRole(ada.organisationId, 'hr', null)
    expect(await itemsOf(saved.templateId)).toMatchObject([
      {
        ...common,
        action: 'Count the keys',
        stage: 'first-steps',
        horizonDays: 7,
        ownerRoleId: hr,
      },
      {
        ...{ ...common, action: 'Lock the safe', outcome: 'Outcome 2', detail: 'Twice.' },
        ...{ horizonDays: 30, track: 'prevention', priority: 'high', cadence: 'quarterly' },
        ...{ frameworkRefs: ['nist-csf:PR.AA'], ownerRoleId: null, owners: [] },
      },
      { ...common, action: 'Ask the board', horizonDays: 50 },
    ])
    const template = await db().planTemplate.findUniqueOrThrow({ where: { id: saved.templateId } })
    expect(template).toMatchObject({
      ...{ title: 'Keys again', savedFromPlanId: planId, guideRevisionId: null },
    })
    const activities = await activitiesOf('template.saved', saved.templateId)
    expect(activities).toMatchObject([{ planId, payload: { planTitle: 'Keys', itemCount: 3 } }])
    const listed = (await listTemplates(ada)).items.find(({ id }) => id === saved.templateId)
    expect(listed).toMatchObject({ origin: 'plan', itemCount: 3 })
  })

  it('saves one where the same form is sent twice, also at the same time', async () => {
    const { planId } = await createRunningPlan(ada)
    const form = { planId, title: 'Twice', templateId: newId() }
    const [first, second] = await Promise.all([
      savePlanAsTemplate(ada, form),
      savePlanAsTemplate(ada, form),
    ])
    expect(second).toEqual(first)
    expect(await savePlanAsTemplate(ada, form)).toEqual(first)
    expect(await db().planTemplate.count({ where: { savedFromPlanId: planId } })).toBe(1)
    expect(await itemsOf(form.templateId)).toHaveLength(3)
    expect(await activitiesOf('template.saved', form.templateId)).toHaveLength(1)
  })

  it('refuses drafts, cancelled plans and plans without a task that stands', async () => {
    const draft = await createDraftPlan(ada)
    const { planId } = await createRunningPlan(ada)
    const { planId: emptied, taskIds } = await createRunningPlan(ada)
    const { version } = await db().plan.findUniqueOrThrow({ where: { id: planId } })
    await cancelPlan(ada, { planId, version, reason: 'Merged' })
    for (const taskId of taskIds) await cancel(taskId)
    for (const id of [draft, planId, emptied]) {
      await expect(getPlanAsTemplate(ada, id)).rejects.toThrow(Invalid)
      await expect(savePlanAsTemplate(ada, { planId: id, title: 'No' })).rejects.toThrow(Invalid)
    }
    expect(await db().planTemplate.count({ where: { title: 'No' } })).toBe(0)
  })

  it('is for nobody else’s plan, and not for members', async () => {
    const { planId } = await createRunningPlan(ada)
    const input = { planId, title: 'No' }
    await expect(savePlanAsTemplate(stranger, input)).rejects.toThrow(NotFound)
    await expect(getPlanAsTemplate(stranger, planId)).rejects.toThrow(NotFound)
    await expect(savePlanAsTemplate(ada, { ...input, planId: 'x' })).rejects.toThrow(NotFound)
    await expect(savePlanAsTemplate(member, input)).rejects.toThrow(Forbidden)
    await expect(getPlanAsTemplate(member, planId)).rejects.toThrow(Forbidden)
  })
})

async function cancel(taskId: string): Promise<void> {
  const { version } = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  await cancelTask(ada, { taskId, version, reason: 'Moot' })
}

/** A later occurrence of a task that comes round, as finishing the one before it makes one. */
async function addOccurrence(taskId: string): Promise<void> {
  const first = await db().task.findUniqueOrThrow({ where: { id: taskId } })
  const { reference, position } = first
  await db().task.create({
    data: {
      ...{ ...first, id: newId(), occurrenceOfId: taskId },
      ...{ reference: reference + 1000, position: position + 1000 },
    },
  })
}

describe('renaming a guide', () => {
  it('changes its title and nothing else, and says so once', async () => {
    const planId = await createDraftPlan(ada, { title: 'Backups' })
    const { templateId } = await db().plan.findUniqueOrThrow({ where: { id: planId } })
    const { title: from, version } = await getTemplateTitle(ada, templateId!)
    const rename = { templateId: templateId!, title: 'Backup of the wards', version }
    await renameTemplate(ada, rename)
    await renameTemplate(ada, rename)
    expect((await getTemplate(ada, templateId!)).title).toBe('Backup of the wards')
    expect((await db().plan.findUniqueOrThrow({ where: { id: planId } })).title).toBe('Backups')
    const told = await activitiesOf('template.renamed', templateId!)
    expect(told).toMatchObject([{ payload: { from, title: 'Backup of the wards' } }])
    const stale = renameTemplate(ada, { ...rename, title: 'Something else' })
    await expect(stale).rejects.toMatchObject({ current: { Title: 'Backup of the wards' } })
  })

  it('is for those who import, in their own organisation', async () => {
    const templateId = await createTemplate(ada, { title: 'Doors' })
    const rename = { templateId, title: 'Windows', version: 1 }
    await expect(renameTemplate(member, rename)).rejects.toThrow(Forbidden)
    await expect(renameTemplate(stranger, rename)).rejects.toThrow(NotFound)
    await expect(renameTemplate(ada, { ...rename, templateId: 'x' })).rejects.toThrow(NotFound)
  })
})
