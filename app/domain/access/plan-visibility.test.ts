import { expect, it } from 'vitest'
import { permissionRoles } from '~/domain/shared/vocabulary'
import { seesAllPlans } from './plan-visibility'

it('keeps plans from members who have no part in them, unless the organisation opens all', () => {
  const all = (isPlansOpen: boolean) =>
    permissionRoles.filter((role) => seesAllPlans(role, { isPlansOpen }))
  expect(all(false)).toEqual(['administrator', 'manager', 'leader', 'auditor'])
  expect(all(true)).toEqual([...permissionRoles])
})
