import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { TemplateItemEditInput } from '~/domain/guides/templates/template-inputs'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { addTemplateItem } from '~/services/guides/add-template-item.server'
import { dropTemplateItem, restoreTemplateItem } from '~/services/guides/drop-template-item.server'
import { editTemplateItem } from '~/services/guides/edit-template-item.server'
import { getNewItem } from '~/services/guides/get-new-item.server'
import { getTemplateItem } from '~/services/guides/get-template-item.server'
import { getTemplate } from '~/services/guides/get-template.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { listTemplates } from '~/services/guides/list-templates.server'
import { createTemplate } from '~tests/factories/guide'
import { createOrganisation, createPerson, giveOwnerRole } from '~tests/factories/organisation'
import { createDraftPlan } from '~tests/factories/plan'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
let stranger: Actor

beforeAll(async () => {
  ada = (await createOrganisation()).administrator
  stranger = (await createOrganisation()).administrator
})

const edit: TemplateItemEditInput = {
  action: 'Train staff',
  outcome: 'Everybody trained',
  detail: null,
  stage: 'plan',
  horizonDays: 60,
  track: 'response',
  priority: 'high',
  cadence: 'quarterly',
  ownerRoleId: null,
  dueOn: calendarDate('2026-12-18'),
  version: 1,
}
const itemOf = async (itemId: string) =>
  db().templateItem.findUniqueOrThrow({ where: { id: itemId } })

describe('editTemplateItem', () => {
  it('saves every field, settles the proposal and tells of it', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const itemId = itemIds[1]!
    await db().templateItem.update({
      where: { id: itemId },
      data: { ownerRoleProposal: 'Because of the word staff.' },
    })
    const ownerRoleId = await giveOwnerRole(ada.organisationId, 'hr', null)
    expect(await editTemplateItem(ada, { ...edit, ownerRoleId, templateId, itemId })).toBe(true)
    const { item } = await getTemplateItem(ada, templateId, itemId)
    const { version: _version, ...fields } = edit
    expect(item).toMatchObject({ ...fields, ownerRoleId, ownerRoleName: 'HR', version: 2 })
    expect(item.ownerRoleProposal).toBeNull()
    const activity = await db().activity.findFirst({ where: { type: 'template.item-edited' } })
    expect(activity?.payload).toMatchObject({ itemId, action: 'Train staff' })
  })

  it('is harmless twice, and refuses an old form that wants something else', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const where = { templateId, itemId: itemIds[0]! }
    await editTemplateItem(ada, { ...edit, ...where })
    expect(await editTemplateItem(ada, { ...edit, ...where })).toBe(false)
    const stale = editTemplateItem(ada, { ...edit, ...where, action: 'Another' })
    await expect(stale).rejects.toThrow(Conflict)
    await expect(stale).rejects.toMatchObject({ current: { Action: 'Train staff' } })
  })

  it('refuses members, strangers, unknown ids and foreign roles', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const input = { ...edit, templateId, itemId: itemIds[0]! }
    const member = await createPerson({ organisationId: ada.organisationId })
    await expect(editTemplateItem(member, input)).rejects.toThrow(Forbidden)
    await expect(editTemplateItem(stranger, input)).rejects.toThrow(NotFound)
    await expect(editTemplateItem(ada, { ...input, itemId: 'x' })).rejects.toThrow(NotFound)
    const ownerRoleId = await giveOwnerRole(stranger.organisationId, 'hr', null)
    await expect(editTemplateItem(ada, { ...input, ownerRoleId })).rejects.toThrow(NotFound)
    expect((await itemOf(itemIds[0]!)).version).toBe(1)
  })
})

describe('dropping and restoring', () => {
  it('leaves the item out of counts and plans, and takes it back', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const where = { templateId, itemId: itemIds[0]! }
    expect(await dropTemplateItem(ada, { ...where, version: 1 })).toEqual({
      isChanged: true,
      action: 'Action 1',
    })
    expect(await getTemplate(ada, templateId)).toMatchObject({ itemCount: 2, droppedCount: 1 })
    expect((await dropTemplateItem(ada, { ...where, version: 1 })).isChanged).toBe(false)
    await expect(restoreTemplateItem(ada, { ...where, version: 1 })).rejects.toThrow(Conflict)
    expect((await restoreTemplateItem(ada, where)).isChanged).toBe(true)
    expect(await getTemplate(ada, templateId)).toMatchObject({ itemCount: 3, droppedCount: 0 })
    await expect(dropTemplateItem(stranger, where)).rejects.toThrow(NotFound)
  })
})

describe('addTemplateItem', () => {
  const { version: _version, ...input } = edit

  it('adds at the end, once for one form', async () => {
    const { templateId } = await createTemplate(ada)
    const { itemId } = await getNewItem(ada, templateId)
    const send = () => addTemplateItem(ada, { ...input, itemId, templateId })
    expect(await Promise.all([send(), send()])).toEqual([itemId, itemId])
    expect(await itemOf(itemId)).toMatchObject({ position: 3, sourceStart: null })
    expect((await getTemplate(ada, templateId)).itemCount).toBe(4)
  })

  it('takes one sentence of a line that was left out, placed as its heading says', async () => {
    const sentences = ['Count the lamps in every room.', 'Replace the broken lamps at once.']
    const text = `Lamps\n\nWhat to do first\n${sentences.join(' ')}\n\n90-day plan\n- Response: Call.`
    const { templateId } = await importGuide(ada, { text })
    const warnings = async () => (await getTemplate(ada, templateId)).warnings
    const [, second] = await warnings()
    expect(second).toMatchObject({ line: 4, text: sentences[1], itemId: null })
    const form = await getNewItem(ada, templateId, { line: 4, remark: second!.number })
    expect(form).toMatchObject({
      ...{ action: 'Replace the broken lamps at once', line: 4, remark: second!.number },
      place: { heading: 'What to do first', stage: 'first-steps', horizonDays: 7 },
    })
    expect(form.lines.filter(({ isItem }) => isItem).map(({ number }) => number)).toEqual([7])
    const { itemId, line, remark } = form
    await addTemplateItem(ada, { ...input, templateId, itemId, line, remark })
    const { sourceStart, sourceEnd } = await itemOf(itemId)
    expect(text.slice(sourceStart!, sourceEnd!)).toBe(sentences[1])
    expect((await warnings()).map((warning) => warning.itemId)).toEqual([null, itemId])
    await expect(addTemplateItem(ada, { ...input, templateId, remark: 9 })).rejects.toThrow(Invalid)
  })

  it('refuses a line that is not there, strangers and members', async () => {
    const { templateId } = await createTemplate(ada)
    await expect(addTemplateItem(ada, { ...input, templateId, line: 9 })).rejects.toThrow(Invalid)
    await expect(addTemplateItem(stranger, { ...input, templateId })).rejects.toThrow(NotFound)
    await expect(getNewItem(stranger, templateId)).rejects.toThrow(NotFound)
    const member = await createPerson({ organisationId: ada.organisationId })
    await expect(addTemplateItem(member, { ...input, templateId })).rejects.toThrow(Forbidden)
  })
})

describe('listTemplates and getTemplate', () => {
  it('counts items and plans, and shows only the own guides', async () => {
    const { administrator: eve } = await createOrganisation()
    const planId = await createDraftPlan(eve)
    const { templateId } = await db().plan.findUniqueOrThrow({ where: { id: planId } })
    const { items, total } = await listTemplates(eve)
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ id: templateId, itemCount: 3, droppedCount: 0, planCount: 1 })
    await expect(getTemplate(stranger, templateId!)).rejects.toThrow(NotFound)
    await expect(getTemplate(eve, 'nothing')).rejects.toThrow(NotFound)
  })

  it('pages 500 items by horizon, and finds the page of an item', async () => {
    const items = Array.from({ length: 500 }, (_, i) => ({ horizonDays: i % 2 ? 30 : 90 }))
    const { templateId, itemIds } = await createTemplate(ada, items)
    const first = await getTemplate(ada, templateId)
    expect(first).toMatchObject({ page: 1, pageCount: 5, itemCount: 500, rolelessCount: 500 })
    expect(first.groups.map(({ label, items: shown }) => [label, shown.length])).toEqual([
      ['30 days', 100],
    ])
    const chosen = await getTemplate(ada, templateId, { itemId: itemIds[498]! })
    expect(chosen.page).toBe(5)
    expect(chosen.groups[0]?.items.some(({ id }) => id === itemIds[498])).toBe(true)
  })

  it('shows a template without items', async () => {
    const { templateId } = await createTemplate(ada, [])
    expect(await getTemplate(ada, templateId)).toMatchObject({ groups: [], pageCount: 1, text: '' })
  })
})
