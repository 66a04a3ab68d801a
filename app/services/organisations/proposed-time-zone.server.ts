import { isTimeZone } from '~/domain/calendar/time-zone'
import { env } from '~/infra/env.server'

/** The zone a new organisation probably lives in: the configured one, else this machine's. */
export function proposedTimeZone(): string {
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone
  return env().DEFAULT_TIME_ZONE ?? (isTimeZone(machine) ? machine : 'UTC')
}
