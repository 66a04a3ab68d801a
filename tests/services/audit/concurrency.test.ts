import { expect, it } from 'vitest'
import type { Actor } from '~/domain/access/actor'
import { database, db, transaction } from '~/infra/database/database.server'
import { checkChain } from '~/services/audit/check-audit.server'
import { recordActivity } from '~/services/activity/record-activity.server'
import { completeTask } from '~/services/tasks/complete-task.server'
import { createOrganisation } from '~tests/factories/organisation'
import { createTasks, createTeam } from '~tests/factories/task'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const record = { type: 'settings.changed' as const, payload: { settings: ['x'] } }

async function expectWhole(organisationId: string): Promise<number> {
  const check = await checkChain(organisationId)
  expect(check.findings).toEqual([])
  const { rows } = await database().executeSql(
    `select count(*)::int as count, min(sequence)::int as first, max(sequence)::int as last
       from audit_entry where organisation_id = $1::uuid`,
    [organisationId],
  )
  expect(rows[0]).toEqual({ count: check.entryCount, first: 1, last: check.entryCount })
  return check.entryCount
}

it('keeps one chain without a gap under many writers', async () => {
  const team = await createTeam()
  const items = Array.from({ length: 40 }, (_, n) => ({ action: `Task ${n}` }))
  const { taskIds } = await createTasks(team.manager, items)
  const before = await expectWhole(team.organisationId)
  await Promise.all(taskIds.map((taskId) => completeTask(team.ina, { taskId })))
  expect(await expectWhole(team.organisationId)).toBe(before + 40)
  expect(await database().executeSql('select 1 from audit_pending')).toMatchObject({ rows: [] })
})

it('never lets two transactions over several organisations wait for each other', async () => {
  const actors: Actor[] = []
  for (let n = 0; n < 4; n += 1) actors.push((await createOrganisation()).administrator)
  const orders = Array.from({ length: 24 }, (_, n) => {
    const turned = [...actors.slice(n % 4), ...actors.slice(0, n % 4)]
    return n % 2 ? turned : turned.reverse()
  })
  await Promise.all(
    orders.map((order) =>
      transaction(async (tx) => {
        for (const actor of order) await recordActivity(tx, actor, record)
      }),
    ),
  )
  for (const { organisationId } of actors) await expectWhole(organisationId)
})

it('waits only at the end, behind whatever rows are locked before', async () => {
  const { administrator, organisationId } = await createOrganisation()
  const change = (name: string) =>
    transaction(async (tx) => {
      // The entry is told before the row is locked: were the head locked at once, this would be a circle.
      await recordActivity(tx, administrator, record)
      await tx.organisation.update({ where: { id: organisationId }, data: { name } })
      await recordActivity(tx, administrator, record)
    })
  await Promise.all(Array.from({ length: 16 }, (_, n) => change(`Clinic ${n}`)))
  expect(await db().activity.count({ where: { organisationId, type: record.type } })).toBe(32)
  await expectWhole(organisationId)
})
