import { beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { routeAccess } from '~tests/access/route-access'
import { createScene, type Scene } from '~tests/access/scene'
import { useTestDatabase } from '~tests/support/test-database'
import { allowed, everyRow, formRoutes, get, ownFields, post, type Fields } from './ask'

/**
 * The right person in the right place, with one id of another organisation: in each part of the
 * address, in each field of the form, in the query. It must look like an id that does not exist,
 * and change nothing in either organisation.
 */
useTestDatabase()

let mine: Scene
let theirs: Scene

const isId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/
const walked = Object.entries(routeAccess).filter(([, access]) => !access.isOpen)

/** Fields with ids that a form may have and the table's does not fill in. */
const further: Record<string, (other: Scene) => Fields> = {
  'tasks/assignment.ts': (s) => ({ assigneeId: s.people.member.personId }),
  'tasks/edit.tsx': (s) => ({ ownerRoleId: s.ownerRoleId }),
  'reviews/new.tsx': (s) => ({ attendeeIds: [s.people.leader.personId] }),
  'reviews/details.tsx': (s) => ({ attendeeIds: [s.people.leader.personId] }),
  'reviews/decisions.ts': (s) => ({ ownerPersonId: s.people.member.personId }),
  'reviews/decision.tsx': (s) => ({ ownerPersonId: s.people.member.personId }),
  'reviews/decision-task.tsx': (s) => ({ assigneeId: s.people.member.personId }),

  'people/deactivation.tsx': (s) => ({
    ...{ successorId: s.people.member.personId },
    ...{ 'handOver[0].group': 'reviews', 'handOver[0].to': s.people.member.personId },
  }),
  'plans/roles.tsx': (s) => ({
    ...{ 'roles[0].ownerRoleId': s.ownerRoleId, 'roles[0].holderId': s.people.member.personId },
  }),
  'plans/dates.tsx': (s) => ({ 'dates[0].taskId': s.taskId, 'dates[0].dueOn': '2026-12-03' }),
}

/**
 * Where an id of elsewhere is not answered with 400 or 404, with the reason. Nothing may change all
 * the same.
 */
const answeredOtherwise: Record<string, string> = {
  'settings/remove-holiday.ts': 'removing what is gone already is no error',
  'organisations/switch.ts': 'the address names an organisation, which is the point of it',
  'reviews/remove-decision.ts': 'removing what is gone already is no error',
  'people/send-invitations.ts': 'whoever cannot be written to is left out of the choice',
  'people/withdraw-invitations.ts': 'whoever cannot be written to is left out of the choice',
  'guides/apply-suggestions.ts': 'what is not among the suggestions of this guide is left out',
  'guides/dismiss-suggestions.ts': 'what is not among the suggestions of this guide is left out',
  'guides/recall-suggestions.ts': 'what is not among the suggestions of this guide is left out',
}

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  mine = await createScene()
  theirs = await createScene()
}, 90_000)

async function refusedUnchanged(
  file: string,
  what: string,
  ask: (version?: number) => Promise<number>,
) {
  const before = await everyRow()
  let status = await ask()
  // The scene's versions have moved on; what is asked is what a fresh form is answered.
  for (let version = 2; status === 409 && version < 9; version += 1) status = await ask(version)
  expect(await everyRow(), `${file}: ${what} changed something`).toEqual(before)
  if (answeredOtherwise[file]) return
  expect([file, what, [400, 404].includes(status) ? 'refused' : status]).toEqual([
    ...[file, what, 'refused'],
  ])
}

describe('an id of another organisation in a field of the form', () => {
  it.each(formRoutes)('is refused by %s', async (file, access) => {
    const actor = allowed(mine, access.post)
    if (!actor) return
    const own = ownFields(access, mine)
    const foreign = { ...ownFields(access, theirs), ...further[file]?.(theirs) }
    for (const [name, value] of Object.entries(foreign)) {
      if (!isId.test([value].flat().join())) continue
      await refusedUnchanged(file, name, async (version) => {
        const params = access.params?.(mine) ?? {}
        // Beside it what the form needs to make sense of that one field.
        const group = /^\w+\[\d+\]/.exec(name)?.[0]
        const beside = group
          ? Object.fromEntries(
              Object.entries({ ...further[file]?.(mine) }).filter(([each]) => each !== name),
            )
          : {}
        const fresh: Fields = version ? { version: String(version) } : {}
        const fields = { ...own, ...beside, ...fresh, [name]: value }
        const query = access.query?.(mine) ?? ''
        return (await post(file, actor, { params, query, fields })).status
      })
    }
  })
})

describe('an id that the form brings for what it makes', () => {
  it('is not taken when another organisation has it', async () => {
    const of = (rows: Record<string, string[]>) =>
      Object.values(rows)
        .flat()
        .filter((line) => line.includes(theirs.people.administrator.organisationId))
    const before = of(await everyRow())
    const access = routeAccess['reviews/new.tsx']!
    const fields = { ...ownFields(access, mine), reviewId: theirs.openReviewId }
    const answer = await post('reviews/new.tsx', mine.people.manager, { fields })
    expect(answer.status).toBe(302)
    expect(answer.location).not.toContain(theirs.openReviewId)
    expect(of(await everyRow())).toEqual(before)
  })
})

describe('an id of another organisation in one part of the address', () => {
  it.each(walked)('is not found by %s', async (file, access) => {
    const own = access.params?.(mine) ?? {}
    for (const [name, value] of Object.entries(access.params?.(theirs) ?? {})) {
      if (!isId.test(value) || value === own[name]) continue
      const params = { ...own, [name]: value }
      const poster = allowed(mine, access.post)
      if (access.post && poster) {
        const fields = ownFields(access, mine)
        await refusedUnchanged(file, `post ${name}`, async () => {
          return (await post(file, poster, { params, fields })).status
        })
      }
      const reader = access.get === 'back' ? undefined : allowed(mine, access.get)
      if (access.get && reader) {
        await refusedUnchanged(file, `get ${name}`, async () => {
          return (await get(file, reader, { params })).status
        })
      }
    }
  })

  it('ends no session there, which no table above would show', async () => {
    for (const publicId of [theirs.sessionId, theirs.personSessionId]) {
      expect(await db().session.count({ where: { publicId } })).toBe(1)
    }
  })

  it('is not found either where a thing of the own organisation hangs on another one', async () => {
    const { member, administrator } = mine.people
    const elsewhere = { taskId: mine.otherTaskId, evidenceId: mine.evidenceId }
    const asks = [
      () =>
        get('tasks/evidence-file.ts', member, {
          params: { ...elsewhere, evidenceId: mine.fileId },
        }),
      () =>
        post('tasks/withdraw-evidence.ts', member, { params: elsewhere, fields: { reason: 'x' } }),
      () =>
        post('reviews/remove-decision.ts', administrator, {
          params: { reviewId: mine.reviewId, decisionId: mine.decisionId },
          fields: {},
        }),
      () =>
        post('guides/drop-item.ts', administrator, {
          params: { templateId: mine.firstTemplateId, itemId: mine.itemId },
          fields: { version: '1' },
        }),
    ]
    for (const ask of asks) {
      await refusedUnchanged('(nested)', 'address', async () => (await ask()).status)
    }
  })
})

describe('an id of another organisation in the query', () => {
  const queried = walked.filter(([, access]) => access.query)
  it.each(queried)('shows nothing of it in %s', async (file, access) => {
    const actor = allowed(mine, access.get)!
    const query = access.query!(theirs)
    const answer = await get(file, actor, { params: access.params?.(mine) ?? {}, query })
    if (answer.status === 404) return
    const shown = JSON.stringify(answer.data)
    const { organisationId } = theirs.people.administrator
    expect(shown).not.toContain(organisationId)
    for (const id of [theirs.templateId, theirs.planId, theirs.openReviewId]) {
      expect(shown).not.toContain(id)
    }
  })
})
