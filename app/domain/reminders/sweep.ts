/**
 * One sweep of one organisation: who gets a digest at this instant, what it says, and what the
 * ledger must record. A pure decision: the caller writes ledger, emails, `lastDigestOn` and
 * `lastNoticeOn` in one transaction, and only then may the next sweep decide. A sweep whose writing
 * was rolled back is decided again, the same.
 *
 *     const result = planSweep({ now, organisation, policy, people, tasks, waitingAssignments, plans })
 *     result.digests // [{ personId: 'p1', onDate: '2026-12-18', subject: 'Due today: …', ledger: […], … }]
 *     applySweep(state, result) // the state the next sweep starts from
 */
import type { CalendarDate, IsoWeekday } from '~/domain/calendar/calendar-date'
import type { DateWords } from '~/domain/calendar/date-words'
import { withWorkingDays, type WorkingCalendar } from '~/domain/calendar/working-calendar'
import { buildDigest, type Digest } from '~/domain/reminders/digest'
import type { PlanTitles } from '~/domain/reminders/digest-subject'
import { type Hold, holdFor } from '~/domain/reminders/hold'
import { type LedgerEntry, reminderKey } from '~/domain/reminders/ledger'
import {
  buildManagerSummary,
  isSummaryDue,
  type ManagerSummary,
  type PlanCounts,
  summaryOn,
} from '~/domain/reminders/manager-summary'
import {
  type RemindableTask,
  type Reminder,
  type ReminderPolicy,
  remindersFor,
} from '~/domain/reminders/policy'
import { slotFor } from '~/domain/reminders/slot'
import type { PermissionRole, TaskStatus } from '~/domain/shared/vocabulary'

export interface SweepPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Null: the organisation's. */
  readonly timeZone: string | null
  readonly permissionRole: PermissionRole
  /** Acts by the links of their mails only. */
  readonly isContact?: boolean
  /** Their own week; without one the organisation's. */
  readonly workingDays?: readonly IsoWeekday[]
  /** What dates are written with for them; English by default. */
  readonly dateWords?: DateWords
  readonly deactivatedAt: Date | null
  /** The last day a digest was made for the person, by their clock. */
  readonly lastDigestOn: CalendarDate | null
}

/** A ledger row of kind assignment that was neither sent nor held back yet. */
export interface WaitingAssignment {
  readonly ledgerId: string
  readonly personId: string
  readonly taskId: string
  readonly taskStatus: TaskStatus
}

/** What one sweep leaves behind for the next. */
export interface SweepState {
  /** Everybody of the organisation, the deactivated included. */
  readonly people: readonly SweepPerson[]
  /** Every unfinished task of the running plans. */
  readonly tasks: readonly RemindableTask[]
  readonly waitingAssignments: readonly WaitingAssignment[]
}

export interface SweepInput extends SweepState {
  readonly now: Date
  readonly organisation: { readonly timeZone: string; readonly calendar: WorkingCalendar }
  readonly policy: ReminderPolicy
  /** The running plans. */
  readonly planSummaries: readonly PlanCounts[]
}

export interface SweepDigest extends Omit<Digest, 'isEmpty'> {
  /** What the digest settles: waiting rows by `ledgerId`, new rows by `key`. */
  readonly ledger: readonly LedgerEntry[]
}

export interface SweepResult {
  readonly digests: readonly SweepDigest[]
  /** Entries with a hold: recorded, not sent. */
  readonly held: readonly LedgerEntry[]
  /** The new `lastNoticeOn` of every task that a reminder was sent or held back for. */
  readonly notices: readonly { readonly taskId: string; readonly onDate: CalendarDate }[]
}

/**
 * Decides a whole sweep. Tasks of people who are not in `people` are left for a sweep that has
 * them.
 */
export function planSweep(input: SweepInput): SweepResult {
  const sweep = prepare(input)
  const digests: SweepDigest[] = []
  const held: LedgerEntry[] = holdUndeliverable(sweep)
  for (const person of input.people) {
    if (person.deactivatedAt !== null) continue
    const calendar = calendarOf(person, input.organisation.calendar)
    const { open, today } = slotFor(
      input.now,
      person.timeZone ?? input.organisation.timeZone,
      calendar,
      input.policy,
      person.lastDigestOn,
    )
    if (!open) continue
    const decided = decidePerson(person, today, calendar, sweep)
    if (decided.digest) digests.push(decided.digest)
    held.push(...decided.held)
  }
  const written = [...digests.flatMap(({ ledger }) => ledger), ...held]
  const notices = written.flatMap(({ taskId, kind, onDate }) =>
    taskId !== null && kind !== 'assignment' ? [{ taskId, onDate }] : [],
  )
  return { digests, held, notices }
}

/** The days on which somebody is written to: their own week, with the organisation's holidays. */
export const calendarOf = (
  { workingDays }: Pick<SweepPerson, 'workingDays'>,
  calendar: WorkingCalendar,
): WorkingCalendar => withWorkingDays(calendar, workingDays)

/** The state after `result` was written. */
export function applySweep(state: SweepState, result: SweepResult): SweepState {
  const digestOn = new Map(result.digests.map(({ personId, onDate }) => [personId, onDate]))
  const noticeOn = new Map(result.notices.map(({ taskId, onDate }) => [taskId, onDate]))
  const settled = new Set(
    [...result.digests.flatMap(({ ledger }) => ledger), ...result.held].map(
      ({ ledgerId }) => ledgerId,
    ),
  )
  return {
    people: state.people.map((person) => {
      const lastDigestOn = digestOn.get(person.id)
      return lastDigestOn ? { ...person, lastDigestOn } : person
    }),
    tasks: state.tasks.map((task) => {
      const lastNoticeOn = noticeOn.get(task.id)
      return lastNoticeOn ? { ...task, lastNoticeOn } : task
    }),
    waitingAssignments: state.waitingAssignments.filter(({ ledgerId }) => !settled.has(ledgerId)),
  }
}

interface Sweep {
  readonly input: SweepInput
  readonly tasksById: ReadonlyMap<string, RemindableTask>
  readonly tasksByPerson: ReadonlyMap<string | null, readonly RemindableTask[]>
  readonly waitingByPerson: ReadonlyMap<string, readonly WaitingAssignment[]>
  readonly deactivatedIds: ReadonlySet<string>
  readonly summaryReaderIds: ReadonlySet<string>
  readonly planTitles: PlanTitles
  /** The summary is the same for everybody on one day. */
  readonly summaryAt: (today: CalendarDate) => ManagerSummary
}

function prepare(input: SweepInput): Sweep {
  const deactivatedIds = new Set(
    input.people.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ id }) => id),
  )
  const summaries = new Map<CalendarDate, ManagerSummary>()
  return {
    input,
    tasksById: new Map(input.tasks.map((task) => [task.id, task])),
    tasksByPerson: groupBy(input.tasks, ({ responsibleId }) => responsibleId),
    waitingByPerson: groupBy(input.waitingAssignments, ({ personId }) => personId),
    deactivatedIds,
    summaryReaderIds: summaryReaders(input.people),
    planTitles: new Map(input.planSummaries.map(({ planId, title }) => [planId, title])),
    summaryAt(today) {
      const summary =
        summaries.get(today) ??
        buildManagerSummary(today, input.planSummaries, input.tasks, deactivatedIds)
      summaries.set(today, summary)
      return summary
    },
  }
}

/** Managers read the summary; where an organisation has none, its administrators do. */
function summaryReaders(people: readonly SweepPerson[]): ReadonlySet<string> {
  const active = people.filter(({ deactivatedAt }) => deactivatedAt === null)
  const withRole = (role: PermissionRole) =>
    active.filter(({ permissionRole }) => permissionRole === role).map(({ id }) => id)
  const managers = withRole('manager')
  return new Set(managers.length > 0 ? managers : withRole('administrator'))
}

function decidePerson(
  person: SweepPerson,
  today: CalendarDate,
  calendar: WorkingCalendar,
  sweep: Sweep,
): { digest: SweepDigest | null; held: LedgerEntry[] } {
  const { policy, planSummaries } = sweep.input
  const waiting = (sweep.waitingByPerson.get(person.id) ?? []).map((row) => {
    const task = sweep.tasksById.get(row.taskId)
    return { task, entry: assignmentEntry(row, task, today, assignmentHold(row, task)) }
  })
  const due = (sweep.tasksByPerson.get(person.id) ?? []).flatMap((task) =>
    remindersFor(task, policy, today, calendar).map((reminder) => ({
      task,
      reminder,
      entry: reminderEntry(reminder, task, reminder.hold),
    })),
  )
  const scheduledOn = sweep.summaryReaderIds.has(person.id)
    ? summaryOn(policy, today, calendar)
    : null
  const hasSummary = isSummaryDue(planSummaries, scheduledOn, person.lastDigestOn)
  const { isEmpty, ...digest } = buildDigest({
    person,
    today,
    assignments: waiting.flatMap(({ task, entry }) => (task && !entry.hold ? [task] : [])),
    reminders: due.filter(({ entry }) => !entry.hold),
    summary: hasSummary ? sweep.summaryAt(today) : null,
    planTitles: sweep.planTitles,
  })
  const entries = [...waiting, ...due].map(({ entry }) => entry)
  if (hasSummary) entries.push(summaryEntry(person.id, today, scheduledOn))
  return {
    digest: isEmpty ? null : { ...digest, ledger: entries.filter(({ hold }) => !hold) },
    held: entries.filter(({ hold }) => hold),
  }
}

/**
 * What can reach nobody: reminders about tasks that are nobody's or belong to somebody deactivated,
 * at the hour of the organisation's own clock, and assignments that wait for somebody deactivated.
 */
function holdUndeliverable({
  input,
  tasksById,
  tasksByPerson,
  deactivatedIds,
  waitingByPerson,
}: Sweep) {
  const { now, organisation, policy } = input
  const { open, today } = slotFor(now, organisation.timeZone, organisation.calendar, policy, null)
  const held: LedgerEntry[] = []
  for (const personId of [null, ...deactivatedIds]) {
    const hold = personId === null ? null : holdFor('person-deactivated')
    const waiting = personId === null ? [] : (waitingByPerson.get(personId) ?? [])
    for (const row of waiting) {
      held.push(assignmentEntry(row, tasksById.get(row.taskId), today, hold))
    }
    for (const task of open ? (tasksByPerson.get(personId) ?? []) : []) {
      for (const reminder of remindersFor(task, policy, today, organisation.calendar)) {
        held.push(reminderEntry(reminder, task, hold ?? reminder.hold))
      }
    }
  }
  return held
}

function assignmentHold(row: WaitingAssignment, task: RemindableTask | undefined): Hold | null {
  const status = task?.status ?? row.taskStatus
  if ([row.taskStatus, status].some((each) => each === 'done' || each === 'cancelled')) {
    return holdFor('task-finished')
  }
  if (!task || task.launchedOn === null) return holdFor('task-not-running')
  return task.responsibleId === row.personId ? null : holdFor('task-reassigned')
}

function assignmentEntry(
  { ledgerId, personId, taskId }: WaitingAssignment,
  task: RemindableTask | undefined,
  onDate: CalendarDate,
  hold: Hold | null,
): LedgerEntry {
  const subject = { personId, taskId, kind: 'assignment', onDate } as const
  const planId = task?.planId ?? null
  return { ...subject, ledgerId, key: reminderKey(subject), planId, scheduledOn: null, hold }
}

function reminderEntry(reminder: Reminder, task: RemindableTask, hold: Hold | null): LedgerEntry {
  const { personId, taskId, kind, onDate, scheduledOn } = reminder
  const subject = { personId, taskId, kind, onDate }
  const key = reminderKey(subject)
  return { ...subject, ledgerId: null, key, planId: task.planId, scheduledOn, hold }
}

function summaryEntry(
  personId: string,
  onDate: CalendarDate,
  scheduledOn: CalendarDate | null,
): LedgerEntry {
  const subject = { personId, taskId: null, kind: 'summary', onDate } as const
  const key = reminderKey(subject)
  return { ...subject, ledgerId: null, key, planId: null, scheduledOn, hold: null }
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
