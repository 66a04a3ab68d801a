import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Forbidden } from '~/domain/shared/errors'
import { permissionRoles, type PermissionRole } from '~/domain/shared/vocabulary'
import { can, canHoldTasks, ensureCan, grantableRoles } from '~/domain/access/can'
import { matrix, permissions, type Permission } from '~/domain/access/matrix'

const actor = (permissionRole: PermissionRole) => ({
  personId: 'tom',
  organisationId: 'o1',
  permissionRole,
})
const here = { organisationId: 'o1' }

/** What each role may do with something of the organisation that is not its own. */
const expected: Record<Permission, string> = {
  'guide:read': 'administrator manager member leader auditor',
  'guide:import': 'administrator manager',
  'plan:read': 'administrator manager member leader auditor',
  'plan:start': 'administrator manager',
  'plan:launch': 'administrator manager',
  'plan:cancel': 'administrator manager',
  'task:read': 'administrator manager member leader auditor',
  'task:work': 'administrator manager',
  'task:assign': 'administrator manager',
  'task:edit': 'administrator manager',
  'task:cancel': 'administrator manager',
  'dashboard:read': 'administrator manager member leader auditor',
  'review:read': 'administrator manager member leader auditor',
  'review:manage': 'administrator manager',
  'review:sign': 'administrator leader',
  'person:read': 'administrator manager member leader auditor',
  'person:invite': 'administrator manager',
  'person:absence': 'administrator manager',
  'person:manage': 'administrator',
  'organisation:edit': 'administrator',
  'owner-role:edit': 'administrator manager',
  'mail:read': 'administrator',
  'ledger:read': 'administrator manager leader auditor',
  'audit:read': 'administrator manager leader auditor',
  'audit:manage': 'administrator',
  'export:read': 'administrator manager leader auditor',
}

describe('can', () => {
  it.each(permissions)('%s', (permission) => {
    const allowed = permissionRoles.filter((role) => can(actor(role), permission, here))
    expect(allowed.join(' ')).toBe(expected[permission])
  })

  it.each<[PermissionRole, boolean, boolean]>([
    ['administrator', true, true],
    ['manager', true, true],
    ['member', true, false],
    ['leader', false, false],
    ['auditor', false, false],
  ])('a %s works on their own task: %s; on any: %s', (role, own, any) => {
    expect(can(actor(role), 'task:work', { ...here, responsibleId: 'tom' })).toBe(own)
    expect(can(actor(role), 'task:work', { ...here, responsibleId: 'ana' })).toBe(any)
    expect(can(actor(role), 'task:work', { ...here, responsibleId: null })).toBe(any)
    expect(can(actor(role), 'task:work')).toBe(any)
    expect(canHoldTasks(role)).toBe(own)
  })

  it.each<[PermissionRole, boolean]>([
    ['administrator', true],
    ['manager', true],
    ['member', true],
    ['leader', true],
    ['auditor', false],
  ])('a %s who chairs a review signs it: %s', (role, signs) => {
    expect(can(actor(role), 'review:sign', { ...here, chairId: 'tom' })).toBe(signs)
  })

  it('never reaches into another organisation, whatever the role', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...permissionRoles),
        fc.constantFrom(...permissions),
        fc.string().filter((id) => id !== 'o1'),
        (role, permission, organisationId) => {
          const theirs = { organisationId, responsibleId: 'tom', chairId: 'tom' }
          expect(can(actor(role), permission, theirs)).toBe(false)
        },
      ),
    )
  })

  it('lets auditors change nothing', () => {
    const own = { ...here, responsibleId: 'tom', chairId: 'tom' }
    const changing = permissions.filter((permission) => !permission.endsWith(':read'))
    expect(changing.filter((permission) => can(actor('auditor'), permission, own))).toEqual([])
  })

  it('knows no permission that is not in the table', () => {
    // @ts-expect-error there is no such permission
    expect(() => can(actor('administrator'), 'task:frobnicate')).toThrow(TypeError)
  })
})

describe('ensureCan', () => {
  it('throws Forbidden that says what and whom to ask', () => {
    expect(() => ensureCan(actor('manager'), 'plan:launch', here)).not.toThrow()
    expect(() => ensureCan(actor('auditor'), 'plan:launch', here)).toThrow(Forbidden)
    expect(() => ensureCan(actor('auditor'), 'plan:launch', here)).toThrow(/launch plans/)
    expect(() => ensureCan(actor('member'), 'task:work', here)).toThrow(/a task you answer for/)
  })
})

describe('grantableRoles', () => {
  it('makes administrators of administrators only', () => {
    expect(grantableRoles(actor('administrator'))).toEqual(permissionRoles)
    expect(grantableRoles(actor('manager'))).toEqual(['manager', 'member', 'leader', 'auditor'])
    for (const role of ['member', 'leader', 'auditor'] as const) {
      expect(grantableRoles(actor(role))).toEqual([])
    }
  })
})

it('labels every permission', () => {
  for (const permission of permissions) expect(matrix[permission].label).toMatch(/^[A-Z].{4,}/)
})
