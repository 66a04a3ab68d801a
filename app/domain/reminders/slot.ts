/**
 * When a person may be written to: once a day, on the organisation's working days, from the policy's
 * time of day by the person's own clock until their midnight.
 *
 *     // Fri 18 Dec 2026, 07:59 in Berlin
 *     slotFor(new Date('2026-12-18T06:59:00Z'), 'Europe/Berlin', calendar, policy, null)
 *     // { open: false, reason: 'before-send-time', today: '2026-12-18', opensAt: 2026-12-18T07:00:00.000Z }
 */
import {
  addDays,
  type CalendarDate,
  calendarDateAt,
  instantAt,
} from '~/domain/calendar/calendar-date'
import {
  isWorkingDay,
  type WorkingCalendar,
  workingDayOnOrAfter,
} from '~/domain/calendar/working-calendar'
import type { ReminderPolicy } from '~/domain/reminders/policy'

export type SlotReason = 'open' | 'not-a-working-day' | 'before-send-time' | 'digest-made'

export interface Slot {
  readonly open: boolean
  /** The day it is for the person. */
  readonly today: CalendarDate
  /**
   * When it opened, if open; else when the next one opens. Null when no working day is in sight.
   */
  readonly opensAt: Date | null
  readonly reason: SlotReason
}

/**
 * Whether a person in `personZone` may get a digest at `now`. `lastDigestOn` is the last day one was
 * made for them, by their clock: there is never a second on one day.
 */
export function slotFor(
  now: Date,
  personZone: string,
  calendar: WorkingCalendar,
  policy: Pick<ReminderPolicy, 'sendAt'>,
  lastDigestOn: CalendarDate | null,
): Slot {
  const today = calendarDateAt(now, personZone)
  const next = nextSlotFrom(today, personZone, calendar, policy, lastDigestOn)
  const open = next !== null && next.onDate === today && next.opensAt <= now
  const reason = open ? 'open' : reasonClosed(today, calendar, lastDigestOn)
  return { open, today, opensAt: next?.opensAt ?? null, reason }
}

/**
 * The slot that is open at `now`, or the next to open; null when no working day lies in the next
 * 400 days.
 */
export function nextSlot(
  now: Date,
  personZone: string,
  calendar: WorkingCalendar,
  policy: Pick<ReminderPolicy, 'sendAt'>,
  lastDigestOn: CalendarDate | null,
): { onDate: CalendarDate; opensAt: Date } | null {
  const today = calendarDateAt(now, personZone)
  return nextSlotFrom(today, personZone, calendar, policy, lastDigestOn)
}

function nextSlotFrom(
  today: CalendarDate,
  personZone: string,
  calendar: WorkingCalendar,
  policy: Pick<ReminderPolicy, 'sendAt'>,
  lastDigestOn: CalendarDate | null,
): { onDate: CalendarDate; opensAt: Date } | null {
  const earliestOn = hasDigest(today, lastDigestOn) ? addDays(lastDigestOn, 1) : today
  const onDate = workingDayOnOrAfter(calendar, earliestOn)
  return onDate === null ? null : { onDate, opensAt: instantAt(onDate, policy.sendAt, personZone) }
}

function reasonClosed(
  today: CalendarDate,
  calendar: WorkingCalendar,
  lastDigestOn: CalendarDate | null,
): SlotReason {
  if (hasDigest(today, lastDigestOn)) return 'digest-made'
  return isWorkingDay(calendar, today) ? 'before-send-time' : 'not-a-working-day'
}

/** A later day than today counts too: the person's time zone may have been moved west since. */
function hasDigest(
  today: CalendarDate,
  lastDigestOn: CalendarDate | null,
): lastDigestOn is CalendarDate {
  return lastDigestOn !== null && lastDigestOn >= today
}
