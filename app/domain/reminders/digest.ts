/**
 * One person's email of one day: everything there is to say to them, in the order of its urgency.
 * Each task is named once, under the most urgent heading that fits; a task that is new to the person
 * and due soon stands among the new ones, which show their due dates anyway.
 *
 *     buildDigest({ person, today, assignments: [newTask], reminders: [{ task, reminder }], summary: null })
 *     // { subject: 'Your tasks: 1 overdue, 1 new', sections: [{ kind: 'overdue', … }, { kind: 'assignment', … }], … }
 */
import { type CalendarDate, daysBetween } from '~/domain/calendar/calendar-date'
import { formatDay, formatDistance } from '~/domain/calendar/format-date'
import { byDueDate, type ManagerSummary } from '~/domain/reminders/manager-summary'
import type { RemindableTask, Reminder } from '~/domain/reminders/policy'

/** Longest action in a subject, in characters: mail programs show some 70 of the whole line. */
const subjectActionLength = 60

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

export type DigestSection =
  | {
      readonly kind: TaskSectionKind
      readonly title: string
      readonly items: readonly DigestItem[]
    }
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
  readonly person: { readonly id: string }
  readonly today: CalendarDate
  /** Tasks that were given to the person and not announced yet. */
  readonly assignments: readonly DigestTask[]
  /** Reminders without a hold, with their tasks. */
  readonly reminders: readonly { readonly task: DigestTask; readonly reminder: Reminder }[]
  readonly summary: ManagerSummary | null
}

/**
 * The email of one person and day. A hold is the caller's to respect: every reminder given is
 * named.
 */
export function buildDigest(input: DigestInput): Digest {
  const sections = taskSections(input)
  if (input.summary) {
    sections.push({ kind: 'summary', title: sectionTitle.summary, summary: input.summary })
  }
  return {
    personId: input.person.id,
    onDate: input.today,
    subject: subjectOf(sections),
    sections,
    isEmpty: sections.length === 0,
  }
}

function taskSections({ today, assignments, reminders }: DigestInput): DigestSection[] {
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
      .map(({ task }) => itemOf(task, today, newIds.has(task.id)))
    return items.length > 0 ? [{ kind, title: sectionTitle[kind], items }] : []
  })
}

function itemOf(task: DigestTask, today: CalendarDate, isNew: boolean): DigestItem {
  return {
    taskId: task.id,
    planId: task.planId,
    action: task.action,
    dueOn: task.dueOn,
    daysLeft: daysBetween(today, task.dueOn),
    day: formatDay(task.dueOn, today),
    distance: formatDistance(task.dueOn, today),
    isNew,
    isBlocked: task.status === 'blocked',
  }
}

function subjectOf(sections: readonly DigestSection[]): string {
  const items = sections.flatMap((section) =>
    section.kind === 'summary' ? [] : section.items.map((item) => ({ kind: section.kind, item })),
  )
  const summary = sections.find((section) => section.kind === 'summary')?.summary
  const [first] = items
  if (first === undefined) return summary ? summarySubject(summary) : 'Nothing to do today'
  const addition = summary ? ', and the week in your plans' : ''
  if (items.length === 1) {
    return `${singleLabel(first.kind, first.item)}: ${shorten(first.item.action)}${addition}`
  }
  const counts = sections.flatMap((section) =>
    section.kind === 'summary' ? [] : `${section.items.length} ${countLabel[section.kind]}`,
  )
  return `Your tasks: ${counts.join(', ')}${addition}`
}

const countLabel: Record<TaskSectionKind, string> = {
  overdue: 'overdue',
  'due-today': 'due today',
  'due-soon': 'due soon',
  assignment: 'new',
}

function singleLabel(kind: TaskSectionKind, item: DigestItem): string {
  if (kind === 'assignment') return 'New task'
  return kind === 'due-soon' ? `Due ${item.distance}` : sectionTitle[kind]
}

function summarySubject({ plans, overdue }: ManagerSummary): string {
  const running = plans.length === 1 ? '1 plan running' : `${plans.length} plans running`
  const late = overdue.total === 0 ? 'nothing overdue' : `${overdue.total} overdue`
  return `The week in your plans: ${running}, ${late}`
}

/** One line, cut at a word: an action may hold line breaks, which a mail header must not. */
function shorten(action: string): string {
  const line = action.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (line.length <= subjectActionLength) return line
  const cut = line.slice(0, subjectActionLength)
  const atWord = cut.lastIndexOf(' ')
  return `${(atWord > subjectActionLength / 2 ? cut.slice(0, atWord) : cut).trimEnd()}…`
}
