import { expect, it } from 'vitest'
import { permissionRoles } from '~/domain/shared/vocabulary'
import { can } from './can'
import { allowanceLabel, describeMatrix } from './describe-matrix'
import { permissions } from './matrix'

const rows = describeMatrix().flatMap((group) => group.rows)

it('shows every permission once, under a heading', () => {
  expect(rows.map(({ permission }) => permission).sort()).toEqual([...permissions].sort())
  for (const { label, rows: within } of describeMatrix()) {
    expect(label).toMatch(/^[A-Z]/)
    expect(within.length).toBeGreaterThan(0)
  }
})

it('says of every role what `can` answers', () => {
  for (const { permission, cells } of rows) {
    for (const permissionRole of permissionRoles) {
      const actor = { personId: 'p', organisationId: 'o', permissionRole }
      const own = { organisationId: 'o', responsibleId: 'p', chairId: 'p' }
      const others = { organisationId: 'o', responsibleId: 'q', chairId: 'q' }
      const expected = can(actor, permission, others)
        ? 'all'
        : can(actor, permission, own)
          ? 'own'
          : 'none'
      expect([permission, permissionRole, cells[permissionRole]]).toEqual([
        permission,
        permissionRole,
        expected,
      ])
    }
  }
})

it('lets leaders and auditors change nothing but a review’s sign-off', () => {
  const isReading = (permission: string) => /:read$/.test(permission)
  for (const { permission, cells } of rows) {
    // Their own days away are theirs to say.
    if (isReading(permission) || permission === 'review:sign' || permission === 'person:absence') {
      continue
    }
    expect([permission, cells.leader, cells.auditor]).toEqual([permission, 'none', 'none'])
  }
  expect(rows.find(({ permission }) => permission === 'review:sign')!.cells.auditor).toBe('none')
})

it('has a word for every allowance', () => {
  expect(new Set(Object.values(allowanceLabel)).size).toBe(3)
})
