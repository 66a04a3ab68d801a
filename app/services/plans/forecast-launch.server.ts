import { timeOfDayAt, type CalendarDate } from '~/domain/calendar/calendar-date'
import { calendarDateAt } from '~/domain/calendar/calendar-date'
import type { ForecastDay, ForecastEntry } from '~/domain/plans/plan-views'
import { sectionTitle } from '~/domain/reminders/digest'
import { forecastMail, type ForecastMail } from '~/domain/reminders/forecast'
import type { PlanCounts } from '~/domain/reminders/manager-summary'
import type { RemindableTask } from '~/domain/reminders/policy'
import type { WaitingAssignment } from '~/domain/reminders/sweep'
import { taskStatus, type TaskState } from '~/domain/tasks/task'
import { now } from '~/infra/clock.server'
import { toCalendarDate } from '~/infra/database/calendar-columns.server'
import { db } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import type { OrganisationSettings } from '../organisations/get-organisation.server'
import type { GivenTask } from './give-out.server'
import type { StoredPlan } from './get-plan.server'

/** Days after the launch whose mail is listed. */
const forecastDays = 30
/** Tasks that the list names per email; the email names them all. */
const namedLines = 5

/** Every email of the launch and the days after it, by day; what else the organisation has running is in them. */
export async function forecastLaunch(
  plan: StoredPlan,
  { id, timeZone, calendar, reminderPolicy, today }: OrganisationSettings,
  given: readonly GivenTask[],
  people: readonly Person[],
): Promise<ForecastDay[]> {
  const running = await listRunningTasks(id, timeZone)
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
  const mails = forecastMail({
    tasks: [...running, ...drafts],
    people: people.map((person) => ({
      ...person,
      lastDigestOn: person.lastDigestOn && toCalendarDate(person.lastDigestOn),
    })),
    plans: [...(await countRunningPlans(id, timeZone)), draftCounts],
    waitingAssignments: await listWaitingAssignments(id),
    policy: reminderPolicy,
    calendar,
    organisationZone: timeZone,
    from: today,
    days: forecastDays,
    launchAt: now(),
  })
  const actions = new Map([...running, ...drafts].map((task) => [task.id, task.action]))
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
  person: Person | undefined,
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

type RunningRow = Omit<RemindableTask, 'status' | 'launchedOn'> & TaskState & { launchedAt: Date }

/** Every unfinished task of the running plans, as the sweep looks at them. */
async function listRunningTasks(
  organisationId: string,
  timeZone: string,
): Promise<RemindableTask[]> {
  const rows = await db().$queryRaw<RunningRow[]>`
    select id::text, plan_id::text as "planId", action, due_on::text as "dueOn",
           responsible_id::text as "responsibleId", launched_at as "launchedAt",
           last_reminder_on::text as "lastNoticeOn", started_at as "startedAt",
           blocked_at as "blockedAt", completed_at as "completedAt", cancelled_at as "cancelledAt"
      from task
     where organisation_id = ${organisationId}::uuid and launched_at is not null
       and completed_at is null and cancelled_at is null`
  return rows.map((row) => ({
    id: row.id,
    planId: row.planId,
    action: row.action,
    dueOn: row.dueOn,
    status: taskStatus(row),
    responsibleId: row.responsibleId,
    launchedOn: calendarDateAt(new Date(row.launchedAt), timeZone),
    lastNoticeOn: row.lastNoticeOn,
  }))
}

async function countRunningPlans(organisationId: string, timeZone: string): Promise<PlanCounts[]> {
  const rows = await db().$queryRaw<(PlanCounts & { launchedAt: Date })[]>`
    select p.id::text as "planId", p.title, p.launched_at as "launchedAt",
           count(t.id)::int as total, count(t.completed_at)::int as done
      from plan p left join task t on t.plan_id = p.id and t.cancelled_at is null
     where p.organisation_id = ${organisationId}::uuid
       and p.launched_at is not null and p.cancelled_at is null
     group by p.id`
  return rows.map(({ launchedAt, ...row }) => ({
    ...row,
    launchedOn: calendarDateAt(new Date(launchedAt), timeZone),
  }))
}

function listWaitingAssignments(organisationId: string): Promise<WaitingAssignment[]> {
  return db().$queryRaw<WaitingAssignment[]>`
    select r.id::text as "ledgerId", r.person_id::text as "personId", r.task_id::text as "taskId",
           case when t.cancelled_at is not null then 'cancelled'
                when t.completed_at is not null then 'done'
                when t.blocked_at is not null then 'blocked'
                when t.started_at is not null then 'started' else 'open' end as "taskStatus"
      from reminder r join task t on t.id = r.task_id
     where r.organisation_id = ${organisationId}::uuid and r.kind = 'assignment'
       and r.state = 'waiting' and r.person_id is not null`
}
