/**
 * Who is asking: one person of one organisation, signed in. Doors build it from the session and
 * every service takes it as the first argument; no rule reads a session or a cookie.
 *
 *     const maya: Actor = { personId: 'p1', organisationId: 'o1', permissionRole: 'manager', … }
 */
import type { PermissionRole } from '~/domain/shared/vocabulary'

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
  /** Signed in to a demo clinic, with no real mail behind it. */
  isDemo: boolean
}
