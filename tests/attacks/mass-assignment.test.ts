import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { setClock } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { createScene, type Scene } from '~tests/access/scene'
import { createPerson } from '~tests/factories/organisation'
import { checkout } from '~tests/support/server-process'
import { useTestDatabase } from '~tests/support/test-database'
import { allowed, everyRow, formRoutes, linkRoutes, ownFields, post, type Fields } from './ask'

/**
 * Every form of the product sent by somebody who may, with a field for each column of the database
 * that no form may set: who, when, whose, which number, in which state. The values are marked, and
 * afterwards no row anywhere may have one.
 */
useTestDatabase()

let scene: Scene
let scapegoat: Actor
const instant = '1999-09-09T09:09:09.000Z'
const number = 424242
const words = 'assigned-from-outside'

/**
 * Columns that forms have fields for; another organisation's ids in these are tried in ids.test.ts.
 * `reviewId` is what makes a form of a new review that is sent twice one review.
 */
const chosenByPeople =
  /^(assigneeId|holderId|backupId|chairId|attendeeIds|ownerPersonId|planId|templateId|successorId|ownerRoleId|previousId|taskId|reviewId|sinceOn|fromOn|untilOn|dueOn|startsOn|scheduledOn|onDate)$/

/** Columns of the schema with a marked value of their type. */
function privileged(): Fields {
  const schema = readFileSync(join(checkout, 'prisma/schema.prisma'), 'utf8')
  const fields: Record<string, string> = {}
  for (const [, name = '', type = ''] of schema.matchAll(/^ {2}(\w+) +(\w+)\??(?:\[\])? /gm)) {
    if (chosenByPeople.test(name)) continue
    if (name === 'accountId') fields[name] = scapegoat.accountId
    else if (name === 'organisationId') fields[name] = scene.stranger.organisationId
    else if (/(Id|ById)$/.test(name) || name === 'id') fields[name] = scapegoat.personId
    else if (type === 'DateTime' && name.endsWith('At')) fields[name] = instant
    else if (type === 'DateTime') fields[name] = '1999-09-09'
    else if (/^(reference|position|bytes|fileBytes|number|sequence|attempts)$/.test(name))
      fields[name] = String(number)
    else if (/(hash|sha256|secret|state|dedupeKey|storedPath|key)$/i.test(name))
      fields[name] = words
  }
  return {
    ...fields,
    ...{ permissionRole: 'administrator', isDemo: 'on', isContact: 'on', seesAllPlans: 'on' },
    ...{ 'person.permissionRole': 'administrator', 'actor.permissionRole': 'administrator' },
    ...{ allowsOrganisations: 'on', passwordHash: words, isAccountWide: 'on' },
  }
}

beforeAll(async () => {
  setClock(new Date('2026-11-23T08:00:00Z'))
  scene = await createScene()
  const { organisationId } = scene.people.administrator
  scapegoat = await createPerson({ organisationId, name: 'Sam Scapegoat' })
}, 60_000)

describe('an extra field in a form', () => {
  let strangersBefore: string[]
  const strangers = async () => {
    const rows = Object.values(await everyRow()).flat()
    return rows.filter((line) => line.includes(scene.stranger.organisationId))
  }
  let administratorsBefore: string[]
  const administrators = async () => {
    const found = await db().person.findMany({ where: { permissionRole: 'administrator' } })
    return found.map(({ id }) => id).sort()
  }

  beforeAll(async () => {
    strangersBefore = await strangers()
    administratorsBefore = await administrators()
    expect(Object.keys(privileged()).length).toBeGreaterThan(40)
  })

  it.each(formRoutes)('is nothing to %s', async (file, access) => {
    const actor = allowed(scene, access.post)
    if (!actor) return
    const own = ownFields(access, scene)
    const params = access.params?.(scene) ?? {}
    const query = access.query?.(scene) ?? ''
    const answer = await post(file, actor, { params, query, fields: { ...privileged(), ...own } })
    // The form is taken or refused for its own sake, as without the extra fields.
    expect([file, answer.status]).not.toEqual([file, 500])
    expect([200, 302, 400, 409]).toContain(answer.status)
  })

  it.each(linkRoutes)('is nothing to %s', async (file, access) => {
    const fields = { ...privileged(), ...ownFields(access, scene) }
    const answer = await post(file, null, { params: access.params?.(scene) ?? {}, fields })
    expect([file, answer.status]).toEqual([file, 302])
  })

  it('is in no row of any table afterwards', async () => {
    const rows = await everyRow()
    const mark = new RegExp(
      [words, '1999-09-09', `\\b${number}\\b`, scapegoat.personId, scapegoat.accountId].join('|'),
    )
    const marked = Object.entries(rows).flatMap(([table, lines]) =>
      lines.filter((line) => mark.test(line)).map((line) => `${table}: ${line}`),
    )
    // The scapegoat's own account and person, as they were made, and the audit log's entry of that.
    const own = marked.filter((line) => line.includes('Sam Scapegoat'))
    const tables = own.map((line) => line.split(':')[0])
    expect(tables).toEqual(['account', 'audit_entry', 'person'])
    expect(marked.filter((line) => !own.includes(line))).toEqual([])
  })

  it('made nobody an administrator, nothing a demo, and left the other organisation alone', async () => {
    expect(await administrators()).toEqual(administratorsBefore)
    const { isDemo } = await db()
      .person.findFirstOrThrow({})
      .then(() => ({ isDemo: false }))
    expect(isDemo).toBe(false)
    expect(await strangers()).toEqual(strangersBefore)
  })
})
