import { addDays } from 'date-fns'
import { timeOfDayAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { ForecastDay, ForecastEntry } from '~/domain/plans/plan-views'
import { sectionTitle } from '~/domain/reminders/digest'
import { forecastMail, type ForecastMail } from '~/domain/reminders/forecast'
import type { SweepPerson } from '~/domain/reminders/sweep'
import { now } from '~/infra/clock.server'
import type { OrganisationSettings } from '../organisations/get-organisation.server'
import { loadRunning } from '../reminders/load-sweep.server'
import type { GivenTask } from './give-out.server'
import type { StoredPlan } from './get-plan.server'

/** Days after the launch whose mail is listed. */
const forecastDays = 30
/** Tasks that the list names per email; the email names them all. */
const namedLines = 5

/** Every email of the launch and the days after it, by day; what else the organisation has running is in them. */
export async function forecastLaunch(
  plan: StoredPlan,
  organisation: OrganisationSettings,
  given: readonly GivenTask[],
  people: readonly SweepPerson[],
): Promise<ForecastDay[]> {
  const { timeZone, calendar, reminderPolicy, today } = organisation
  const launchAt = now()
  const running = await loadRunning(organisation, people, addDays(launchAt, forecastDays + 1))
  const drafts = given.map((task) => ({
    ...task,
    planId: plan.id,
    status: 'open' as const,
    launchedOn: null,
    lastNoticeOn: null,
  }))
  const draftCounts = {
    planId: plan.id,
    title: plan.title,
    launchedOn: null,
    total: given.length,
    done: 0,
  }
  const tasks = [...running.tasks, ...drafts]
  const mails = forecastMail({
    tasks,
    people,
    plans: [...running.planSummaries, draftCounts],
    waitingAssignments: running.waitingAssignments,
    policy: reminderPolicy,
    calendar,
    organisationZone: timeZone,
    from: today,
    days: forecastDays,
    launchAt,
  })
  const actions = new Map(tasks.map((task) => [task.id, task.action]))
  const byId = new Map(people.map((person) => [person.id, person]))
  return byDay(mails, (mail) => entryOf(mail, byId.get(mail.personId), timeZone, actions))
}

function byDay(
  mails: readonly ForecastMail[],
  entry: (mail: ForecastMail) => ForecastEntry,
): ForecastDay[] {
  const days = new Map<CalendarDate, ForecastEntry[]>()
  for (const mail of mails) days.set(mail.onDate, [...(days.get(mail.onDate) ?? []), entry(mail)])
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([onDate, entries]) => ({
      onDate,
      mails: entries.sort((a, b) => a.personName.localeCompare(b.personName, 'en')),
    }))
}

function entryOf(
  mail: ForecastMail,
  person: SweepPerson | undefined,
  timeZone: string,
  actions: ReadonlyMap<string, string>,
): ForecastEntry {
  const lines = mail.lines.flatMap(({ kind, taskId }) =>
    taskId ? [{ label: sectionTitle[kind], action: actions.get(taskId) ?? '' }] : [],
  )
  const [only] = lines
  const isSaidBySubject = lines.length === 1 && only && mail.subject.includes(only.action)
  return {
    personName: person?.name ?? '',
    time: timeOfDayAt(mail.sendAt, person?.timeZone ?? timeZone),
    subject: mail.subject,
    lines: isSaidBySubject ? [] : lines.slice(0, namedLines),
    moreLines: Math.max(0, lines.length - namedLines),
    hasSummary: mail.lines.some(({ kind }) => kind === 'summary'),
  }
}
