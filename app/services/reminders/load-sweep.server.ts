import type { CalendarDate, IsoWeekday } from '~/domain/calendar/calendar-date'
import { addDays, calendarDateAt, maxDate } from '~/domain/calendar/calendar-date'
import { dateWordsOf } from '~/domain/calendar/date-languages'
import { workingDayOnOrAfter, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import type { PlanCounts } from '~/domain/reminders/manager-summary'
import type { RemindableTask } from '~/domain/reminders/policy'
import { slotFor } from '~/domain/reminders/slot'
import {
  calendarOf,
  type SweepInput,
  type SweepPerson,
  type WaitingAssignment,
} from '~/domain/reminders/sweep'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'
import {
  getOrganisation,
  type OrganisationSettings,
} from '../organisations/get-organisation.server'
import { awayName } from './away-name.server'
import { isUnfinished, statusColumn } from '../tasks/task-list.server'

/** A task with what a message says of it beyond what the rules look at. */
export interface SweepTask extends RemindableTask {
  outcome: string | null
  planTitle: string
  /** Whose task it is while they are here, where somebody else is asked instead; null otherwise. */
  awayName: string | null
}

/** Everything one organisation's sweep needs, read in a handful of queries. */
export interface LoadedSweep extends SweepInput {
  organisation: OrganisationSettings
  tasks: readonly SweepTask[]
}

/** The organisations in which anything may be to be said. */
export async function listSweptOrganisationIds(): Promise<string[]> {
  const rows = await read<{ id: string }[]>`
    select organisation_id::text as id from plan
     where launched_at is not null and cancelled_at is null
     union
    select organisation_id::text from reminder where state = 'waiting' and email_id is null`
  return rows.map(({ id }) => id)
}

/**
 * Reads one organisation for a sweep at `at`; null while nobody's hour has come, which most sweeps
 * find out with the people alone.
 */
export async function loadSweep(organisationId: string, at: Date): Promise<LoadedSweep | null> {
  const organisation = await getOrganisation(db(), organisationId)
  const people = await listSweepPeople(organisationId)
  if (!isAnySlotOpen(organisation, people, at)) return null
  const running = await loadRunning(organisation, people, at)
  return { now: at, organisation, policy: organisation.reminderPolicy, people, ...running }
}

/** What runs in an organisation, as far as messages until the day of `until` can be about it. */
export async function loadRunning(
  organisation: OrganisationSettings,
  people: readonly SweepPerson[],
  until: Date,
): Promise<Pick<LoadedSweep, 'tasks' | 'waitingAssignments' | 'planSummaries'>> {
  const { id, timeZone } = organisation
  return {
    tasks: await listSweepTasks(organisation, lastDayInReach(organisation, people, until)),
    waitingAssignments: await listWaitingAssignments(id),
    planSummaries: await listPlanCounts(id, timeZone),
  }
}

/** Everybody of an organisation, the deactivated included. */
export async function listSweepPeople(organisationId: string): Promise<SweepPerson[]> {
  const rows = await db().person.findMany({ where: { organisationId }, orderBy: { id: 'asc' } })
  return rows.map(({ lastDigestOn, workingDays, dateLanguage, ...person }) => ({
    ...person,
    workingDays: workingDays as IsoWeekday[],
    dateWords: dateWordsOf(dateLanguage),
    lastDigestOn: lastDigestOn && toCalendarDate(lastDigestOn),
  }))
}

function isAnySlotOpen(
  { timeZone, calendar, reminderPolicy }: OrganisationSettings,
  people: readonly SweepPerson[],
  at: Date,
): boolean {
  const isOpen = (zone: string, days: WorkingCalendar, lastDigestOn: CalendarDate | null) =>
    slotFor(at, zone, days, reminderPolicy, lastDigestOn).open
  if (isOpen(timeZone, calendar, null)) return true
  return people.some((person) =>
    isOpen(person.timeZone ?? timeZone, calendarOf(person, calendar), person.lastDigestOn),
  )
}

/**
 * The last due date that a notice of the day of `at` can be about: the farthest "due soon", counted
 * from the eve of the next working day, because notices on days off move forward to the day before
 * them.
 */
function lastDayInReach(
  { timeZone, calendar, reminderPolicy }: OrganisationSettings,
  people: readonly SweepPerson[],
  at: Date,
): CalendarDate {
  const today = people
    .map((person) => calendarDateAt(at, person.timeZone ?? timeZone))
    .reduce((latest, date) => maxDate(latest, date), calendarDateAt(at, timeZone))
  const eve = [calendar, ...people.map((person) => calendarOf(person, calendar))]
    .map((days) => workingDayOnOrAfter(days, addDays(today, 1)) ?? addDays(today, 400))
    .map((next) => addDays(next, -1))
    .reduce((latest, date) => maxDate(latest, date))
  return addDays(eve, Math.max(0, ...reminderPolicy.dueSoonDays))
}

type TaskRow = Omit<SweepTask, 'launchedOn'> & { launchedAt: Date }

/**
 * The unfinished tasks of running plans that a message may name: due in reach, blocked, nobody's, or
 * newly given to somebody.
 *
 * @param lastDueOn the last due date in reach (`lastDayInReach`)
 */
export async function listSweepTasks(
  { id, timeZone }: OrganisationSettings,
  lastDueOn: CalendarDate,
): Promise<SweepTask[]> {
  const rows = await read<TaskRow[]>`
    select t.id::text, t.plan_id::text as "planId", t.action, t.outcome, p.title as "planTitle",
           t.due_on::text as "dueOn", ${statusColumn} as status,
           t.responsible_id::text as "responsibleId", t.launched_at as "launchedAt",
           t.last_reminder_on::text as "lastNoticeOn", ${awayName(calendarDateAt(now(), timeZone))}
      from task t join plan p on p.id = t.plan_id
      left join person m on m.id = t.responsible_id
     where t.organisation_id = ${id}::uuid and t.launched_at is not null
       and p.launched_at is not null and p.cancelled_at is null and ${isUnfinished}
       and (t.due_on <= ${lastDueOn}::date or t.blocked_at is not null
            or m.id is null or m.deactivated_at is not null
            or exists (select 1 from reminder r where r.task_id = t.id and r.kind = 'assignment'
                          and r.state = 'waiting' and r.email_id is null))`
  return rows.map(({ launchedAt, ...row }) => ({
    ...row,
    launchedOn: calendarDateAt(launchedAt, timeZone),
  }))
}

/** Assignments nobody was told of yet, and that are in no message either. */
function listWaitingAssignments(organisationId: string): Promise<WaitingAssignment[]> {
  return read<WaitingAssignment[]>`
    select r.id::text as "ledgerId", r.person_id::text as "personId", r.task_id::text as "taskId",
           ${statusColumn} as "taskStatus"
      from reminder r join task t on t.id = r.task_id
     where r.organisation_id = ${organisationId}::uuid and r.kind = 'assignment'
       and r.state = 'waiting' and r.email_id is null and r.person_id is not null`
}

/** How far each running plan is. */
export async function listPlanCounts(
  organisationId: string,
  timeZone: string,
): Promise<PlanCounts[]> {
  const rows = await read<(Omit<PlanCounts, 'launchedOn'> & { launchedAt: Date })[]>`
    select p.id::text as "planId", p.title, p.launched_at as "launchedAt",
           count(t.id)::int as total, count(t.completed_at)::int as done
      from plan p left join task t on t.plan_id = p.id and t.cancelled_at is null
     where p.organisation_id = ${organisationId}::uuid
       and p.launched_at is not null and p.cancelled_at is null
     group by p.id`
  return rows.map(({ launchedAt, ...row }) => ({
    ...row,
    launchedOn: calendarDateAt(launchedAt, timeZone),
  }))
}
