/** What the pages about one's own account show. */
import type { IsoWeekday } from '~/domain/calendar/calendar-date'
import type { AccountFactors } from '~/domain/access/proof-ways'
import type { DemandGroup } from '~/domain/access/sign-in-policy-words'
import type { SecondFactorDuty } from '~/domain/access/sign-in-policy'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { PermissionRole } from '~/domain/shared/vocabulary'

/** One session of the account, in words. */
export interface SessionListItem {
  /** The public id. */
  id: string
  /** "Chrome on Windows". */
  device: string
  address: string
  /** How its person signed in. */
  method: string
  organisationName: string
  createdAt: Date
  lastUsedAt: Date
  isThis: boolean
}

export interface AccountPage extends AccountFactors {
  name: string
  email: string
  timeZone: string | null
  organisationTimeZone: string
  workingDays: IsoWeekday[]
  organisationWorkingDays: IsoWeekday[]
  dateLanguage: string | null
  passwordChangedAt: Date | null
  authenticatorAddedAt: Date | null
  recoveryCodesLeft: number
  sessions: SessionListItem[]
  /** Off for a session of single sign-on: the account's sign-in is out of its reach. */
  isAccountWide: boolean
  duty: SecondFactorDuty
  /** The zone that moments are shown in. */
  timeZoneShown: string
}

/** Somebody in the preview of the sign-in settings. */
export interface FactorListItem {
  id: string
  name: string
  permissionRole: PermissionRole
  /** "Authenticator app", "2 passkeys"; null without a second factor. */
  factors: string | null
  /** Signs in through the organisation's provider, which answers for the second factor. */
  hasSingleSignOn: boolean
}

export interface SignInSettings {
  secondFactorFor: DemandGroup
  secondFactorFrom: CalendarDate | null
  singleSignOnFor: DemandGroup
  singleSignOnFrom: CalendarDate | null
  idleMinutes: number
  absoluteMinutes: number
  version: number
  today: CalendarDate
  /** Without a provider nobody could sign in by one. */
  hasProvider: boolean
  /** Everybody who can sign in; those without a second factor first. */
  people: FactorListItem[]
  withoutFactorCount: number
}
