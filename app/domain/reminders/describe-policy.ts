/**
 * A reminder policy in words, a sentence a rule, for people who want to know when mail comes.
 *
 *     describePolicy(defaultReminderPolicy)[0] // 'Mail goes out at 08:00 by the recipient’s clock, on working days only; …'
 */
import type { IsoWeekday } from '~/domain/calendar/calendar-date'
import type { ReminderPolicy } from '~/domain/reminders/policy'

export const weekdayName: Readonly<Record<IsoWeekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

const listOf = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** The rules of a policy; what it leaves out is not mentioned. */
export function describePolicy(policy: ReminderPolicy): string[] {
  return [
    `Mail goes out at ${policy.sendAt} by the recipient’s clock, on working days only; everything for one person on one day is one email.`,
    'New tasks are announced in the next of these emails, all tasks of one launch together.',
    ...dueSoon(policy),
    ...overdue(policy),
    `Managers get a summary of every running plan on ${weekdayName[policy.managerSummaryWeekday]}, or on the next working day of that week.`,
    'Nothing is said about a task that is done or cancelled. A blocked task is left to the summary.',
  ]
}

function dueSoon({ dueSoonDays, onDueDay }: ReminderPolicy): string[] {
  const days = dueSoonDays.map(String)
  const before =
    days.length > 0 ? `${listOf.format(days)} ${days.join() === '1' ? 'day' : 'days'} before` : ''
  if (!before && !onDueDay) return []
  const when =
    before && onDueDay ? `${before} and on the day itself` : before || 'on the day itself'
  return [
    `A task that is due is mentioned ${when}; where that is a day off, on the working day before.`,
  ]
}

function overdue({ overdueNextDay, overdueWeekdays }: ReminderPolicy): string[] {
  const weekdays = listOf.format(overdueWeekdays.map((day) => weekdayName[day]))
  const again = weekdays && `every ${weekdays}`
  if (!overdueNextDay && !again) return []
  const when = overdueNextDay && again ? `the day after, then ${again}` : again || 'the day after'
  return [`A task that is late is mentioned ${when}, until it is done.`]
}
