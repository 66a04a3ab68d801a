import { expect, it } from 'vitest'
import { db } from '~/infra/database/database.server'
import { enterDemo } from '~/services/demo/enter-demo.server'
import { useTestDatabase } from '~tests/support/test-database'

useTestDatabase()

it('no service changes anything without a note: all that the demo clinic lived through is told', async () => {
  await enterDemo({ address: 'shell', isLocal: true, token: null })
  const told = await db().auditEntry.count({ where: { type: { not: null } } })
  expect(told).toBeGreaterThan(50)
  const untold = await db().auditEntry.findMany({ where: { type: null } })
  expect(untold.map(({ changes }) => changes)).toEqual([])
})
