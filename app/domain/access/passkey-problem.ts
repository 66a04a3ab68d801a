/**
 * What to tell somebody when a passkey did not come about: browsers say little, in words for
 * programmers, and lump together what is cancelled, timed out and not there.
 *
 *     passkeyProblem({ name: 'NotAllowedError' }, { act: 'use', seconds: 4 })
 *     // 'No passkey was used: it was cancelled, or there is none for this site on this device. …'
 */
import { isNumericHost } from '~/domain/access/passkey'

/** How long a browser waits for the person, in seconds; long enough for whoever needs more time (WCAG 2.2.1). */
export const passkeyWaitSeconds = 5 * 60

interface Circumstances {
  /** Making a new one, or using one. */
  act: 'make' | 'use'
  /** How long the browser was at it. */
  seconds: number
}

const again = {
  make: 'Your account is as it was; try again when you are ready.',
  use: 'Try again, or go another way.',
}

/** The sentence for an error that the browser threw. */
export function passkeyProblem(
  error: { name: string; code?: string },
  { act, seconds }: Circumstances,
): string {
  if (error.name === 'NotAllowedError') {
    if (seconds >= passkeyWaitSeconds)
      return `It took longer than five minutes, so the browser gave up. ${again[act]}`
    return act === 'make'
      ? `No passkey was made: it was cancelled, or the device did not allow it. ${again.make}`
      : `No passkey was used: it was cancelled, or there is none for this site on this device. ${again.use}`
  }
  if (error.name === 'InvalidStateError') {
    return 'This device has a passkey for your account already. Use that one, or add one on another device.'
  }
  if (error.name === 'ConstraintError') {
    return 'This device cannot make a passkey: it needs a PIN, a fingerprint or a face to check that it is you. Set one up in its settings, then try again.'
  }
  if (error.name === 'NotSupportedError') {
    return 'This device or security key cannot make the kind of passkey that is needed here. Try another one.'
  }
  if (error.name === 'SecurityError') {
    return 'The browser does not allow passkeys at this address. Open the site at its own address, and try again.'
  }
  return `The browser could not finish: something went wrong in it or in the device. ${again[act]}`
}

export const noPasskeysInBrowser =
  'This browser cannot use passkeys. Go another way, or try a newer browser.'

export const serverUnreachable =
  'The server could not be reached, so nothing was changed. Look whether you are online, and try again.'

/** Why passkeys do not work at the address in the browser's bar; null where they do. */
export function wrongSite(here: string, site: string): string | null {
  if (here === site) return null
  const isNumeric = isNumericHost(new URL(here).hostname)
  const why = isNumeric
    ? 'Passkeys belong to a name, and this page was opened by a number'
    : 'Passkeys belong to one address, and this page was opened at another'
  return `${why} (${here}). Open ${site} and try again there.`
}
