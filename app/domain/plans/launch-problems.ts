/**
 * Everything that stands against a launch, from the plan, its owners and its dates: problems first,
 * then what the manager may accept. The page before the launch shows the list, the launch itself
 * refuses while a problem is in it.
 *
 *     launchProblems({ plan, tasks, roles, calendar, today })
 *     // [{ severity: 'warning', code: 'due-before-today', message: '2 tasks are due before today, …' }]
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { WorkingCalendar } from '~/domain/calendar/working-calendar'
import {
  canLaunch,
  type LaunchableTask,
  type LaunchProblem,
  type Plan,
  type RoleHolders,
} from '~/domain/plans/plan'
import { checkDueDate } from '~/domain/plans/propose-due-dates'

type DatedTask = LaunchableTask & { dueOn: CalendarDate; horizonDays: number | null }

export function launchProblems(input: {
  plan: Pick<Plan, 'launchedAt' | 'cancelledAt'> & { startsOn: CalendarDate }
  tasks: readonly DatedTask[]
  roles: readonly RoleHolders[]
  calendar: WorkingCalendar
  today: CalendarDate
}): LaunchProblem[] {
  const found = [
    ...canLaunch(input.plan, input.tasks, input.roles),
    ...dateProblems(input.tasks, input.plan.startsOn, input.calendar, input.today),
  ]
  return [
    ...found.filter(({ severity }) => severity === 'problem'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ]
}

function dateProblems(
  tasks: readonly DatedTask[],
  startsOn: CalendarDate,
  calendar: WorkingCalendar,
  today: CalendarDate,
): LaunchProblem[] {
  const refused: DatedTask[] = []
  const late: DatedTask[] = []
  for (const task of tasks) {
    const found = checkDueDate(task.dueOn, { startsOn, horizonDays: task.horizonDays, calendar })
    if (found.some(({ severity }) => severity === 'refused')) refused.push(task)
    else if (found.length > 0) late.push(task)
  }
  const past = tasks.filter(({ dueOn }) => dueOn < today)
  return [
    ...aboutTasks(refused, 'due-date-refused', 'problem', (words, is) => {
      return `${words} ${is} due on a day off or before the plan starts; choose other dates.`
    }),
    ...aboutTasks(late, 'due-after-horizon', 'warning', (words, is) => {
      return `${words} ${is} due after the guide’s horizon.`
    }),
    ...aboutTasks(past, 'due-before-today', 'warning', (words, is) => {
      return `${words} ${is} due before today, so overdue from the launch on.`
    }),
  ]
}

function aboutTasks(
  tasks: readonly DatedTask[],
  code: LaunchProblem['code'],
  severity: LaunchProblem['severity'],
  sentence: (words: string, is: string) => string,
): LaunchProblem[] {
  if (tasks.length === 0) return []
  const words = tasks.length === 1 ? `“${tasks[0]?.action}”` : `${tasks.length} tasks`
  const message = sentence(words, tasks.length === 1 ? 'is' : 'are')
  return [{ code, severity, message, taskIds: tasks.map(({ id }) => id) }]
}
