import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import * as check from '~/routes/audit/check'
import * as exportRoute from '~/routes/audit/export'
import * as hold from '~/routes/audit/hold'
import * as page from '~/routes/audit/index'
import * as lift from '~/routes/audit/lift-hold'
import * as retention from '~/routes/audit/retention'
import * as evidenceFile from '~/routes/tasks/evidence-file'
import { beginSession } from '~/services/accounts/sessions.server'
import { addEvidence } from '~/services/tasks/add-evidence.server'
import { createTasks, createTeam, type Team } from '~tests/factories/task'
import { callRoute } from '~tests/support/call-route'
import { useTestDatabase } from '~tests/support/test-database'

const directory = mkdtempSync(join(tmpdir(), 'wardround-audit-'))
process.env.DATA_DIR = directory
afterAll(() => rmSync(directory, { recursive: true, force: true }))

useTestDatabase()

let team: Team
let stranger: Team
let taskId: string

beforeAll(async () => {
  team = await createTeam()
  stranger = await createTeam()
  taskId = (await createTasks(team.manager, [{ action: 'Lock up' }])).taskIds[0]!
})

const count = (type: string) =>
  db().activity.count({ where: { organisationId: team.organisationId, type } })

describe('the page', () => {
  it('answers those who oversee, refuses others, and sends strangers to sign in', async () => {
    for (const as of [team.administrator, team.manager, team.leader, team.auditor]) {
      expect((await callRoute(page.loader, { url: '/audit', as })).status).toBe(200)
    }
    expect((await callRoute(page.loader, { url: '/audit', as: team.ina })).status).toBe(403)
    const signedOut = await callRoute(page.loader, { url: '/audit?noun=task' })
    expect(signedOut.location).toBe('/sign-in?to=%2Faudit%3Fnoun%3Dtask')
  })

  it.each([
    'before=-1',
    'before=1e99',
    'after=x',
    'person=1%27',
    'from=2026-02-31',
    'noun=__proto__',
  ])('takes %s for nothing', async (query) => {
    const { status, data } = await callRoute(page.loader, {
      url: `/audit?${query}`,
      as: team.auditor,
    })
    expect(status).toBe(200)
    expect(data).toMatchObject({ isNarrowed: false, audit: { newerThan: null } })
  })
})

describe('the export', () => {
  it('is a file to save, written down once', async () => {
    const before = await count('audit.exported')
    for (const [format, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json'],
    ]) {
      const { status, headers } = await callRoute(exportRoute.loader, {
        url: `/audit/export?format=${format}`,
        as: team.auditor,
      })
      expect(status).toBe(200)
      expect(headers.get('Content-Type')).toBe(type)
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="audit-log-/)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Cache-Control')).toBe('private, no-store')
    }
    expect(await count('audit.exported')).toBe(before + 2)
  })

  it('is refused to members, and leads a session that proved itself long ago to the proof', async () => {
    const before = await count('audit.exported')
    const url = '/audit/export'
    expect((await callRoute(exportRoute.loader, { url, as: team.ina })).status).toBe(403)
    const cookie = (
      await beginSession(team.auditor.accountId, team.organisationId, {
        method: 'password',
        visitor: { address: '127.0.0.1', userAgent: 'tests' },
      })
    ).split(';')[0]!
    await db().session.updateMany({
      where: { accountId: team.auditor.accountId },
      data: { provedAt: new Date(now().getTime() - 16 * 60_000) },
    })
    const narrowed = `${url}?format=csv&noun=task`
    const asked = await callRoute(exportRoute.loader, { url: narrowed, cookie })
    expect(asked.location).toBe(`/account/proof?to=${encodeURIComponent('/audit?noun=task')}`)
    expect(await count('audit.exported')).toBe(before)
  })
})

describe('questions about a file (HEAD)', () => {
  const head = async (loader: typeof exportRoute.loader, url: string, params = {}) => {
    const cookie = (
      await beginSession(team.auditor.accountId, team.organisationId, {
        method: 'password',
        visitor: { address: '127.0.0.1', userAgent: 'tests' },
      })
    ).split(';')[0]!
    const request = new Request(`http://localhost:3000${url}`, {
      method: 'HEAD',
      headers: { Cookie: cookie },
    })
    const { withRequestContext } = await import('~/http/request-context.server')
    const context = { address: '127.0.0.1', userAgent: 'tests', isLocal: true, cspNonce: '' }
    return withRequestContext(context, () => loader({ request, params, context: {} }))
  }

  it('neither read nor export', async () => {
    const evidenceId = await addEvidence(team.ina, {
      taskId,
      kind: 'file',
      fileName: 'scan.pdf',
      bytes: new TextEncoder().encode('%PDF scan'),
    })
    const before = [await count('evidence.read'), await count('audit.exported')]
    const params = { taskId, evidenceId }
    const file = await head(evidenceFile.loader, `/tasks/${taskId}/evidence/x`, params)
    expect([file.status, file.headers.get('Content-Length')]).toEqual([200, '9'])
    expect(file.body).toBeNull()
    expect((await head(exportRoute.loader, '/audit/export')).body).toBeNull()
    expect([await count('evidence.read'), await count('audit.exported')]).toEqual(before)
    const read = await callRoute(evidenceFile.loader, { params, as: team.auditor })
    expect(read.status).toBe(200)
    expect(await count('evidence.read')).toBe(before[0]! + 1)
  })
})

describe('checking', () => {
  it('says that the log is whole, with the head to note down', async () => {
    const { data } = await callRoute(check.action, { form: {}, as: team.auditor })
    expect(data).toMatchObject({
      isWhole: true,
      findings: [],
      head: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    })
  })

  it('is for those who oversee', async () => {
    expect((await callRoute(check.loader, { as: team.ina })).status).toBe(403)
    expect((await callRoute(check.action, { form: {}, as: team.ina })).status).toBe(403)
    expect((await callRoute(check.action, { form: {} })).status).toBe(401)
  })
})

describe('keeping', () => {
  const held = async () =>
    (await db().organisation.findUniqueOrThrow({ where: { id: team.organisationId } })).legalHoldAt

  it('refuses less than six years beside the field', async () => {
    const { status, data } = await callRoute(retention.action, {
      form: { years: '2', version: '1' },
      as: team.administrator,
    })
    expect(status).toBe(400)
    expect(JSON.stringify(data)).toContain('at least 6 years')
  })

  it('holds and lets go, for administrators', async () => {
    const form = { reason: 'Inquiry' }
    for (const route of [hold, lift]) {
      for (const as of [team.manager, team.auditor, team.ina]) {
        expect((await callRoute(route.action, { form, as })).status).toBe(403)
      }
      expect((await callRoute(route.action, { form })).status).toBe(401)
    }
    expect(await held()).toBeNull()
    const empty = await callRoute(hold.action, { form: { reason: ' ' }, as: team.administrator })
    expect(empty.status).toBe(400)
    const placed = await callRoute(hold.action, { form, as: team.administrator })
    expect(placed.location).toBe('/audit/retention')
    expect(await held()).not.toBeNull()
    await callRoute(lift.action, { form, as: stranger.administrator })
    expect(await held()).not.toBeNull()
    await callRoute(lift.action, { form, as: team.administrator })
    expect(await held()).toBeNull()
  })

  it('takes no field that its form does not have', async () => {
    await callRoute(hold.action, {
      form: { reason: 'Inquiry', legalHoldById: team.auditor.personId, auditRetentionYears: '30' },
      as: team.administrator,
    })
    const row = await db().organisation.findUniqueOrThrow({ where: { id: team.organisationId } })
    expect(row).toMatchObject({
      auditRetentionYears: 6,
      legalHoldById: team.administrator.personId,
    })
  })
})
