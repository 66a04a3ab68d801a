/**
 * What the pages about people show. Services fill these shapes; `may` says what the person looking
 * may do, so a page offers nothing that would be refused.
 */
import type { PageOf, PersonChoice } from '~/domain/plans/plan-views'
import type { PermissionRole } from '~/domain/shared/vocabulary'

export const personStates = ['active', 'invited', 'deactivated'] as const
export type PersonState = (typeof personStates)[number]
export const personStateLabel: Record<PersonState, string> = {
  active: 'Active',
  invited: 'Invited',
  deactivated: 'Deactivated',
}

/** Somebody who left is that, whether or not they ever joined. */
export function personState(person: {
  joinedAt: Date | null
  deactivatedAt: Date | null
}): PersonState {
  if (person.deactivatedAt) return 'deactivated'
  return person.joinedAt ? 'active' : 'invited'
}

export interface PersonListItem {
  id: string
  name: string
  email: string
  permissionRole: PermissionRole
  state: PersonState
  ownerRoleNames: string[]
  /** Unfinished tasks that they answer for. */
  openTaskCount: number
  overdueTaskCount: number
}

export interface PeopleList extends PageOf<PersonListItem> {
  may: { invite: boolean }
}

export interface PersonView {
  id: string
  name: string
  email: string
  permissionRole: PermissionRole
  timeZone: string | null
  organisationTimeZone: string
  state: PersonState
  joinedAt: Date | null
  deactivatedAt: Date | null
  /** The newest invitation of somebody who has not joined. */
  invitation: { sentAt: Date; expiresAt: Date; state: 'open' | 'expired' | 'withdrawn' } | null
  ownerRoles: { id: string; name: string; as: 'holder' | 'backup' }[]
  openTaskCount: number
  overdueTaskCount: number
  version: number
  /** The zone that moments on the page are shown in. */
  timeZoneShown: string
  grantableRoles: PermissionRole[]
  may: { edit: boolean; changeRole: boolean; invite: boolean; deactivate: boolean }
}

/** What somebody leaves behind, before they are deactivated. */
export interface DeactivationView {
  id: string
  name: string
  version: number
  /** Why it cannot be done, as a sentence; null when it can. */
  obstacle: string | null
  ownerRoles: { id: string; name: string; as: 'holder' | 'backup'; otherName: string | null }[]
  /** Unfinished tasks given to them personally, and those that are theirs through an owner role. */
  personalTaskCount: number
  roleTaskCount: number
  /** Reviews to come that they chair. */
  chairedReviews: { id: string; title: string }[]
  successors: PersonChoice[]
}
