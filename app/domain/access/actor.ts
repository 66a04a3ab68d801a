/**
 * Who is asking: one person of one organisation, signed in. Doors build it from the session and
 * every service takes it as the first argument; no rule reads a session or a cookie.
 *
 *     const maya: Actor = { personId: 'p1', organisationId: 'o1', permissionRole: 'manager', … }
 */
import type { PermissionRole } from '~/domain/shared/vocabulary'

/** By which way somebody came: the browser, a link in a contact's mail, a shell on the server, or nobody but the clock. */
export type Way = 'browser' | 'mail-link' | 'shell' | 'clock'

/** From where somebody acts, for the audit log. */
export interface Origin {
  way: Way
  /** The network address; null where there is none. */
  address: string | null
  /** The session's public id; null without a session. */
  sessionId: string | null
}

export interface Actor {
  /** The sign-in, which may belong to people in several organisations. */
  accountId: string
  personId: string
  organisationId: string
  name: string
  email: string
  permissionRole: PermissionRole
  /** The person's own zone, or the organisation's where they set none. */
  timeZone: string
  /** Whether plans they have no part in are there for them; see `plan-visibility`. */
  seesAllPlans: boolean
  /** The language that dates are written in for them; English where nothing is set. */
  dateLanguage?: string | null
  /** Signed in to a demo clinic, with no real mail behind it. */
  isDemo: boolean
  /**
   * Signed in by a proof of the account's own. With single sign-on one organisation's provider vouches
   * for it, so the account's other organisations and its sign-in are out of reach.
   */
  isAccountWide: boolean
  /** When they last proved who they are; `isProofRecent` says whether that is enough for a sensitive act. */
  provedAt: Date
  origin: Origin
}

/** The account of somebody who has none: a contact, who acts by the links of their mails. Nothing belongs to it. */
export const noAccountId = '00000000-0000-0000-0000-000000000000'

/** Somebody with a shell on the server. */
export const shellOrigin: Origin = { way: 'shell', address: null, sessionId: null }
