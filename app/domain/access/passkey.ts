/**
 * The rules of passkeys: what one is called before its owner names it, when one may go, when its
 * counter is believed, and on which site it works.
 *
 *     canRemovePasskey({ hasPassword: false, passkeyCount: 1, providerCount: 0 }) // false: the last way in
 *     relyingPartyOf('https://plans.clinic.example') // { id: 'plans.clinic.example', origin: 'https://plans.clinic.example' }
 */
import { z } from 'zod'
import { calendarDateAt } from '~/domain/calendar/calendar-date'
import { formatFullDay } from '~/domain/calendar/format-date'
import { Invalid } from '~/domain/shared/errors'

/** A passkey as its owner sees it. */
export interface PasskeyListItem {
  id: string
  name: string
  /** Kept in a synchronised key chain, so that it is on the person's other devices as well. */
  isBackedUp: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

/** More than anybody carries; it bounds what one account can store. */
export const mostPasskeys = 20

export const PasskeyName = z
  .string({ message: 'Enter a name.' })
  .trim()
  .min(1, 'Enter a name.')
  .max(60, 'A name has at most 60 characters here.')
  .regex(/^[^\p{Cc}]*$/u, 'A name has no line breaks.')

export const PasskeyInput = z.object({ name: PasskeyName })

/** "Passkey of 28 Nov 2026", or with a number behind it where that is taken. */
export function passkeyName(at: Date, timeZone: string, taken: readonly string[]): string {
  const day = formatFullDay(calendarDateAt(at, timeZone)).replace(/^\S+ /, '')
  const name = `Passkey of ${day}`
  let serial = 1
  const candidate = () => (serial === 1 ? name : `${name} (${serial})`)
  while (taken.includes(candidate())) serial += 1
  return candidate()
}

/** By what somebody can sign in. */
export interface WaysIn {
  hasPassword: boolean
  passkeyCount: number
  /** Providers of single sign-on that know the account and are switched on. */
  providerCount: number
}

/** Whether a way to sign in is left without one of the passkeys. */
export const canRemovePasskey = (ways: WaysIn): boolean =>
  ways.hasPassword || ways.providerCount > 0 || ways.passkeyCount > 1

/** @throws Invalid where the passkey is the last way in. */
export function ensureCanRemovePasskey(ways: WaysIn): void {
  if (canRemovePasskey(ways)) return
  throw new Invalid(
    'last-way-in',
    'This passkey is the only way you can sign in, so it stays. Choose a password or add another passkey first; then remove this one.',
  )
}

/**
 * Whether the counter an authenticator signed may follow the one that is known. One that counts
 * (many do not, and always say 0) counts up at every use; one that goes back or stands still has a
 * copy somewhere (WebAuthn Level 3, section 6.1.1).
 */
export const isCounterAhead = (known: number, signed: number): boolean =>
  (known === 0 && signed === 0) || signed > known

/** The site that passkeys belong to. */
export interface RelyingParty {
  /** The host's name; browsers offer a passkey under it and nowhere else. */
  id: string
  origin: string
}

/**
 * The site of the configured address; null where passkeys cannot work: WebAuthn wants a name, not a
 * number, and https (or this very machine).
 */
export function relyingPartyOf(appUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(appUrl)
  if (isNumericHost(hostname)) return null
  const isThisMachine = hostname === 'localhost' || hostname.endsWith('.localhost')
  return protocol === 'https:' || isThisMachine ? { id: hostname, origin } : null
}

/** Whether a host is an IP address. URLs have brought odd spellings of IPv4 into four numbers. */
export const isNumericHost = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname)
