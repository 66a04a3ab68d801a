/**
 * What belongs to the account and not to one organisation (its password, factors, passkeys and the
 * way into its other organisations) is out of reach for whoever one organisation's provider vouched
 * for: a provider answers for its organisation, and for nothing else.
 *
 *     ensureAccountWide({ isAccountWide: false }) // throws Forbidden
 */
import { Forbidden } from '~/domain/shared/errors'

/** @throws Forbidden in a session that a provider vouched for. */
export function ensureAccountWide(actor: { isAccountWide: boolean }): void {
  if (actor.isAccountWide) return
  throw new Forbidden(
    'You came through single sign-on, which opens this organisation only and not the account behind it. Sign out, sign in with the account’s own password or passkey, and try again.',
  )
}
