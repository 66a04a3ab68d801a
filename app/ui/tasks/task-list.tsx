import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { daysBetween, type CalendarDate } from '~/domain/calendar/calendar-date'
import { taskCompletePath, taskPath } from '~/domain/shared/paths'
import type { TaskListItem } from '~/domain/tasks/my-tasks'
import { FrameworkRefs } from '../frameworks/framework-refs'
import { useDateFormat } from '../primitives/date-words'
import { Icon } from '../primitives/icon'
import { ListLink } from '../primitives/text-link'
import { GoneFromGuideMark } from './gone-from-guide'
import { PriorityMark, TaskStatusBadge, TrackMark } from './task-marks'

/**
 * A row; it gets a Complete button when it has a version and `canComplete` allows it, and shows its
 * framework references when it has them.
 */
export type TaskRowItem = TaskListItem & {
  version?: number
  frameworkRefs?: readonly string[]
  isGoneFromGuide?: boolean
}

/** What a row leaves out because the page or its heading says it already. */
export type HiddenFact = 'plan' | 'owner' | 'track' | 'responsible' | 'status'

export interface TaskListLook {
  today: CalendarDate
  /** Which tasks the person may complete from here; none without it. */
  canComplete?: boolean | ((task: TaskRowItem) => boolean)
  hide?: readonly HiddenFact[]
}

export interface TaskListGroup {
  key: string
  label: string
  /** In place of `label`, for a GroupHeading with counts. */
  heading?: ReactNode
  note?: string | null
  tasks: readonly TaskRowItem[]
}

interface TaskListProps extends TaskListLook {
  groups: readonly TaskListGroup[]
  /** Where completing a task leads back to: a path of this site, sent as `returnTo`. */
  returnTo?: string
}

/**
 * Tasks under headings. The list is one form and each Complete button names its own address
 * (`formaction`) and sends `version`, so thirty rows cost no more than thirty buttons. It cannot stand
 * inside another form.
 */
export function TaskList({ groups, returnTo, ...look }: TaskListProps) {
  return (
    <Form method="post" preventScrollReset discover="none">
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      {groups.map((group) => (
        <section key={group.key} className="mb-6" aria-label={group.label}>
          {group.heading ?? <ListHeading group={group} />}
          <ul className={look.canComplete ? 'card tasks-completable' : 'card'}>
            {group.tasks.map((task) => (
              <TaskRow key={task.id} task={task} {...look} />
            ))}
          </ul>
        </section>
      ))}
    </Form>
  )
}

function ListHeading({ group }: { group: TaskListGroup }) {
  const isLate = group.key === 'overdue'
  return (
    <h2 className={`mb-2 flex items-center gap-2 font-semibold ${isLate ? 'text-bad' : ''}`}>
      {isLate ? <Icon name="alert" /> : null}
      {group.label}
      <span className="font-normal text-muted">
        {group.tasks.length}
        {group.note ? ` · ${group.note}` : ''}
      </span>
    </h2>
  )
}

/** One task in a list; TaskList puts it in the form its button needs. */
export function TaskRow({
  task,
  today,
  canComplete,
  hide = [],
}: TaskListLook & { task: TaskRowItem }) {
  const owner = hide.includes('owner') ? null : task.ownerRoleName
  const responsible = hide.includes('responsible') ? null : task.responsibleName
  return (
    <li className="task-row">
      <div className="task-main">
        <ListLink to={taskPath(task.id)} className="task-link">
          {task.action}
        </ListLink>
        <div className="task-facts">
          <span>{`#${task.reference}`}</span>
          {owner || responsible ? (
            <span>{[owner, responsible].filter(Boolean).join(' · ')}</span>
          ) : null}
          {hide.includes('plan') ? null : <span>{task.planTitle}</span>}
          {hide.includes('track') ? null : <TrackMark track={task.track} />}
          {task.priority === 'high' ? <PriorityMark priority="high" /> : null}
          {task.isGoneFromGuide && !isFinished(task) ? <GoneFromGuideMark /> : null}
        </div>
        <div className="mt-1 empty:hidden">
          <FrameworkRefs refs={task.frameworkRefs ?? []} />
        </div>
      </div>
      {hide.includes('status') ? (
        <span />
      ) : (
        <span>
          <TaskStatusBadge status={task.status} />
        </span>
      )}
      <TaskDue task={task} today={today} />
      {isCompletable(task, canComplete) ? <CompleteButton task={task} /> : null}
    </li>
  )
}

const isFinished = (task: TaskRowItem) => task.status === 'done' || task.status === 'cancelled'

function isCompletable(task: TaskRowItem, canComplete: TaskListLook['canComplete']): boolean {
  if (task.version === undefined || isFinished(task) || !canComplete) return false
  return canComplete === true || canComplete(task)
}

function CompleteButton({ task }: { task: TaskRowItem }) {
  return (
    <button
      type="submit"
      className="btn btn-secondary btn-sm task-row-end"
      formAction={taskCompletePath(task.id)}
      name="version"
      value={task.version}
      aria-label={`Complete: ${task.action}`}
    >
      <Icon name="check" />
      Complete
    </button>
  )
}

function daysLate(dueOn: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(dueOn, today)
  return `${days} ${days === 1 ? 'day' : 'days'} late`
}

function TaskDue({ task, today }: { task: TaskRowItem; today: CalendarDate }) {
  const { formatDay, formatDistance } = useDateFormat()
  if (isFinished(task)) {
    return (
      <time dateTime={task.dueOn} className="task-due">
        {formatDay(task.dueOn, today)}
      </time>
    )
  }
  const isLate = task.dueOn < today
  const look = isLate
    ? 'task-due task-due-late'
    : task.dueOn === today
      ? 'task-due task-due-today'
      : 'task-due'
  return (
    <time dateTime={task.dueOn} className={look}>
      {formatDay(task.dueOn, today)}{' '}
      <small>{isLate ? daysLate(task.dueOn, today) : formatDistance(task.dueOn, today)}</small>
    </time>
  )
}
