import { sectionTitle, taskSectionKinds, type TaskSectionKind } from '~/domain/reminders/digest'
import { oneLine, shorten } from '~/domain/shared/subject-line'
import type { DigestPlanSummary, DigestTask, TaskDigestPayload } from './task-digest-payload'

/**
 * The words of a digest, shared by its HTML and its text. Its subject comes with the payload.
 *
 *     digestPreheader(digest) // 'Rotate the keys · Review vendor accounts · Phishing plan: Late'
 *     moreWords(section)      // 'and 14 more under My tasks'
 */

export type SectionTone = 'overdue' | 'today' | 'plain'

export interface DigestSection {
  title: string
  /** A shape that stands with the colour, for those who do not see the colour. */
  shape: string
  tone: SectionTone
  tasks: readonly DigestTask[]
  /** How many more there are than are shown. */
  moreCount: number
  /** How many there are. */
  count: number
}

/**
 * Mail services cut a message off at about 100 kB, which eighty tasks stay under; the rest is behind
 * the button.
 */
const SHOWN_PER_SECTION = 20
/** How many blocked tasks, and how many of nobody's, are named for each plan; its page has them all. */
const SHOWN_STUCK = 5

const looks: Record<TaskSectionKind, { shape: string; tone: SectionTone }> = {
  overdue: { shape: '▲', tone: 'overdue' },
  'due-today': { shape: '●', tone: 'today' },
  'due-soon': { shape: '○', tone: 'plain' },
  assignment: { shape: '◆', tone: 'plain' },
}

/** The sections that have something in them, in the order in which they are read. */
export function digestSections(digest: TaskDigestPayload): DigestSection[] {
  const { overdue, dueToday, dueSoon, newTasks } = digest
  const tasksOf = {
    overdue,
    'due-today': dueToday,
    'due-soon': dueSoon,
    assignment: newTasks,
  }
  return taskSectionKinds
    .map((kind) => ({
      ...looks[kind],
      title: sectionTitle[kind],
      tasks: tasksOf[kind].slice(0, SHOWN_PER_SECTION),
      moreCount: Math.max(0, tasksOf[kind].length - SHOWN_PER_SECTION),
      count: tasksOf[kind].length,
    }))
    .filter(({ count }) => count > 0)
}

function tasksWord(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}

/** The sentence above the lists. */
export function digestIntroduction(digest: TaskDigestPayload): string {
  const what = digestSections(digest).length > 0 ? 'your tasks' : 'the plans'
  return `This is how ${what} at ${digest.organisationName} stand on ${digest.todayWords}.`
}

/** What a contact is told of their links. */
export const linkWords =
  'The links open your tasks without a password, for 30 days. Do not forward this message: whoever has it can act in your name.'

/** What inboxes show after the subject: the first things by name. */
export function digestPreheader(digest: TaskDigestPayload): string {
  const actions = digestSections(digest).flatMap(({ tasks }) => tasks.map(({ action }) => action))
  const plans = digest.planSummaries.map(
    ({ planTitle, courseLabel }) => `${planTitle}: ${courseLabel}`,
  )
  return shorten(oneLine([...actions, ...plans].slice(0, 3).join(' · ')), 140)
}

/** "Done when: every vendor account has an owner". */
export function outcomeWords(outcome: string): string {
  return `Done when: ${outcome}`
}

/** "You stand in for Ana Ruiz, who is away", for a task that comes from somebody out of office. */
export function standInWords({ awayName }: DigestTask): string[] {
  return awayName === null ? [] : [`You stand in for ${awayName}, who is away`]
}

function overdueWords({ overdueCount }: DigestPlanSummary): string {
  return overdueCount === 0 ? 'nothing overdue' : `${overdueCount} overdue`
}

/** "Phishing plan · due Fri 18 Dec, in 3 days". */
export function taskPlaceAndDue(task: DigestTask): string {
  return `${task.planTitle} · due ${task.dueWords}`
}

/** "6 of 14 tasks done (43%, 50% expected by today), 2 overdue". */
export function summaryFigures(summary: DigestPlanSummary): string {
  const { doneCount, taskCount, donePercent, expectedPercent } = summary
  const done = `${doneCount} of ${tasksWord(taskCount)} done`
  return `${done} (${donePercent}%, ${expectedPercent}% expected by today), ${overdueWords(summary)}`
}

/** "Jonas Berg: waiting for the vendor". */
export function blockedWords(blocked: DigestPlanSummary['blocked'][number]): string {
  return `${blocked.responsibleName ?? 'Nobody responsible'}: ${blocked.reason}`
}

/** The blocked tasks that are named, and how many are not. */
export function shownBlocked({ blocked }: DigestPlanSummary) {
  return {
    shown: blocked.slice(0, SHOWN_STUCK),
    moreCount: Math.max(0, blocked.length - SHOWN_STUCK),
  }
}

/** The tasks of nobody's that are named, and how many are not. */
export function shownUnowned({ unowned }: DigestPlanSummary) {
  return {
    shown: unowned.slice(0, SHOWN_STUCK),
    moreCount: Math.max(0, unowned.length - SHOWN_STUCK),
  }
}

/** "and 14 more under My tasks". */
export function moreWords(section: DigestSection): string {
  return `and ${section.moreCount} more under My tasks`
}

/** Why this person gets a digest, for the footer. */
export function digestReason(digest: TaskDigestPayload): string {
  const hasTasks = digestSections(digest).length > 0
  if (!hasTasks) return `You get this because you manage plans at ${digest.organisationName}.`
  const andManages = digest.planSummaries.length > 0 ? ' and you manage plans there' : ''
  return `You get this because tasks at ${digest.organisationName} are yours${andManages}.`
}
