import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/shared/errors'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { addTemplateItem } from '~/services/guides/add-template-item.server'
import { applyRevision } from '~/services/guides/apply-revision.server'
import { dropTemplateItem } from '~/services/guides/drop-template-item.server'
import { getRevision } from '~/services/guides/get-revision.server'
import { getRevisionNotice } from '~/services/guides/get-revision-notice.server'
import { importGuide } from '~/services/guides/import-guide.server'
import { keepGuideApart } from '~/services/guides/keep-guide-apart.server'
import { listTemplates } from '~/services/guides/list-templates.server'
import { getNewPlan } from '~/services/plans/get-new-plan.server'
import { createTemplate } from '~tests/factories/guide'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import {
  applyAll,
  createTwoVersions,
  firstText,
  formOf,
  itemOf,
  secondText,
} from '~tests/factories/revision'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor

beforeEach(async () => {
  setClock(new Date('2026-11-23T10:00:00Z'))
  ada = (await createOrganisation()).administrator
})

const importText = async (text: string) => (await importGuide(ada, { text })).templateId

describe('the same text again', () => {
  it('says when it was imported, and by whom', async () => {
    await importText(firstText)
    setClock(new Date('2026-12-01T10:00:00Z'))
    const maya = await createPerson({
      organisationId: ada.organisationId,
      name: 'Maya',
      permissionRole: 'manager',
    })
    expect(await importGuide(maya, { text: firstText })).toMatchObject({
      isKnown: true,
      importedAt: new Date('2026-11-23T10:00:00Z'),
      importedByName: ada.name,
    })
  })
})

describe('of several versions', () => {
  it('plans start from the newest, and the list says which are earlier', async () => {
    const between = () => Promise.resolve(setClock(new Date('2026-12-01T10:00:00Z')))
    const { firstId, secondId } = await createTwoVersions(ada, { between })
    const offered = async (chosen: string | null) =>
      (await getNewPlan(ada, chosen)).templates.map(({ id, hasNewer }) => [id, hasNewer])
    expect(await offered(null)).toEqual([
      [secondId, false],
      [firstId, false],
    ])
    await applyAll(ada, secondId)
    expect(await offered(null)).toEqual([[secondId, false]])
    expect(await offered(firstId)).toEqual([
      [firstId, true],
      [secondId, false],
    ])
    const { items } = await listTemplates(ada)
    expect(items.map(({ id, hasNewer }) => [id, hasNewer])).toEqual([
      [secondId, false],
      [firstId, true],
    ])
  })
})

describe('which guide it is a version of', () => {
  const renamed = secondText.replace('Lost laptops in small practices', 'Devices that go missing')
  const other = firstText.replace(/\| (?:IT Manager|HR) \|[^\n]*\n|- [^\n]*\n/g, '')

  it.each([
    ['the same title and most of the items', secondText, true, true],
    ['another title over the same items', renamed, true, true],
    [
      'a guide with nothing in common',
      'Keys\n30-day action plan\n- Count the keys.\n',
      false,
      false,
    ],
    ['the same title, and no item', other, true, true],
  ])('is proposed for %s', async (_, text, isLikely, hasReason) => {
    const firstId = await importText(firstText)
    const imported = await importGuide(ada, { text })
    expect(imported.isLikelyRevision).toBe(isLikely)
    const view = await getRevision(ada, imported.templateId)
    expect(view.state).toBe(isLikely ? 'proposed' : 'none')
    expect(view.before?.templateId ?? null).toBe(isLikely ? firstId : null)
    expect(view.reason !== null).toBe(hasReason)
    expect(view.others.map(({ templateId }) => templateId)).toEqual([firstId])
    const notice = await getRevisionNotice(ada, imported.templateId)
    expect(notice?.kind ?? null).toBe(isLikely ? 'likely' : null)
  })

  it('is the guide with the most in common, not one that merely shares the title', async () => {
    const likeId = await importText(renamed)
    const title = 'Lost laptops in small practices'
    await importText(`${title}\n30-day action plan\n- Ask the cleaners.\n`)
    const view = await getRevision(ada, await importText(firstText))
    expect(view.before?.templateId).toBe(likeId)
  })

  it('is decided by a person: kept apart it is proposed no more, and can still be compared', async () => {
    const { firstId, secondId } = await createTwoVersions(ada)
    await keepGuideApart(ada, secondId)
    await keepGuideApart(ada, secondId)
    expect(await getRevision(ada, secondId)).toMatchObject({ state: 'none', isKeptApart: true })
    expect(await getRevisionNotice(ada, secondId)).toBeNull()
    const chosen = await getRevision(ada, secondId, { of: firstId })
    expect(chosen).toMatchObject({ state: 'chosen', counts: { changed: 1 } })
  })

  it('is never one of another organisation, nor a template without a guide', async () => {
    await createTemplate(ada, [{ action: 'List every laptop' }], 'Lost laptops in small practices')
    const { administrator: eve } = await createOrganisation()
    await importGuide(eve, { text: firstText })
    const templateId = await importText(secondText)
    expect((await getRevision(ada, templateId)).state).toBe('none')
  })
})

describe('getRevision', () => {
  it('shows what is new, changed, gone and unchanged', async () => {
    const { secondId } = await createTwoVersions(ada)
    const view = await getRevision(ada, secondId)
    expect(view.counts).toEqual({ new: 1, changed: 1, gone: 1, carried: 0, unchanged: 3 })
    const shown = view.lines.filter(({ kind }) => kind !== 'unchanged')
    expect(shown.map(({ kind, action }) => [kind, action])).toEqual([
      ['changed', 'List every laptop'],
      ['new', 'Train the night shift'],
      ['gone', 'Lock the store room'],
    ])
    expect(shown[0]?.changes).toMatchObject([{ field: 'outcome', kept: null, isChoice: false }])
  })

  it('refuses strangers, members, guides of another organisation and what cannot follow', async () => {
    const { firstId, secondId } = await createTwoVersions(ada)
    const { administrator: eve } = await createOrganisation()
    const member = await createPerson({ organisationId: ada.organisationId })
    const { templateId: foreignId } = await importGuide(eve, { text: firstText })
    await expect(getRevision(eve, secondId)).rejects.toThrow(NotFound)
    await expect(getRevision(member, secondId)).rejects.toThrow(Forbidden)
    await expect(getRevision(ada, secondId, { of: foreignId })).rejects.toThrow(NotFound)
    await expect(getRevision(ada, 'new')).rejects.toThrow(NotFound)
    await expect(getRevision(ada, firstId, { of: secondId })).rejects.toThrow(Invalid)
    const { templateId: scratchId } = await createTemplate(ada)
    await expect(getRevision(ada, scratchId)).rejects.toThrow(Invalid)
    expect(await getRevisionNotice(eve, secondId)).toBeNull()
    expect(await getRevisionNotice(member, secondId)).toBeNull()
  })
})

describe('applying to the template', () => {
  const edit = (templateId: string, action: string, data: object) =>
    itemOf(templateId, action).then(({ id }) =>
      db().templateItem.update({ where: { id }, data: { ...data, version: { increment: 1 } } }),
    )

  it('takes the guide’s words where nobody edited, and links the items', async () => {
    const { firstId, secondId } = await createTwoVersions(ada)
    expect((await applyAll(ada, secondId)).isAdopted).toBe(true)
    const item = await itemOf(secondId, 'List every')
    expect(item.outcome).toBe('Nobody has to guess what is missing or lost')
    expect(item.previousItemId).toBe((await itemOf(firstId, 'List every')).id)
    expect((await itemOf(secondId, 'Train')).previousItemId).toBeNull()
    const template = await db().planTemplate.findUniqueOrThrow({ where: { id: secondId } })
    expect(template.previousTemplateId).toBe(firstId)
    const activity = await db().activity.findFirst({
      where: { organisationId: ada.organisationId, type: 'guide.revision-adopted' },
    })
    expect(activity?.payload).toMatchObject({ templateId: secondId, previousTemplateId: firstId })
  })

  it('keeps what people made of the earlier items', async () => {
    const role = await db().ownerRole.findFirstOrThrow({
      where: { organisationId: ada.organisationId, key: 'security-team' },
    })
    const { secondId } = await createTwoVersions(ada, {
      async between({ firstId }) {
        await edit(firstId, 'Collect', { action: 'Collect and file the rules' })
        await edit(firstId, 'Encrypt', { cadence: 'yearly', frameworkRefs: ['nist-csf:PR.DS'] })
        await edit(firstId, 'Report', { ownerRoleId: role.id, ownerRoleProposal: null })
        const { id: itemId } = await itemOf(firstId, 'List')
        await dropTemplateItem(ada, { templateId: firstId, itemId })
        await addTemplateItem(ada, {
          ...{ templateId: firstId, action: 'Ask the cleaners', outcome: null, detail: null },
          ...{ stage: 'plan', horizonDays: 30, track: null, priority: null, ownerRoleId: null },
          ...{ dueOn: null, frameworkRefs: [], line: 2 },
        })
      },
    })
    const view = await getRevision(ada, secondId)
    expect(view.counts).toMatchObject({ carried: 1, changed: 1, unchanged: 3 })
    await applyAll(ada, secondId)
    expect(await itemOf(secondId, 'Collect')).toMatchObject({
      action: 'Collect and file the rules',
    })
    expect(await itemOf(secondId, 'Encrypt')).toMatchObject({
      ...{ cadence: 'yearly', frameworkRefs: ['nist-csf:PR.DS'] },
    })
    expect(await itemOf(secondId, 'Report')).toMatchObject({ ownerRoleId: role.id })
    expect((await itemOf(secondId, 'List')).droppedAt).not.toBeNull()
    const carried = await itemOf(secondId, 'Ask the cleaners')
    expect(secondText.slice(carried.sourceStart!, carried.sourceEnd!)).toMatch(/^A lost laptop/)
  })

  it('knows what people wrote into the items of a web page', async () => {
    const page = (outcome: string) => `<html><body><h1>Lost laptops</h1><p>One was lost again.</p>
      <h2>30-day action plan</h2><table><tr><th>Owner</th><th>Action</th><th>Outcome</th></tr>
      <tr><td>HR</td><td>Train <b>staff</b></td><td>${outcome}</td></tr>
      <tr><td>IT</td><td>Encrypt disks</td><td>All done</td></tr></table></body></html>`
    const firstId = await importText(page('All trained'))
    await edit(firstId, 'Train', { action: 'Train everybody' })
    const secondId = await importText(page('All trained twice'))
    await applyAll(ada, secondId)
    expect(await itemOf(secondId, 'Train')).toMatchObject({
      ...{ action: 'Train everybody', outcome: 'All trained twice' },
    })
  })

  it.each([
    ['theirs by default', false, 'Everything is on the list'],
    ['the guide’s where that was chosen', true, 'Nobody has to guess what is missing or lost'],
  ])('has a field that both changed: %s', async (_, isTaken, outcome) => {
    const { secondId } = await createTwoVersions(ada, {
      between: async ({ firstId }) =>
        void (await edit(firstId, 'List', { outcome: 'Everything is on the list' })),
    })
    const view = await getRevision(ada, secondId)
    const line = view.lines.find(({ kind }) => kind === 'changed')
    expect(line?.changes).toMatchObject([{ kept: 'Everything is on the list', isChoice: true }])
    await applyRevision(ada, { ...formOf(view), taken: isTaken ? [`${line?.key}.outcome`] : [] })
    expect((await itemOf(secondId, 'List')).outcome).toBe(outcome)
    // The next version starts from what was decided.
    const third = await importText(secondText.replace('One binder', 'Two binders'))
    await applyAll(ada, third)
    expect((await itemOf(third, 'List')).outcome).toBe(outcome)
  })

  it('goes on from version to version, each followed by one', async () => {
    const { firstId, secondId } = await createTwoVersions(ada)
    await applyAll(ada, secondId)
    const third = await importText(secondText.replace('One binder', 'Two binders'))
    await expect(getRevision(ada, third, { of: firstId })).rejects.toThrow(Invalid)
    expect((await getRevision(ada, third)).before?.templateId).toBe(secondId)
    await applyAll(ada, third)
    expect(await getRevisionNotice(ada, secondId)).toMatchObject({
      kind: 'replaced',
      by: { templateId: third },
    })
    expect(await getRevisionNotice(ada, third)).toMatchObject({
      ...{ kind: 'follows', waitingPlanCount: 0 },
      previous: { templateId: secondId },
    })
  })

  it('twice changes nothing, and an old form is refused', async () => {
    const { secondId } = await createTwoVersions(ada)
    const form = formOf(await getRevision(ada, secondId))
    await edit(secondId, 'Train', { outcome: 'Somebody was faster' })
    await expect(applyRevision(ada, form)).rejects.toThrow(Conflict)
    expect(await getRevision(ada, secondId)).toMatchObject({ state: 'proposed' })
    const fresh = formOf(await getRevision(ada, secondId))
    await applyRevision(ada, fresh)
    const activities = await db().activity.count()
    expect((await applyRevision(ada, fresh)).isAdopted).toBe(false)
    expect(await db().activity.count()).toBe(activities)
  })

  it('is for managers of the organisation', async () => {
    const { firstId, secondId } = await createTwoVersions(ada)
    const form = formOf(await getRevision(ada, secondId))
    const member = await createPerson({ organisationId: ada.organisationId })
    const { administrator: eve } = await createOrganisation()
    await expect(applyRevision(member, form)).rejects.toThrow(Forbidden)
    await expect(applyRevision(eve, form)).rejects.toThrow(NotFound)
    await expect(keepGuideApart(member, secondId)).rejects.toThrow(Forbidden)
    await expect(keepGuideApart(eve, secondId)).rejects.toThrow(NotFound)
    const elsewhere = [{ planId: newId(), seen: 'x', isChosen: true }]
    await expect(applyRevision(ada, { ...form, plans: elsewhere })).rejects.toThrow(NotFound)
    const template = await db().planTemplate.findUniqueOrThrow({ where: { id: firstId } })
    expect(template.version).toBe(1)
  })
})
