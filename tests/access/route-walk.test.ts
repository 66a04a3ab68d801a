import { beforeAll, describe, expect, it } from 'vitest'
import type { ActionFunctionArgs } from '@remix-run/node'
import type { Actor } from '~/domain/access/actor'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import routes from '~/routes'
import { callRoute, type Answer } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'
import { leadsBack, linkHolders, routeAccess, type RouteAccess } from './route-access'
import { createScene, type Scene } from './scene'

/**
 * Every route and resource route × every permission role × {own organisation, another organisation,
 * signed out}, with real requests. First everybody who must be refused asks everything, and nothing
 * may have changed by it; then those who may ask, the destructive routes of a noun last.
 */
useTestDatabase()

interface RouteModule {
  loader?: (args: ActionFunctionArgs) => unknown
  action?: (args: ActionFunctionArgs) => unknown
}
interface Entry {
  file: string
  children?: Entry[]
}

const modules = import.meta.glob<RouteModule>('/app/routes/**/*.{ts,tsx}')
const filesOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ file, children }) => [file, ...filesOf(children ?? [])])
const files = filesOf(routes as Entry[]).map((file) => file.replace('routes/', ''))
const walked = Object.entries(routeAccess).filter(([, access]) => !access.isOpen)
const linked = Object.entries(routeAccess).filter(([, { get, post }]) =>
  [get, post].includes(linkHolders),
)

const letters: Record<PermissionRole, string> = {
  ...{ administrator: 'A', manager: 'M', member: 'm', leader: 'l', auditor: 'a' },
}
let scene: Scene
const people = () => Object.entries(scene.people) as [PermissionRole, Actor][]

function formOf(access: RouteAccess): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(access.form?.(scene) ?? {})) {
    for (const each of [value].flat()) form.append(name, each)
  }
  return form
}

async function ask(
  file: string,
  verb: 'get' | 'post',
  as?: Actor,
  otherParams: Record<string, string> = {},
): Promise<Answer> {
  const access = routeAccess[file]!
  const { loader, action } = await modules[`/app/routes/${file}`]!()
  const route = verb === 'get' ? loader : action
  return callRoute(route!, {
    url: `/asked${access.query?.(scene) ?? ''}`,
    params: { ...access.params?.(scene), ...otherParams },
    ...(as ? { as } : {}),
    ...(verb === 'get'
      ? {}
      : access.json
        ? { json: access.json(scene) }
        : { form: formOf(access) }),
  })
}

/** What a refusal must not touch: counts and versions over everything the scene holds. */
async function state(): Promise<unknown> {
  const where = { organisationId: scene.people.administrator.organisationId }
  const sum = { _count: true, _sum: { version: true } } as const
  return Promise.all([
    db().activity.count({ where }),
    db().email.count({ where }),
    db().holiday.count({ where }),
    db().comment.count({ where }),
    db().evidence.count({ where }),
    db().taskLink.count({ where }),
    db().invitation.count({ where }),
    db().decision.count({ where }),
    db().planTemplate.aggregate({ where, ...sum }),
    db().templateItem.aggregate({ where, ...sum }),
    db().plan.aggregate({ where, ...sum }),
    db().task.aggregate({ where, ...sum }),
    db().review.aggregate({ where, ...sum }),
    db().person.aggregate({ where, ...sum }),
    db().ownerRole.aggregate({ where, ...sum }),
    db().organisation.aggregate({ _count: true, _sum: { version: true } }),
    db().identityProvider.aggregate({ where, ...sum }),
    db().externalIdentity.count(),
    db().passkey.findMany({ select: { id: true, name: true } }),
    db().authenticator.count({ where: { confirmedAt: { not: null } } }),
    db().recoveryCode.count(),
    db().contactLink.findMany({ select: { id: true, lastUsedAt: true, revokedAt: true } }),
    db().session.count({ where: { publicId: { in: [scene.sessionId, scene.personSessionId] } } }),
  ])
}

const isSignIn = ({ status, location }: Answer) =>
  status === 302 && (location ?? '').startsWith('/sign-in?')

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  scene = await createScene()
}, 60_000)

describe('the table', () => {
  it('has a line for every file of the routes, and no others', () => {
    expect(Object.keys(routeAccess).sort()).toEqual([...new Set(files)].sort())
  })

  it.each(walked)('tells of the loader and of the action of %s', async (file, access) => {
    const { loader, action } = await modules[`/app/routes/${file}`]!()
    expect([Boolean(loader), Boolean(action)]).toEqual([
      access.get !== undefined,
      access.post !== undefined,
    ])
  })
})

describe('those who may not', () => {
  let before: unknown
  beforeAll(async () => {
    before = await state()
  })

  it.each(walked)('are refused by %s', async (file, access) => {
    const met: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    const note = (who: string, answer: Answer, wanted: unknown) => {
      met[who] = typeof wanted === 'string' && isSignIn(answer) ? 'sign-in' : answer.status
      expected[who] = wanted
    }
    for (const verb of ['get', 'post'] as const) {
      const allowed = access[verb]
      if (allowed === undefined) continue
      if (allowed === leadsBack) {
        const answer = await ask(file, verb)
        expect([file, answer.status]).toEqual([file, 302])
        continue
      }
      note(`${verb}, signed out`, await ask(file, verb), verb === 'get' ? 'sign-in' : 401)
      for (const [role, actor] of people()) {
        if (allowed.includes(letters[role])) continue
        note(`${verb}, ${role}`, await ask(file, verb, actor), access.refusal?.status ?? 403)
      }
      const strangers = access.stranger?.[verb]
      if (strangers !== 'own') {
        note(`${verb}, stranger`, await ask(file, verb, scene.stranger), strangers ?? 404)
      }
    }
    expect(met).toEqual(expected)
  })

  it.each(linked)('open nothing of %s with a link that is not theirs', async (file, access) => {
    const verb = access.post === linkHolders ? 'post' : 'get'
    const { linkToken, strangerLinkToken, taskId } = scene
    const foreign: Record<string, string>[] = [{ token: 'x'.repeat(43) }, { token: '' }]
    if (file !== 'mail-links/tasks.tsx') foreign.push({ token: strangerLinkToken }, { taskId })
    for (const params of foreign) {
      expect([params, (await ask(file, verb, undefined, params)).status]).toEqual([params, 404])
    }
    // Who is signed in gains nothing by it, and a link of one organisation opens it for no other.
    const asked = await ask(file, verb, scene.people.administrator, { token: 'x'.repeat(43) })
    expect(asked.status).toBe(404)
    if (file !== 'mail-links/tasks.tsx') return
    const { data } = await ask(file, verb, scene.people.administrator, { token: strangerLinkToken })
    expect(linkToken).not.toBe(strangerLinkToken)
    expect(JSON.stringify(data)).not.toContain(scene.contactTaskId)
  })

  it('have changed nothing', async () => {
    expect(await state()).toEqual(before)
  })
})

describe('those who may', () => {
  it.each(linked)('are let through by %s with the link of their mail', async (file, access) => {
    const verb = access.post === linkHolders ? 'post' : 'get'
    expect([200, 302]).toContain((await ask(file, verb)).status)
  })

  it.each(walked)('are let through by %s', async (file, access) => {
    for (const verb of ['get', 'post'] as const) {
      const allowed = access[verb]
      if (allowed === undefined || allowed === leadsBack) continue
      let isFirst = true
      for (const [role, actor] of people()) {
        if (!allowed.includes(letters[role])) continue
        const { status } = await ask(file, verb, actor)
        const refused = isFirst || verb === 'get' ? [401, 403, 404, 500] : [401, 403, 500]
        expect([file, verb, role, refused.includes(status) ? status : 'in']).toEqual([
          ...[file, verb, role, 'in'],
        ])
        isFirst = false
      }
    }
  })
})
