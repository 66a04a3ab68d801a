/**
 * A plan: a template that an organisation starts on a date. It is a draft until its launch, and
 * nobody hears of its tasks before. Its state is read from who did what when.
 *
 *     planState(plan)                 // 'draft'
 *     canLaunch(plan, tasks, roles)   // [{ severity: 'problem', code: 'task-without-due-date', … }]
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'

export interface Plan {
  readonly id: string
  readonly organisationId: string
  readonly title: string
  readonly templateId: string | null
  readonly startsOn: CalendarDate | null
  readonly launchedAt: Date | null
  readonly launchedById: string | null
  readonly cancelledAt: Date | null
  readonly cancelledById: string | null
  readonly cancelReason: string | null
  readonly createdAt: Date
  readonly createdById: string | null
  readonly version: number
}

export const planStates = ['draft', 'running', 'cancelled'] as const
export type PlanState = (typeof planStates)[number]
export const planStateLabel: Record<PlanState, string> = {
  draft: 'Draft',
  running: 'Running',
  cancelled: 'Cancelled',
}

/** A cancelled plan stays cancelled whether or not it was launched. */
export function planState(plan: Pick<Plan, 'launchedAt' | 'cancelledAt'>): PlanState {
  if (plan.cancelledAt !== null) return 'cancelled'
  return plan.launchedAt === null ? 'draft' : 'running'
}

export interface LaunchableTask {
  readonly id: string
  readonly action: string
  readonly dueOn: CalendarDate | null
  readonly ownerRoleId: string | null
  readonly assigneeId: string | null
}

export interface RoleHolders {
  readonly id: string
  readonly name: string
  readonly holderId: string | null
  readonly backupId: string | null
}

export interface LaunchProblem {
  readonly code:
    | 'already-launched'
    | 'plan-cancelled'
    | 'start-date-missing'
    | 'no-tasks'
    | 'task-without-due-date'
    | 'role-without-holder'
    | 'task-without-owner'
    | 'due-date-refused'
    | 'due-after-horizon'
    | 'due-before-today'
  /** A problem stops the launch; a warning is the manager's to accept. */
  readonly severity: 'problem' | 'warning'
  /** A sentence for people. */
  readonly message: string
  /** The tasks it is about; empty when it is about the plan. */
  readonly taskIds: readonly string[]
}

/**
 * What stands against launching, problems before warnings; empty when nothing does. The plan can be
 * launched when no entry has the severity 'problem': see `isLaunchable`.
 */
export function canLaunch(
  plan: Pick<Plan, 'startsOn' | 'launchedAt' | 'cancelledAt'>,
  tasks: readonly LaunchableTask[],
  roles: readonly RoleHolders[],
): LaunchProblem[] {
  return [...planProblems(plan, tasks), ...ownerWarnings(tasks, roles)]
}

/** Whether what `canLaunch` found still lets the plan be launched. */
export function isLaunchable(problems: readonly LaunchProblem[]): boolean {
  return problems.every(({ severity }) => severity === 'warning')
}

function planProblems(
  plan: Pick<Plan, 'startsOn' | 'launchedAt' | 'cancelledAt'>,
  tasks: readonly LaunchableTask[],
): LaunchProblem[] {
  const problems: LaunchProblem[] = []
  const add = (code: LaunchProblem['code'], message: string, taskIds: string[] = []) =>
    problems.push({ code, severity: 'problem', message, taskIds })
  const state = planState(plan)
  if (state === 'running') add('already-launched', 'This plan has been launched already.')
  if (state === 'cancelled')
    add('plan-cancelled', 'This plan was cancelled; start a new one instead.')
  if (plan.startsOn === null) add('start-date-missing', 'Choose the day on which the plan starts.')
  if (tasks.length === 0) add('no-tasks', 'The plan has no tasks; add at least one.')
  const undated = tasks.filter(({ dueOn }) => dueOn === null)
  if (undated.length > 0) {
    add(
      'task-without-due-date',
      `${listActions(undated)} ${undated.length === 1 ? 'has' : 'have'} no due date; choose one.`,
      undated.map(({ id }) => id),
    )
  }
  return problems
}

function ownerWarnings(
  tasks: readonly LaunchableTask[],
  roles: readonly RoleHolders[],
): LaunchProblem[] {
  const warnings: LaunchProblem[] = []
  const unassigned = tasks.filter(({ assigneeId }) => assigneeId === null)
  for (const role of roles) {
    if (role.holderId !== null || role.backupId !== null) continue
    const ofRole = unassigned.filter(({ ownerRoleId }) => ownerRoleId === role.id)
    if (ofRole.length === 0) continue
    warnings.push({
      code: 'role-without-holder',
      severity: 'warning',
      message: `Nobody holds the role ${role.name}; nobody will be reminded of its ${countTasks(ofRole.length)}.`,
      taskIds: ofRole.map(({ id }) => id),
    })
  }
  const known = new Set(roles.map(({ id }) => id))
  const ownerless = unassigned.filter(({ ownerRoleId }) => !ownerRoleId || !known.has(ownerRoleId))
  if (ownerless.length > 0) {
    warnings.push({
      code: 'task-without-owner',
      severity: 'warning',
      message: `${listActions(ownerless)} ${ownerless.length === 1 ? 'has' : 'have'} no owner; nobody will be reminded.`,
      taskIds: ownerless.map(({ id }) => id),
    })
  }
  return warnings
}

function countTasks(count: number): string {
  return count === 1 ? 'task' : `${count} tasks`
}

/**
 * Names up to two tasks and counts the rest: whole sentences stay readable with hundreds of tasks.
 */
function listActions(tasks: readonly LaunchableTask[]): string {
  const named = tasks.slice(0, 2).map(({ action }) => `“${action}”`)
  const more = tasks.length - named.length
  if (more > 0) return `${named.join(', ')} and ${more} more`
  return named.join(' and ')
}
