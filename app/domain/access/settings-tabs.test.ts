import { describe, expect, it } from 'vitest'
import { permissionRoles, type PermissionRole } from '~/domain/shared/vocabulary'
import { settingsTabs, type SettingsTab } from './settings-tabs'

const actor = (permissionRole: PermissionRole) => ({
  personId: 'p1',
  organisationId: 'o1',
  permissionRole,
})

describe('settingsTabs', () => {
  it('shows kept mail to administrators only', () => {
    const readers = permissionRoles.filter((role) => settingsTabs(actor(role)).includes('mail'))
    expect(readers).toEqual(['administrator'])
  })

  it('shows permissions, sign-in and single sign-on to administrators only', () => {
    const readers = permissionRoles.filter((role) =>
      ['permissions', 'sign-in', 'single-sign-on'].some((tab) =>
        settingsTabs(actor(role)).includes(tab as SettingsTab),
      ),
    )
    expect(readers).toEqual(['administrator'])
  })

  it('shows the reminders to everybody but members', () => {
    expect(settingsTabs(actor('member'))).toEqual(['organisation', 'owner-roles'])
    expect(settingsTabs(actor('auditor'))).toEqual(['organisation', 'owner-roles', 'reminders'])
  })
})
