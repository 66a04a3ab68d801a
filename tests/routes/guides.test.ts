import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { newId } from '~/infra/ids.server'
import * as drop from '~/routes/guides/drop-item'
import * as guide from '~/routes/guides/guide'
import * as guides from '~/routes/guides/index'
import * as item from '~/routes/guides/item'
import * as newGuide from '~/routes/guides/new'
import * as newItem from '~/routes/guides/new-item'
import * as restore from '~/routes/guides/restore-item'
import { createTemplate } from '~tests/factories/guide'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor
let member: Actor
let stranger: Actor

beforeEach(async () => {
  ada = (await createOrganisation()).administrator
  member = await createPerson({ organisationId: ada.organisationId })
  stranger = (await createOrganisation()).administrator
})

const text =
  'Spare keys\n30-day action plan\n- Count the keys: All of them.\n- Lock the safe: Always.\n'

function upload(file: File, pasted = ''): FormData {
  const form = new FormData()
  form.set('file', file)
  form.set('text', pasted)
  return form
}
const noFile = () => new File([], '', { type: 'application/octet-stream' })

describe('importing', () => {
  it('takes pasted text beside an unused file field', async () => {
    const answer = await callRoute(newGuide.action, { form: upload(noFile(), text), as: ada })
    expect(answer.status).toBe(302)
    expect(answer.location).toMatch(/^\/guides\/[0-9a-f-]{36}$/)
    const list = await callRoute(guides.loader, { as: member })
    expect(list.data).toMatchObject({ guides: { total: 1 }, canImport: false })
  })

  it('takes a file, and knows it again', async () => {
    const form = () => upload(new File([text], 'keys.txt', { type: 'text/plain' }))
    const first = await callRoute(newGuide.action, { form: form(), as: ada })
    const second = await callRoute(newGuide.action, { form: form(), as: ada })
    expect(second.location).toBe(first.location)
    expect(decodeURIComponent(second.headers.get('Set-Cookie') ?? '')).toBeTruthy()
  })

  it.each([
    ['nothing', noFile(), '', 'text'],
    ['an empty file', new File([], 'empty.txt'), '', 'file'],
    ['a binary file', new File(['%PDF-1.7 \u0000'], 'guide.txt'), '', 'file'],
    ['20 MB', new File([new Uint8Array(20 * 1024 * 1024).fill(97)], 'big.txt'), '', 'file'],
  ])('answers %s with 400 beside its field', async (_, file, pasted, field) => {
    const answer = await callRoute(newGuide.action, { form: upload(file, pasted), as: ada })
    expect(answer.status).toBe(400)
    expect((answer.data as { error: object }).error).toHaveProperty(field)
  })

  it('is for managers, and for nobody signed out', async () => {
    expect((await callRoute(newGuide.loader, { as: member })).status).toBe(403)
    const form = () => upload(noFile(), text)
    expect((await callRoute(newGuide.action, { form: form(), as: member })).status).toBe(403)
    expect((await callRoute(newGuide.action, { form: form() })).status).toBe(401)
  })
})

describe('items', () => {
  const fields = { action: 'Count the keys', stage: 'plan', horizonDays: '30' }

  it('are edited, dropped, restored and added', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const itemId = itemIds[0]!
    const params = { templateId, itemId }
    const edited = await callRoute(item.action, {
      params,
      as: ada,
      form: { ...fields, version: '1' },
    })
    expect(edited.location).toBe(`/guides/${templateId}?item=${itemId}#item-${itemId}`)
    const dropped = await callRoute(drop.action, { params, as: ada, form: { version: '2' } })
    expect(dropped.location).toBe(edited.location)
    const stale = await callRoute(restore.action, { params, as: ada, form: { version: '2' } })
    expect([stale.status, JSON.stringify(stale.data)]).toEqual([
      409,
      expect.stringContaining('Dropped'),
    ])
    const restored = await callRoute(restore.action, { params, as: ada, form: { version: '3' } })
    expect(restored.status).toBe(302)
    const added = await callRoute(newItem.action, { params: { templateId }, as: ada, form: fields })
    expect(added.status).toBe(302)
    const page = await callRoute(guide.loader, { params: { templateId }, as: member })
    expect(page.data).toMatchObject({ guide: { itemCount: 4 }, canEdit: false, canStart: false })
  })

  it('keeps what was typed when a field is refused', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const answer = await callRoute(item.action, {
      params: { templateId, itemId: itemIds[0]! },
      as: ada,
      form: { ...fields, action: '', detail: 'Mine', horizonDays: '0', version: '1' },
    })
    expect(answer.status).toBe(400)
    expect(answer.data).toMatchObject({
      initialValue: { detail: 'Mine' },
      error: { action: [expect.any(String)], horizonDays: [expect.any(String)] },
    })
  })

  it('are not found for strangers and unknown ids', async () => {
    const { templateId, itemIds } = await createTemplate(ada)
    const params = { templateId, itemId: itemIds[0]! }
    for (const route of [guide, item, newItem]) {
      expect((await callRoute(route.loader, { params, as: stranger })).status).toBe(404)
      const unknown = { templateId: newId(), itemId: 'x' }
      expect((await callRoute(route.loader, { params: unknown, as: ada })).status).toBe(404)
    }
    const form = { version: '1' }
    expect((await callRoute(drop.action, { params, as: stranger, form })).status).toBe(404)
    expect((await callRoute(drop.action, { params, as: member, form })).status).toBe(403)
    expect((await callRoute(drop.action, { params, form })).status).toBe(401)
  })
})
