import type { Actor } from '~/domain/access/actor'
import {
  addDays,
  addMonths,
  calendarDateAt,
  compareDates,
  instantAt,
  type CalendarDate,
} from '~/domain/calendar/calendar-date'
import {
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '~/domain/calendar/working-calendar'
import { atInstant, now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import {
  getOrganisation,
  type OrganisationSettings,
} from '../organisations/get-organisation.server'
import { proposedTimeZone } from '../organisations/proposed-time-zone.server'
import { deliverWaitingMail } from '../mail/deliver-waiting-mail.server'
import { sweepReminders } from '../reminders/sweep-reminders.server'
import { createDemoPeople } from './create-demo-people.server'
import { holdDemoReview } from './hold-demo-review.server'
import { launchDemoPlan } from './launch-demo-plan.server'
import ransomwareReadiness from './guides/ransomware-readiness.txt?raw'
import vendorAccess from './guides/vendor-access.txt?raw'
import { workThroughDemoDay } from './work-through-demo-day.server'

/** The story so far, in days before today. */
const foundedDaysAgo = 44
const firstLaunchDaysAgo = 42
const secondLaunchDaysAgo = 24

interface Stage {
  organisation: OrganisationSettings
  people: Map<string, Actor>
  maya: Actor
}

const at = (stage: Stage, date: CalendarDate, time: string) =>
  instantAt(date, time, stage.organisation.timeZone)

/**
 * Builds the demo clinic by living through its past weeks: every plan is launched, every task done
 * and every mail made by the services that the product uses, on the day and hour it would have
 * happened. So it obeys every rule, and its dates are relative to today.
 */
export async function buildDemoClinic(): Promise<void> {
  const timeZone = proposedTimeZone()
  const today = calendarDateAt(now(), timeZone)
  const founded = addDays(today, -foundedDaysAgo)
  const stage = await atInstant(instantAt(founded, '09:00', timeZone), async () => {
    const { organisationId, people, administrator } = await createDemoPeople(timeZone)
    const organisation = await getOrganisation(db(), organisationId)
    return { organisation, people, maya: administrator }
  })
  const { calendar } = stage.organisation
  const firstLaunch = workingDayOnOrAfter(calendar, addDays(today, -firstLaunchDaysAgo)) ?? founded
  const secondLaunch =
    workingDayOnOrAfter(calendar, addDays(today, -secondLaunchDaysAgo)) ?? founded
  const reviewed = workingDayOnOrBefore(calendar, addMonths(today, -1)) ?? firstLaunch
  for (const day of workingDaysBetween(calendar, firstLaunch, today)) {
    const launches: [CalendarDate, string, string][] = [
      [firstLaunch, vendorAccess, 'Vendor access'],
      [secondLaunch, ransomwareReadiness, 'Ransomware readiness'],
    ]
    for (const [date, text, title] of launches) {
      if (day === date) {
        await atInstant(at(stage, day, '07:30'), () =>
          launchDemoPlan(stage.maya, stage.people, { text, title, startsOn: day }),
        )
      }
    }
    await liveThrough(stage, day, { today, reviewed })
  }
}

/** One day: reminders at eight, work at ten, the review at two; of today only what is past already. */
async function liveThrough(
  stage: Stage,
  day: CalendarDate,
  { today, reviewed }: { today: CalendarDate; reviewed: CalendarDate },
): Promise<void> {
  if (!isWorkingDay(stage.organisation.calendar, day)) return
  const isPast = (time: string) => compareDates(day, today) < 0 || at(stage, day, time) <= now()
  if (isPast('08:05')) {
    await atInstant(at(stage, day, '08:05'), async () => {
      await sweepReminders({ at: now() })
      await deliverWaitingMail()
    })
  }
  if (compareDates(day, today) < 0) {
    await atInstant(at(stage, day, '10:00'), () => workThroughDemoDay(stage.people, day))
  }
  if (day === reviewed) {
    await atInstant(at(stage, day, '14:00'), () => holdDemoReview(stage.maya, stage.people, day))
  }
}
