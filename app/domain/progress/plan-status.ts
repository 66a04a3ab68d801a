/**
 * On course, at risk or late: one word for leadership, with the sentence that says why. The rule is
 * written down for the screen next to the numbers it uses, and it uses the percentages as shown, so
 * anybody can check it by reading.
 *
 *     planStatus({ donePercent: 40, expectedPercent: 62, overdue: 3, … })
 *     // { status: 'late', because: '40% is done where 62% was expected by today, 22 points behind.' }
 */
import type { PlanProgress } from '~/domain/progress/plan-progress'

export const planStatuses = ['on-course', 'at-risk', 'late'] as const
export type PlanStatus = (typeof planStatuses)[number]
export const planStatusLabel: Record<PlanStatus, string> = {
  'on-course': 'On course',
  'at-risk': 'At risk',
  late: 'Late',
}

/** More percentage points behind expectation than this is late. */
export const latePoints = 15
/** A task overdue for more days than this makes its plan late. */
export const lateDays = 14
/** More percentage points behind expectation than this is at risk. */
export const atRiskPoints = 5

/** The rule in words, worst first; the first that applies decides. */
export const planStatusRule: Readonly<Record<PlanStatus, string>> = {
  late: `Late: the plan is more than ${latePoints} percentage points behind what should be done by today, or a task is more than ${lateDays} days overdue.`,
  'at-risk': `At risk: the plan is more than ${atRiskPoints} percentage points behind, or any task is overdue or blocked.`,
  'on-course': 'On course: everything else, and every plan whose tasks are all done.',
}

type Judged = Pick<
  PlanProgress,
  'total' | 'done' | 'donePercent' | 'expectedPercent' | 'overdue' | 'blocked' | 'oldestOverdueDays'
>

/** Percentage points by which the plan is behind expectation; 0 when it is not. */
export function pointsBehind(progress: Pick<Judged, 'donePercent' | 'expectedPercent'>): number {
  return Math.max(0, (progress.expectedPercent ?? 0) - (progress.donePercent ?? 0))
}

/** The status of a plan, and the facts that decided it in one sentence. */
export function planStatus(progress: Judged): { status: PlanStatus; because: string } {
  if (progress.total === 0) return { status: 'on-course', because: 'There is nothing to do in it.' }
  if (progress.done === progress.total)
    return { status: 'on-course', because: 'Every task is done.' }
  const late = [
    pointsBehind(progress) > latePoints && behindWords(progress),
    progress.oldestOverdueDays > lateDays &&
      `the longest overdue task is ${countWords(progress.oldestOverdueDays, 'day')} late`,
  ]
  if (late.some(Boolean)) return { status: 'late', because: sentence(late) }
  const atRisk = [
    pointsBehind(progress) > atRiskPoints && behindWords(progress),
    progress.overdue > 0 && `${taskWords(progress.overdue)} overdue`,
    progress.blocked > 0 && `${taskWords(progress.blocked)} blocked`,
  ]
  if (atRisk.some(Boolean)) return { status: 'at-risk', because: sentence(atRisk) }
  return { status: 'on-course', because: onCourseWords(progress) }
}

const behindWords = (progress: Judged) =>
  `${progress.donePercent}% is done where ${progress.expectedPercent}% was expected by today, ${countWords(pointsBehind(progress), 'point')} behind`

const onCourseWords = (progress: Judged) =>
  `${progress.donePercent}% is done where ${progress.expectedPercent}% was expected by today, and no task is overdue or blocked.`

const countWords = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

const taskWords = (n: number) => (n === 1 ? '1 task is' : `${n} tasks are`)

function sentence(parts: readonly (string | false)[]): string {
  const words = parts.filter((part) => part !== false).join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** The worst of several plans' statuses; null where there is none. */
export function worstStatus(statuses: readonly PlanStatus[]): PlanStatus | null {
  return [...planStatuses].reverse().find((status) => statuses.includes(status)) ?? null
}
