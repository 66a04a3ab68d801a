import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { hashPassword } from '~/services/accounts/passwords.server'
import { createScene, type Scene } from '~tests/access/scene'
import { callRoute } from '~tests/support/call-route'
import { checkout } from '~tests/support/server-process'
import { useTestDatabase } from '~tests/support/test-database'
import { action as signIn, loader as signInPage } from '~/routes/account/sign-in'
import { get, post } from './ask'

/** Nothing that somebody puts into `to` or `returnTo` leads off this site. */
useTestDatabase()

const elsewhere = [
  'https://evil.example/',
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  '/\t/evil.example/',
  '/\n/evil.example/',
  '\t//evil.example/',
  ' //evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  'https:evil.example',
  '/%5c/evil.example\r\nSet-Cookie: a=b',
  '@evil.example',
  '',
]

const site = 'http://localhost:3000'
/** Where a browser goes that gets this as Location. */
function expectOnThisSite(location: string | null, payload: string): void {
  expect([payload, new URL(location ?? 'none:', site).origin]).toEqual([payload, site])
  expect(location).not.toMatch(/[\r\n]/)
}

let scene: Scene
beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  scene = await createScene()
}, 60_000)

describe('a way back', () => {
  it.each(elsewhere)('to %j is not taken by a form of tasks', async (returnTo) => {
    const { member, administrator } = scene.people
    const task = { taskId: scene.taskId }
    const answers = [
      await post('tasks/complete.ts', member, { params: task, fields: { returnTo } }),
      await post('tasks/link.ts', administrator, {
        params: task,
        fields: { reference: String(scene.otherReference), returnTo },
      }),
      await post('tasks/unlink.ts', administrator, {
        params: { ...task, otherTaskId: scene.otherTaskId },
        fields: { returnTo },
      }),
    ]
    for (const answer of answers) {
      if (answer.status !== 302) continue
      expectOnThisSite(answer.location, returnTo)
    }
    expect(answers.some(({ status }) => status === 302)).toBe(true)
  })

  it.each(elsewhere)('to %j is not taken after signing in', async (to) => {
    const { accountId, email } = scene.people.manager
    const password = 'a quiet lake in early autumn'
    const passwordHash = await hashPassword(password)
    await db().account.update({ where: { id: accountId }, data: { passwordHash } })
    const answer = await callRoute(signIn, { form: { email, password, to } })
    expect(answer.status).toBe(302)
    expectOnThisSite(answer.location, to)
    const query = `/sign-in?to=${encodeURIComponent(to)}`
    const page = await callRoute(signInPage, { url: query })
    expect(JSON.stringify(page.data)).not.toContain('evil')
    const signedIn = await callRoute(signInPage, { url: query, as: scene.people.member })
    if (signedIn.location) expectOnThisSite(signedIn.location, to)
  })

  it.each(elsewhere)('to %j is not taken after a proof', async (to) => {
    const query = `?to=${encodeURIComponent(to)}`
    const { leader } = scene.people
    const page = await get('account/proof.tsx', leader, { query })
    expect(JSON.stringify(page.data)).not.toContain('evil')
    // The session is fresh, so the form only carries on.
    for (const more of ['', '&again=1']) {
      const answer = await post('account/proof.tsx', leader, { query: query + more, fields: {} })
      expect([302, 307]).toContain(answer.status)
      expectOnThisSite(answer.location, to)
    }
  })

  it('is asked through safeReturnPath wherever a route reads one', () => {
    const folder = join(checkout, 'app/routes')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const careless = files.filter((name) => {
      if (!/\.tsx?$/.test(name) || name.includes('.test.')) return false
      const text = readFileSync(join(folder, name), 'utf8')
      const reads = /redirect[^(]*\([^)]*(?:returnTo|\bto\b|searchParams)/.test(text)
      return reads && !text.includes('safeReturnPath')
    })
    expect(careless).toEqual([])
  })
})
