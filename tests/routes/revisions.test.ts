import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import type { RevisionView } from '~/domain/guides/revisions/revision-views'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import * as newGuide from '~/routes/guides/new'
import * as revision from '~/routes/guides/revision'
import * as organisations from '~/routes/guides/revision-organisations'
import * as own from '~/routes/guides/revision-own'
import { createOrganisation, createPerson } from '~tests/factories/organisation'
import { createTwoVersions, firstText, formOf, secondText } from '~tests/factories/revision'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

let ada: Actor

beforeEach(async () => {
  setClock(new Date('2026-11-23T10:00:00Z'))
  ada = (await createOrganisation()).administrator
})

/** What a browser sends of the page: ticked boxes, hidden fields. */
function browserForm(view: RevisionView): FormData {
  const { previousId, seen, lines, plans } = formOf(view)
  const form = new FormData()
  form.set('previousId', previousId)
  form.set('seen', seen)
  for (const key of lines) form.append('lines', key)
  plans.forEach((plan, index) => {
    form.set(`plans[${index}].planId`, plan.planId)
    form.set(`plans[${index}].seen`, plan.seen)
    form.set(`plans[${index}].isChosen`, 'on')
  })
  return form
}
const load = async (templateId: string) => {
  const { data } = await callRoute(revision.loader, { params: { templateId }, as: ada })
  return (data as { view: RevisionView }).view
}
const toastOf = (headers: Headers) => {
  const value = /wardround-toast=([^;]*)/.exec(headers.get('Set-Cookie') ?? '')?.[1] ?? ''
  return Buffer.from(decodeURIComponent(value), 'base64').toString()
}

describe('importing', () => {
  const send = (text: string) => callRoute(newGuide.action, { form: { text }, as: ada })

  it('leads a likely new version to the comparison, and says so', async () => {
    await send(firstText)
    const answer = await send(secondText)
    expect(answer.location).toMatch(/^\/guides\/[0-9a-f-]{36}\/revision$/)
    expect(toastOf(answer.headers)).toContain('new version')
  })

  it('says of the very same text when it came, and from whom', async () => {
    const first = await send(firstText)
    const again = await send(firstText)
    expect(again.location).toBe(first.location)
    const toast = toastOf(again.headers)
    expect(toast).toContain('Mon 23 Nov 2026')
    expect(toast).toContain(ada.name)
  })
})

describe('the comparison', () => {
  it('applies what is ticked, and says what was done', async () => {
    const { secondId } = await createTwoVersions(ada)
    const params = { templateId: secondId }
    const form = browserForm(await load(secondId))
    const answer = await callRoute(revision.action, { params, form, as: ada })
    expect(answer.location).toBe(`/guides/${secondId}/revision`)
    expect(toastOf(answer.headers)).toContain('1 new task, 1 changed, 1 marked')
    expect(await load(secondId)).toMatchObject({ state: 'adopted', plans: [{ isUpToDate: true }] })
    const again = await callRoute(revision.action, { params, form, as: ada })
    expect(toastOf(again.headers)).toContain('nothing changed')
  })

  it('applies to nothing what nothing is ticked for', async () => {
    const { secondId, planId } = await createTwoVersions(ada)
    const view = await load(secondId)
    const form = browserForm(view)
    form.delete('lines')
    form.delete('plans[0].isChosen')
    await callRoute(revision.action, { params: { templateId: secondId }, form, as: ada })
    expect(await db().task.count({ where: { planId } })).toBe(5)
  })

  it('answers an old form with 409 and the form', async () => {
    const { secondId, planId } = await createTwoVersions(ada)
    const form = browserForm(await load(secondId))
    await db().task.updateMany({
      where: { planId },
      data: { outcome: 'Other words', version: { increment: 1 } },
    })
    const params = { templateId: secondId }
    const answer = await callRoute(revision.action, { params, form, as: ada })
    expect(answer.status).toBe(409)
    expect(JSON.stringify(answer.data)).toContain('nothing was applied')
  })

  it('refuses a form that was made by hand', async () => {
    const { secondId } = await createTwoVersions(ada)
    const params = { templateId: secondId }
    const form = { previousId: 'x', seen: '' }
    expect((await callRoute(revision.action, { params, form, as: ada })).status).toBe(400)
  })

  it('keeps a guide apart', async () => {
    const { secondId } = await createTwoVersions(ada)
    const answer = await callRoute(own.action, {
      params: { templateId: secondId },
      form: {},
      as: ada,
    })
    expect(answer.location).toBe(`/guides/${secondId}`)
    expect((await load(secondId)).state).toBe('none')
  })

  it('is for managers of the organisation', async () => {
    const { secondId } = await createTwoVersions(ada)
    const params = { templateId: secondId }
    const member = await createPerson({ organisationId: ada.organisationId })
    const { administrator: eve } = await createOrganisation()
    const form = { previousId: newId(), seen: 'x' }
    for (const { loader } of [revision, organisations]) {
      expect((await callRoute(loader, { params, as: member })).status).toBe(403)
      expect((await callRoute(loader, { params, as: eve })).status).toBe(404)
      expect((await callRoute(loader, { params })).location).toMatch(/^\/sign-in/)
    }
    for (const { action } of [revision, own]) {
      expect((await callRoute(action, { params, form, as: member })).status).toBe(403)
      expect((await callRoute(action, { params, form, as: eve })).status).toBe(404)
      expect((await callRoute(action, { params, form })).status).toBe(401)
    }
  })
})

describe('other organisations', () => {
  it('are chosen, and each is answered for', async () => {
    const { secondId } = await createTwoVersions(ada)
    const params = { templateId: secondId }
    const form = browserForm(await load(secondId))
    await callRoute(revision.action, { params, form, as: ada })
    const none = await callRoute(organisations.action, { params, form: {}, as: ada })
    expect(none.status).toBe(400)
    const unknown = await callRoute(organisations.action, {
      ...{ params, as: ada },
      form: { organisations: newId() },
    })
    expect(unknown.status).toBe(404)
    expect((await load(secondId)).otherOrganisationCount).toBe(0)
  })
})
