import { daysBetween, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { NotableTask } from '~/domain/progress/dashboard'
import { taskPath } from '~/domain/shared/paths'
import { Badge } from '../primitives/badge'
import { Card } from '../primitives/card'
import { DataTable, type Column } from '../primitives/data-table'
import { ListLink } from '../primitives/text-link'
import { Day } from '../primitives/time'

interface NotableTasksProps {
  caption: string
  tasks: readonly NotableTask[]
  today: CalendarDate
  /** Says how late each is instead of how far away. */
  isLate?: boolean
}

/** A short list of tasks for leadership: what, whose, when. */
export function NotableTasks({ caption, tasks, today, isLate }: NotableTasksProps) {
  const columns: Column<NotableTask>[] = [
    { key: 'action', header: 'Task', cell: (task) => <TaskName task={task} /> },
    {
      key: 'owner',
      header: 'Owner',
      cell: (task) =>
        [task.responsibleName ?? 'Nobody', task.ownerRoleName].filter(Boolean).join(', '),
    },
    {
      key: 'due',
      header: 'Due',
      isTight: true,
      cell: (task) => <Day date={task.dueOn} today={today} isShort={isLate} />,
    },
  ]
  if (isLate) {
    columns.push({
      key: 'late',
      header: 'Late',
      align: 'end',
      isTight: true,
      cell: (task) => <DaysLate days={daysBetween(task.dueOn, today)} />,
    })
  }
  return (
    <Card isPadded={false}>
      <DataTable caption={caption} columns={columns} rows={tasks} rowKey={(task) => task.id} />
    </Card>
  )
}

function TaskName({ task }: { task: NotableTask }) {
  return (
    <>
      <ListLink to={taskPath(task.id)} className="hover:text-accent hover:underline">
        {task.action}
      </ListLink>
      {task.blockedReason === null ? null : (
        <span className="mt-1 flex flex-wrap items-center gap-2 text-sm font-normal">
          <Badge tone="held" icon="blocked">
            Blocked
          </Badge>
          <span className="text-muted">{task.blockedReason}</span>
        </span>
      )}
    </>
  )
}

const DaysLate = ({ days }: { days: number }) => (
  <strong className="text-bad">
    {days} {days === 1 ? 'day' : 'days'}
  </strong>
)
