import type { SettingsTab } from '~/domain/access/settings-tabs'
import {
  identityProvidersPath,
  mailPath,
  ownerRolesPath,
  permissionsPath,
  remindersPath,
  settingsPath,
  signInSettingsPath,
} from '~/domain/shared/paths'
import { Tabs } from '../primitives/link-groups'

const tabLook: Readonly<Record<SettingsTab, { label: string; to: string }>> = {
  organisation: { label: 'Organisation', to: settingsPath() },
  'owner-roles': { label: 'Owner roles', to: ownerRolesPath() },
  permissions: { label: 'Permissions', to: permissionsPath() },
  mail: { label: 'Mail', to: mailPath() },
  reminders: { label: 'Reminders', to: remindersPath() },
  'sign-in': { label: 'Sign-in', to: signInSettingsPath() },
  'single-sign-on': { label: 'Single sign-on', to: identityProvidersPath() },
}

interface SettingsNavigationProps {
  /** From `settingsTabs(actor)`. */
  tabs: readonly SettingsTab[]
  current: SettingsTab
}

/** The parts of the settings; stands under the page's head on each of them. */
export function SettingsNavigation({ tabs, current }: SettingsNavigationProps) {
  const options = tabs.map((tab) => ({ ...tabLook[tab], isCurrent: tab === current }))
  return <Tabs label="Settings" options={options} />
}
