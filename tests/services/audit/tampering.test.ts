import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database, transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { checkChain, type AuditCheck } from '~/services/audit/check-audit.server'
import { recordActivity } from '~/services/activity/record-activity.server'
import { createOrganisation } from '~tests/factories/organisation'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const tables = ['audit_entry', 'audit_head', 'activity']
const sql = (text: string, values: unknown[] = []) => database().executeSql(text, values)

/** Somebody who owns the database: the triggers do not stop them. */
async function withoutTriggers(...statements: string[]): Promise<void> {
  for (const table of tables) await sql(`alter table ${table} disable trigger all`)
  try {
    for (const statement of statements)
      await sql(statement.replaceAll('$org', `'${organisationId}'`))
  } finally {
    for (const table of tables) await sql(`alter table ${table} enable trigger all`)
  }
}

let organisationId: string
let whole: AuditCheck

beforeEach(async () => {
  const { administrator } = await createOrganisation()
  organisationId = administrator.organisationId
  for (let n = 1; n <= 8; n += 1) {
    await transaction((tx) =>
      recordActivity(tx, administrator, {
        type: 'settings.changed',
        payload: { settings: [`Setting ${n}`] },
      }),
    )
  }
  whole = await checkChain(organisationId)
  expect(whole).toMatchObject({ isWhole: true, findings: [] })
})

afterEach(async () => {
  const other = await createOrganisation()
  expect(await checkChain(other.organisationId)).toMatchObject({ isWhole: true })
})

const of = `organisation_id = $org`
const activityOf = (n: number) =>
  `(select activity_id from audit_entry where ${of} and sequence = ${n})`

describe('what somebody with the database did is found and named', () => {
  it.each<[string, string[], RegExp[]]>([
    [
      'who did it',
      [`update audit_entry set person_id = null where ${of} and sequence = 4`],
      [/Entry 4 of .* changed/],
    ],
    [
      'from where, in the entry and its activity alike',
      [
        `update audit_entry set address = '192.0.2.1' where ${of} and sequence = 4`,
        `update activity set address = '192.0.2.1' where id = ${activityOf(4)}`,
      ],
      [/Entry 4 of .* changed/],
    ],
    [
      'what happened, in the activity',
      [`update activity set payload = '{"settings": ["Nothing"]}' where id = ${activityOf(5)}`],
      [/Entry 5 of .* changed.*it says now: .* changed the settings: Nothing/],
    ],
    [
      'when',
      [`update activity set at = at - interval '1 day' where id = ${activityOf(5)}`],
      [/Entry 5 of .* changed/],
    ],
    [
      'what changed',
      [`update audit_entry set changes = '[]' where ${of} and sequence = 1`],
      [/Entry 1 of .* changed/],
    ],
    [
      'a removed activity',
      [`delete from activity where id = ${activityOf(6)}`],
      [/Entry 6 of .* changed/],
    ],
    [
      'removed entries',
      [`delete from audit_entry where ${of} and sequence in (3, 4)`],
      [/Entries 3 to 4 are missing, between/, /^The activity .* in no entry/],
    ],
    [
      'the newest entries removed, with their activities',
      [
        `delete from activity where id in (select activity_id from audit_entry where ${of} and sequence > 7)`,
        `delete from audit_entry where ${of} and sequence > 7`,
      ],
      [/Entries 8 to 9 are missing at the end/],
    ],
    [
      'the oldest entries removed and the beginning moved',
      [
        `update audit_head h set anchor_sequence = 2, anchor_hash = e.hash from audit_entry e
          where h.${of} and e.organisation_id = h.organisation_id and e.sequence = 2`,
        `delete from activity where id in (select activity_id from audit_entry where ${of} and sequence <= 2)`,
        `delete from audit_entry where ${of} and sequence <= 2`,
      ],
      [/Entries 1 to 2 are missing/],
    ],
    [
      'an entry put in between',
      [
        `update audit_entry set sequence = sequence + 1000 where ${of} and sequence > 4`,
        `update audit_entry set sequence = sequence - 999 where ${of} and sequence > 1000`,
        `insert into audit_entry select organisation_id, 5, at, null, null, noun, person_id, null, null, null, null,
           null, null, null, previous_hash, hash from audit_entry where ${of} and sequence = 4`,
        `update audit_head set sequence = sequence + 1 where ${of}`,
      ],
      [/Entry 5 of .* inserted/, /Entries 6 to 10 stand under another number/],
    ],
    [
      'an entry put behind the end',
      [
        `insert into audit_entry select organisation_id, 10, at, null, null, noun, person_id, null, null, null, null,
           null, null, null, hash, hash from audit_entry where ${of} and sequence = 9`,
      ],
      [/Entry 10 of .* inserted/],
    ],
    [
      'two entries swapped',
      [
        `update audit_entry set sequence = 1000 where ${of} and sequence = 3`,
        `update audit_entry set sequence = 3 where ${of} and sequence = 6`,
        `update audit_entry set sequence = 6 where ${of} and sequence = 1000`,
      ],
      [/Entry 3 /, /Entry 6 /],
    ],
    [
      'an activity slipped past the log',
      [
        `insert into activity (id, organisation_id, type, payload) values ('${newId()}', $org, 'settings.changed', '{"settings": ["x"]}')`,
      ],
      [/^The activity .* was inserted/],
    ],
    [
      'the head removed',
      [`delete from audit_head where ${of}`],
      [/^The head of the audit log is missing/, /inserted/],
    ],
    [
      'the head set back',
      [`update audit_head set sequence = 5 where ${of}`],
      [/Entries 6 to 9 .*inserted/],
    ],
  ])('%s', async (_what, statements, expected) => {
    await withoutTriggers(...statements)
    const { findings, isWhole } = await checkChain(organisationId)
    expect(isWhole).toBe(false)
    for (const pattern of expected) {
      expect(
        findings.filter((line) => pattern.test(line)),
        findings.join('\n'),
      ).not.toEqual([])
    }
  })

  it('a log written anew to the end, by a head noted earlier', async () => {
    const text = 'audit_text(e, (select payload from activity where id = e.activity_id))'
    await withoutTriggers(
      `update audit_entry set address = '192.0.2.1' where ${of} and sequence = 5`,
      `update activity set address = '192.0.2.1' where id = ${activityOf(5)}`,
      ...[5, 6, 7, 8, 9].flatMap((n) => [
        `update audit_entry e set hash = sha256(convert_to(${text}, 'UTF8')) where ${of} and sequence = ${n}`,
        `update audit_entry set previous_hash = (select hash from audit_entry where ${of} and sequence = ${n})
          where ${of} and sequence = ${n + 1}`,
      ]),
      `update audit_head set hash = (select hash from audit_entry where ${of} and sequence = 9) where ${of}`,
    )
    expect((await checkChain(organisationId)).findings).toEqual([])
    const { findings } = await checkChain(organisationId, whole.head)
    expect(findings).toEqual([expect.stringMatching(/^Entry 9 of .* was changed/)])
  })
})
