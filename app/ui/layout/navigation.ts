/** The main navigation: what there is, in order. The shell shows the part it is asked for. */
import {
  auditPath,
  dashboardPath,
  guidesPath,
  peoplePath,
  plansPath,
  reviewsPath,
  settingsPath,
  tasksPath,
} from '~/domain/shared/paths'
import type { IconName } from '../primitives/icon'

export const navigationKeys = [
  'tasks',
  'plans',
  'guides',
  'dashboard',
  'reviews',
  'audit',
  'people',
  'settings',
] as const
export type NavigationKey = (typeof navigationKeys)[number]

interface NavigationItem {
  label: string
  to: string
  icon: IconName
}

export const navigationItems: Readonly<Record<NavigationKey, NavigationItem>> = {
  tasks: { label: 'My tasks', to: tasksPath(), icon: 'tasks' },
  plans: { label: 'Plans', to: plansPath(), icon: 'plan' },
  guides: { label: 'Guides', to: guidesPath(), icon: 'book' },
  dashboard: { label: 'Dashboard', to: dashboardPath(), icon: 'chart' },
  reviews: { label: 'Reviews', to: reviewsPath(), icon: 'review' },
  audit: { label: 'Audit log', to: auditPath(), icon: 'shield' },
  people: { label: 'People', to: peoplePath(), icon: 'people' },
  settings: { label: 'Settings', to: settingsPath(), icon: 'settings' },
}

/** Whether a page lies in a part: `/plans/7/dates` is in `/plans`. */
export function isWithin(pathname: string, to: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`)
}
