/**
 * One person's email of one day: everything there is to say to them, in the order of its urgency.
 * Each task is named once, under the most urgent heading that fits; a task that is new to the person
 * and due soon stands among the new ones, which show their due dates anyway.
 *
 *     buildDigest({ person, today, assignments: [newTask], reminders: [{ task, reminder }], summary: null, planTitles })
 *     // { subject: '1 task overdue, 1 new', sections: [{ kind: 'overdue', … }, { kind: 'assignment', … }], … }
 */
import { type CalendarDate, daysBetween } from '~/domain/calendar/calendar-date'
import type { DateWords } from '~/domain/calendar/date-words'
import { formatDay, formatDistance } from '~/domain/calendar/format-date'
import { digestSubject, type PlanTitles } from '~/domain/reminders/digest-subject'
import { byDueDate, type ManagerSummary } from '~/domain/reminders/manager-summary'
import type { RemindableTask, Reminder } from '~/domain/reminders/policy'

export const taskSectionKinds = ['overdue', 'due-today', 'due-soon', 'assignment'] as const
export type TaskSectionKind = (typeof taskSectionKinds)[number]

export const sectionTitle: Record<TaskSectionKind | 'summary', string> = {
  overdue: 'Overdue',
  'due-today': 'Due today',
  'due-soon': 'Due soon',
  assignment: 'New for you',
  summary: 'The week in your plans',
}

export type DigestTask = Pick<RemindableTask, 'id' | 'planId' | 'action' | 'dueOn' | 'status'>

export interface DigestItem {
  readonly taskId: string
  readonly planId: string
  readonly action: string
  readonly dueOn: CalendarDate
  /** Negative when late. */
  readonly daysLeft: number
  /** "Fri 18 Dec" */
  readonly day: string
  /** "in 3 days" */
  readonly distance: string
  /** Whether the person hears of the task for the first time. */
  readonly isNew: boolean
  readonly isBlocked: boolean
}

interface TaskSection {
  readonly kind: TaskSectionKind
  readonly title: string
  readonly items: readonly DigestItem[]
}

export type DigestSection =
  | TaskSection
  | { readonly kind: 'summary'; readonly title: string; readonly summary: ManagerSummary }

export interface Digest {
  readonly personId: string
  readonly onDate: CalendarDate
  readonly subject: string
  readonly sections: readonly DigestSection[]
  /** Nothing to say: no email is made. */
  readonly isEmpty: boolean
}

export interface DigestInput {
  readonly person: { readonly id: string; readonly dateWords?: DateWords }
  readonly today: CalendarDate
  /** Tasks that were given to the person and not announced yet. */
  readonly assignments: readonly DigestTask[]
  /** Reminders without a hold, with their tasks. */
  readonly reminders: readonly { readonly task: DigestTask; readonly reminder: Reminder }[]
  readonly summary: ManagerSummary | null
  /** Of the plans that the tasks belong to, for the subject. */
  readonly planTitles: PlanTitles
}

/**
 * The email of one person and day. A hold is the caller's to respect: every reminder given is
 * named.
 */
export function buildDigest(input: DigestInput): Digest {
  const { summary, planTitles } = input
  const tasks = taskSections(input)
  const sections: DigestSection[] = summary
    ? [...tasks, { kind: 'summary', title: sectionTitle.summary, summary }]
    : tasks
  return {
    personId: input.person.id,
    onDate: input.today,
    subject: digestSubject({ sections: tasks, summary, planTitles }),
    sections,
    isEmpty: sections.length === 0,
  }
}

function taskSections({ person, today, assignments, reminders }: DigestInput): TaskSection[] {
  const newIds = new Set(assignments.map(({ id }) => id))
  const placed = new Map<string, { kind: TaskSectionKind; task: DigestTask }>()
  for (const task of assignments) placed.set(task.id, { kind: 'assignment', task })
  for (const { task, reminder } of reminders) {
    const isCovered = reminder.kind === 'due-soon' && newIds.has(task.id)
    if (!isCovered) placed.set(task.id, { kind: reminder.kind, task })
  }
  const entries = [...placed.values()].sort((a, b) => byDueDate(a.task, b.task))
  return taskSectionKinds.flatMap((kind) => {
    const items = entries
      .filter((entry) => entry.kind === kind)
      .map(({ task }) => itemOf(task, today, newIds.has(task.id), person.dateWords))
    return items.length > 0 ? [{ kind, title: sectionTitle[kind], items }] : []
  })
}

function itemOf(
  task: DigestTask,
  today: CalendarDate,
  isNew: boolean,
  words?: DateWords,
): DigestItem {
  return {
    taskId: task.id,
    planId: task.planId,
    action: task.action,
    dueOn: task.dueOn,
    daysLeft: daysBetween(today, task.dueOn),
    day: formatDay(task.dueOn, today, words),
    distance: formatDistance(task.dueOn, today, words),
    isNew,
    isBlocked: task.status === 'blocked',
  }
}
