import type { StandIn } from '~/domain/access/absence'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { Day } from '../primitives/time'

/** "Ana Ruiz is away until Fri 18 Dec; Tom Okafor is asked instead." */
export function StandInWords({
  standIn: { awayName, awayUntil, askedName },
  today,
}: {
  standIn: StandIn
  today: CalendarDate
}) {
  return (
    <>
      {awayName} is away until <Day date={awayUntil} today={today} isShort />;{' '}
      {askedName ? `${askedName} is asked instead.` : 'nobody is there to be asked instead.'}
    </>
  )
}
