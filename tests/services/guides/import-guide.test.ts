import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { calendarDate } from '~/domain/calendar/calendar-date'
import { Forbidden, Invalid } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { addTemplateItem } from '~/services/guides/add-template-item.server'
import { getNewItem } from '~/services/guides/get-new-item.server'
import { getTemplate } from '~/services/guides/get-template.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { startPlan } from '~/services/plans/start-plan.server'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor

beforeEach(async () => {
  setClock(new Date('2026-11-22T10:00:00Z'))
  ada = (await createOrganisation()).administrator
})

const guide = `Lost laptops in small practices
A lost laptop is a breach until somebody proves that it was encrypted. HIPAA asks for that proof.
30-day action plan: close the obvious gaps
| Owner | Action | Outcome |
|---|---|---|
| IT Manager | List every laptop | Nobody has to guess what is missing |
| Night Lead | Collect the contracts | One binder holds them |
90-day improvement plan: make it last
- Prevention: Encrypt every disk and write down when.
- Governance: Report the list to the board every quarter.
`
const prose = 'Lost laptops\nKeep calm and look under the sofa. Then ask the night shift.\n'
const bytes = (text: string) => new TextEncoder().encode(text)
const itemsOf = async (templateId: string) =>
  (await getTemplate(ada, templateId)).groups.flatMap(({ items }) => items)

describe('importGuide', () => {
  it('keeps the text and reads items, roles and places out of it', async () => {
    const imported = await importGuide(ada, { bytes: bytes(guide), fileName: 'laptops.txt' })
    expect(imported).toMatchObject({ isKnown: false, itemCount: 4 })
    const view = await getTemplate(ada, imported.templateId)
    expect(view).toMatchObject({ title: 'Lost laptops in small practices', text: guide })
    expect(view).toMatchObject({ fileName: 'laptops.txt', frameworks: ['HIPAA'] })
    expect(view.groups.map(({ label, items }) => [label, items.length])).toEqual([
      ['30 days', 2],
      ['90 days', 2],
    ])
    const [list, contracts, , report] = view.groups.flatMap(({ items }) => items)
    expect(list).toMatchObject({ action: 'List every laptop', ownerRoleName: 'IT manager' })
    expect(list).toMatchObject({ ownerRoleProposal: null, owners: ['IT Manager'] })
    expect(contracts?.ownerRoleName).toBe('Compliance lead')
    expect(contracts?.ownerRoleProposal).toMatch(/“Night Lead”.*contract/)
    expect(report).toMatchObject({ track: 'governance', ownerRoleName: 'Compliance lead' })
    for (const item of view.groups.flatMap(({ items }) => items)) {
      const source = guide.slice(item.sourceStart!, item.sourceEnd!)
      expect(source).toContain(item.action.slice(0, 15))
    }
  })

  it('writes what happened, with the count', async () => {
    const { templateId } = await importGuide(ada, { text: guide })
    const where = { organisationId: ada.organisationId, type: 'guide.imported' }
    const activity = await db().activity.findFirstOrThrow({ where })
    expect(activity.payload).toMatchObject({ templateId, itemCount: 4 })
  })

  it('knows the same text again, pasted or uploaded, once or at the same time', async () => {
    const [first, second] = await Promise.all([
      importGuide(ada, { bytes: bytes(guide), fileName: 'laptops.txt' }),
      importGuide(ada, { text: guide.replaceAll('\n', '\r\n') }),
    ])
    expect(second).toEqual({ ...first, isKnown: true, templateId: first!.templateId })
    expect(await db().planTemplate.count({ where: { organisationId: ada.organisationId } })).toBe(1)
  })

  it('keeps organisations apart', async () => {
    const { administrator: eve } = await createOrganisation()
    const mine = await importGuide(ada, { text: guide })
    const hers = await importGuide(eve, { text: guide })
    expect(hers.isKnown).toBe(false)
    expect(hers.templateId).not.toBe(mine.templateId)
  })

  it('makes a changed text under the same title a new revision of the guide', async () => {
    await importGuide(ada, { text: guide })
    await importGuide(ada, { text: guide.replace('List every', 'Count every') })
    const guides = await db().guide.findMany({
      where: { organisationId: ada.organisationId },
      include: { revisions: true },
    })
    expect(guides.map(({ revisions }) => revisions.length)).toEqual([2])
  })

  it('keeps a guide without a plan, and says so', async () => {
    const imported = await importGuide(ada, { bytes: bytes(prose), fileName: 'sofa.md' })
    expect(imported).toMatchObject({ isKnown: false, itemCount: 0 })
    const view = await getTemplate(ada, imported.templateId)
    expect(view.text).toBe(prose)
    expect(view.warnings.length).toBeGreaterThan(0)
  })

  it.each([
    ['an empty file', { bytes: new Uint8Array() }, 'file'],
    ['blank text', { text: ' \n ' }, 'text'],
    ['a binary file', { bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 1]) }, 'file'],
    ['20 MB of text', { bytes: new Uint8Array(20 * 1024 * 1024).fill(97) }, 'file'],
    ['6 MB pasted', { text: 'word '.repeat(1_300_000) }, 'text'],
  ])('refuses %s beside its field, and keeps nothing', async (_, document, field) => {
    const attempt = importGuide(ada, document)
    await expect(attempt).rejects.toThrow(Invalid)
    await expect(attempt).rejects.toMatchObject({ field })
    expect(await db().guide.count({ where: { organisationId: ada.organisationId } })).toBe(0)
  })

  it('is not for members', async () => {
    const member = await createPerson({ organisationId: ada.organisationId })
    await expect(importGuide(member, { text: guide })).rejects.toThrow(Forbidden)
  })
})

describe('from a guide to tasks', () => {
  it('tells every task why, in the words of the guide', async () => {
    const { templateId } = await importGuide(ada, { text: guide })
    const startsOn = calendarDate('2026-11-23')
    const planId = await startPlan(ada, { templateId, title: null, startsOn })
    const plan = await db().plan.findUniqueOrThrow({
      where: { id: planId },
      include: { tasks: { orderBy: { position: 'asc' } } },
    })
    expect(plan.title).toBe('Lost laptops in small practices')
    expect(plan.tasks[0]).toMatchObject({ outcome: 'Nobody has to guess what is missing' })
    expect(plan.tasks[0]?.why).toContain('List every laptop')
    expect(plan.tasks[3]?.why).toContain('Report the list to the board every quarter')
    expect(plan.tasks[3]?.why).not.toMatch(/^-/)
  })

  it('adds an item from a line of a guide without a plan', async () => {
    const { templateId } = await importGuide(ada, { text: prose })
    const form = await getNewItem(ada, templateId, { line: 2 })
    expect(form).toMatchObject({ line: 2, action: expect.stringMatching(/^Keep calm/) })
    expect(form.lines.map(({ number }) => number)).toEqual([1, 2])
    await addTemplateItem(ada, {
      templateId,
      itemId: form.itemId,
      line: form.line,
      action: form.action,
      outcome: null,
      detail: null,
      stage: 'first-steps',
      horizonDays: 7,
      track: null,
      priority: null,
      ownerRoleId: null,
      dueOn: null,
    })
    const [item] = await itemsOf(templateId)
    expect(prose.slice(item!.sourceStart!, item!.sourceEnd!)).toBe(prose.split('\n')[1])
  })
})
