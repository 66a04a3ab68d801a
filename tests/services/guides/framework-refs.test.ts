import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import type { TemplateItemEditInput } from '~/domain/guides/templates/template-inputs'
import { Conflict } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { addTemplateItem } from '~/services/guides/add-template-item.server'
import { editTemplateItem } from '~/services/guides/edit-template-item.server'
import { getNewItem } from '~/services/guides/get-new-item.server'
import { getTemplateItem } from '~/services/guides/get-template-item.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { startPlan } from '~/services/plans/start-plan.server'
import { createTemplate } from '~tests/factories/guide'
import { createOrganisation } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
beforeAll(async () => {
  ada = (await createOrganisation()).administrator
})

const guide = `# Keys and copies

## 30-day action plan

| Owner | Action | Outcome | Framework references |
|---|---|---|---|
| IT manager | Copy the records each night | A copy exists | HIPAA 164.308(a)(7)(ii)(A); ISO 27001 A.8.13; NIST CSF PR.DS-11 |
| HR | Teach the night shift | Everybody knows | SOC 2 |

## 90-day plan

- Close old accounts: As ISO 27001 A.5.18 wants it.
`

const edit: TemplateItemEditInput = {
  action: 'Copy',
  outcome: null,
  detail: null,
  stage: 'plan',
  horizonDays: 30,
  track: null,
  priority: null,
  cadence: null,
  ownerRoleId: null,
  dueOn: null,
  version: 1,
}

describe('the references that a guide names', () => {
  it('become those of its items, and of the tasks made from them', async () => {
    const { templateId } = await importGuide(ada, { text: guide })
    const items = await db().templateItem.findMany({
      where: { templateId },
      orderBy: { position: 'asc' },
    })
    const named = items.map(({ frameworkRefs }) => frameworkRefs)
    expect(named).toEqual([
      ['hipaa:164.308(a)(7)(ii)(A)', 'iso-27001:A.8.13', 'nist-csf:PR.DS'],
      [],
      ['iso-27001:A.5.18'],
    ])
    const startsOn = calendarDate('2026-11-23')
    const planId = await startPlan(ada, { templateId, title: null, startsOn })
    const tasks = await db().task.findMany({ where: { planId }, orderBy: { position: 'asc' } })
    expect(tasks.map(({ frameworkRefs }) => frameworkRefs)).toEqual(named)
  })
})

describe('the form of an item', () => {
  it('offers what the item has and what its words suggest, and stores what is chosen', async () => {
    const { templateId, itemIds } = await createTemplate(ada, [
      { action: 'Encrypt laptops', frameworkRefs: ['nist-csf:ID.AM'] },
    ])
    const itemId = itemIds[0]!
    const { frameworks, item } = await getTemplateItem(ada, templateId, itemId)
    expect(item.frameworkRefs).toEqual(['nist-csf:ID.AM'])
    expect(frameworks.chosen).toEqual(['nist-csf:ID.AM'])
    const suggested = frameworks.choices.filter(({ reason }) => reason !== null)
    expect(suggested.map(({ ref }) => ref)).toContain('hipaa:164.312(a)(2)(iv)')

    const input = { ...edit, templateId, itemId }
    const frameworkRefs = ['iso-27001:A.8.24', 'nist-csf:PR.DS']
    expect(await editTemplateItem(ada, { ...input, frameworkRefs })).toBe(true)
    expect(await editTemplateItem(ada, { ...input, frameworkRefs })).toBe(false)
    expect(await editTemplateItem(ada, { ...input, version: 2 })).toBe(false)
    const stale = editTemplateItem(ada, { ...input, frameworkRefs: [] })
    await expect(stale).rejects.toThrow(Conflict)
    await expect(stale).rejects.toMatchObject({
      current: { 'Framework references': 'ISO 27001 A.8.24, NIST CSF PR.DS' },
    })
    expect(await editTemplateItem(ada, { ...input, frameworkRefs: [], version: 2 })).toBe(true)
    expect((await getTemplateItem(ada, templateId, itemId)).item.frameworkRefs).toEqual([])
  })

  it('begins with what the chosen line names, and suggests from its words', async () => {
    const { templateId } = await importGuide(ada, {
      text: 'Copies\nKeep backups as ISO 27001 A.8.13 asks.\nSmile.\n',
    })
    const { itemId, frameworks } = await getNewItem(ada, templateId, { line: 2 })
    expect(frameworks.chosen).toEqual(['iso-27001:A.8.13'])
    expect(frameworks.choices.map(({ ref }) => ref)).toContain('hipaa:164.308(a)(7)(ii)(A)')
    const { version: _version, ...input } = edit
    await addTemplateItem(ada, { ...input, templateId, itemId, frameworkRefs: frameworks.chosen })
    expect(await db().templateItem.findUnique({ where: { id: itemId } })).toMatchObject({
      frameworkRefs: ['iso-27001:A.8.13'],
    })
    expect((await getNewItem(ada, templateId)).frameworks.choices).toEqual([])
  })
})
