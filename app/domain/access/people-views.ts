/**
 * What the pages about people show. Services fill these shapes; `may` says what the person looking
 * may do, so a page offers nothing that would be refused.
 */
import type { Absence } from '~/domain/access/absence'
import type { CalendarDate, IsoWeekday } from '~/domain/calendar/calendar-date'
import type { PageOf } from '~/domain/plans/plan-views'
import type { PermissionRole } from '~/domain/shared/vocabulary'

export const personStates = ['active', 'contact', 'invited', 'deactivated'] as const
export type PersonState = (typeof personStates)[number]
export const personStateLabel: Record<PersonState, string> = {
  active: 'Active',
  contact: 'Email only',
  invited: 'Invited',
  deactivated: 'Deactivated',
}

/** Somebody who left is that, whether or not they ever joined. */
export function personState(person: {
  joinedAt: Date | null
  deactivatedAt: Date | null
  isContact: boolean
}): PersonState {
  if (person.deactivatedAt) return 'deactivated'
  if (person.isContact) return 'contact'
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

/** Somebody who was invited and has not joined yet. */
export interface WaitingInvitation {
  id: string
  name: string
  email: string
  permissionRole: PermissionRole
  sentAt: Date
  expiresAt: Date
  state: 'open' | 'expired' | 'withdrawn'
}

export interface InvitationList extends PageOf<WaitingInvitation> {
  timeZoneShown: string
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
  /** Days out of office, now or to come. */
  absence: Absence
  /** Today by the organisation's calendar. */
  today: CalendarDate
  /** Who is asked for each of their owner roles, while they are away. */
  standIns: { ownerRoleName: string; askedName: string | null }[]
  workingDays: IsoWeekday[]
  organisationWorkingDays: IsoWeekday[]
  dateLanguage: string | null
  openTaskCount: number
  overdueTaskCount: number
  version: number
  /** The zone that moments on the page are shown in. */
  timeZoneShown: string
  grantableRoles: PermissionRole[]
  may: {
    edit: boolean
    changeRole: boolean
    invite: boolean
    deactivate: boolean
    endSessions: boolean
    setAbsence: boolean
  }
}
