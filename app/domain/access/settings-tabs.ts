/**
 * Which parts of the settings somebody sees. The organisation and its owner roles are there for
 * everybody to read; permissions for administrators, mail and reminders for those who may read them.
 *
 *     settingsTabs(member) // ['organisation', 'owner-roles']
 */
import type { Actor } from '~/domain/access/actor'
import { can } from '~/domain/access/can'

export const settingsTabKeys = [
  'organisation',
  'owner-roles',
  'sign-in',
  'single-sign-on',
  'permissions',
  'mail',
  'reminders',
] as const
export type SettingsTab = (typeof settingsTabKeys)[number]

/** The tabs for this actor, in the order they are shown. */
export function settingsTabs(
  actor: Pick<Actor, 'personId' | 'organisationId' | 'permissionRole'>,
): SettingsTab[] {
  return settingsTabKeys.filter((tab) => {
    if (tab === 'permissions') return can(actor, 'organisation:edit')
    if (tab === 'mail') return can(actor, 'mail:read')
    if (tab === 'reminders') return can(actor, 'ledger:read')
    if (tab === 'sign-in') return can(actor, 'organisation:edit')
    if (tab === 'single-sign-on') return can(actor, 'organisation:edit')
    return true
  })
}
