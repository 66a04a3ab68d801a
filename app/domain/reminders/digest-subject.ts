/**
 * The subject of a digest: what is most urgent comes first, and one task alone is called by its name.
 * The message, its heading, the forecast before a launch and a dry run all show this one line.
 *
 *     digestSubject({ sections: [{ kind: 'overdue', items: [a, b, c] }, { kind: 'due-today', items: [d] }], … })
 *     // '3 tasks overdue, 1 due today'
 *     digestSubject({ sections: [{ kind: 'assignment', items: five }], planTitles, summary: null })
 *     // '5 new tasks from Phishing plan'
 */
import { percent } from '~/domain/progress/task-count'
import type { ManagerSummary } from '~/domain/reminders/manager-summary'
import type { ReminderKind } from '~/domain/reminders/policy'
import { oneLine, shorten, subjectLine } from '~/domain/shared/subject-line'

/** Longest action, and longest plan title beside other words, in characters. */
const namedLength = 60
const summaryTitleLength = 50

/** Titles by plan; a plan without one is left unnamed. */
export type PlanTitles = ReadonlyMap<string, string>

interface SubjectTask {
  readonly action: string
  readonly planId: string
  /** "in 3 days" */
  readonly distance: string
}

export interface SubjectSection {
  readonly kind: ReminderKind | 'assignment'
  readonly items: readonly SubjectTask[]
}

/** One line of at most a hundred characters. `sections` stand in the order of their urgency, none empty. */
export function digestSubject(input: {
  sections: readonly SubjectSection[]
  summary: ManagerSummary | null
  planTitles: PlanTitles
}): string {
  const { sections, summary, planTitles } = input
  if (sections.length === 0) {
    return summary ? subjectLine(summarySubject(summary)) : 'Nothing to do today'
  }
  const tasks = tasksSubject(sections, planTitles)
  return subjectLine(summary ? `${tasks}, and the plan summary` : tasks)
}

function tasksSubject(sections: readonly SubjectSection[], planTitles: PlanTitles): string {
  const [first, ...others] = sections
  const [task, ...more] = first?.items ?? []
  if (!first || !task) return ''
  if (others.length === 0 && more.length === 0) {
    return `${singleLabel(first.kind, task)}: ${shorten(oneLine(task.action), namedLength)}`
  }
  if (first.kind === 'assignment') return newTasksSubject(first.items, planTitles)
  const counts = others.map(({ kind, items }) => `${items.length} ${countLabel[kind]}`)
  return [`${tasksWord(first.items.length)} ${countLabel[first.kind]}`, ...counts].join(', ')
}

const countLabel: Record<SubjectSection['kind'], string> = {
  overdue: 'overdue',
  'due-today': 'due today',
  'due-soon': 'due soon',
  assignment: 'new',
}

function singleLabel(kind: SubjectSection['kind'], { distance }: SubjectTask): string {
  if (kind === 'due-soon') return `Due ${distance}`
  return { overdue: 'Overdue', 'due-today': 'Due today', assignment: 'New task' }[kind]
}

function newTasksSubject(tasks: readonly SubjectTask[], planTitles: PlanTitles): string {
  const [planId, ...others] = new Set(tasks.map((task) => task.planId))
  const title = planTitles.get(planId ?? '')
  const words = `${tasks.length} new tasks`
  if (others.length > 0) return `${words} from ${others.length + 1} plans`
  return title ? `${words} from ${shorten(oneLine(title), namedLength)}` : words
}

const tasksWord = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)

/** "Phishing plan: 43% done, 2 overdue", or the same of all plans together. */
function summarySubject({ plans, overdue }: ManagerSummary): string {
  const [plan, ...others] = plans
  const what =
    plan && others.length === 0
      ? shorten(oneLine(plan.title), summaryTitleLength)
      : `${plans.length} plans running`
  const sum = (key: 'done' | 'total') => plans.reduce((all, each) => all + each[key], 0)
  const late = overdue.total === 0 ? 'nothing overdue' : `${overdue.total} overdue`
  return `${what}: ${percent(sum('done'), sum('total')) ?? 0}% done, ${late}`
}
