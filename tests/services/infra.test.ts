import { describe, expect, it } from 'vitest'
import { db, transaction, database } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'
import { enqueue } from '~/infra/queue.server'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

const organisation = () => ({
  id: newId(),
  name: 'Lindenhof clinic',
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  reminderPolicy: {},
})

const jobs = async () => (await database().executeSql(`select id from pgboss.job`)).rows.length

describe('transactions', () => {
  it('keeps the change and its job together', async () => {
    const before = await jobs()
    await transaction(async (tx) => {
      await tx.organisation.create({ data: organisation() })
      await enqueue(tx, 'sweep-reminders', {})
    })
    expect(await jobs()).toBe(before + 1)
  })

  it('leaves neither after a rollback', async () => {
    const [rows, waiting] = [await db().organisation.count(), await jobs()]
    const attempt = transaction(async (tx) => {
      await tx.organisation.create({ data: organisation() })
      await enqueue(tx, 'sweep-reminders', {})
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect([await db().organisation.count(), await jobs()]).toEqual([rows, waiting])
  })

  it('refuses to rewrite an activity', async () => {
    const id = newId()
    await db().activity.create({
      data: { id, organisationId: newId(), type: 'organisation.created', payload: {} },
    })
    await expect(db().activity.update({ where: { id }, data: { type: 'x' } })).rejects.toThrow()
    await expect(db().activity.delete({ where: { id } })).rejects.toThrow()
  })
})
