import type { TaskMoves as Moves } from '~/domain/access/owner-roles'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { taskPath } from '~/domain/shared/paths'
import { Card } from '../primitives/card'
import { DataTable, type Column } from '../primitives/data-table'
import { ListLink } from '../primitives/text-link'
import { Day } from '../primitives/time'

export const openTasks = (n: number) => `${n} open ${n === 1 ? 'task' : 'tasks'}`

/** What is about to move: how much of which plan, who gets mail, and the first of the tasks. */
export function TaskMoves({ moves, today }: { moves: Moves; today: CalendarDate }) {
  const { total, first, byPlan, recipients, recurringCount, unownedCount } = moves
  if (total === 0) {
    return <p className="text-muted">No open task moves. What is finished stays as it is.</p>
  }
  return (
    <div className="grid gap-3">
      <p>
        {openTasks(total)} {total === 1 ? 'moves' : 'move'}:{' '}
        {byPlan.map(({ planTitle, count }) => `${count} of “${planTitle}”`).join(', ')}. What is
        finished stays as it is.
        {recurringCount > 0
          ? ` ${recurringCount} of them ${recurringCount === 1 ? 'comes' : 'come'} round again; the later times follow as well.`
          : ''}
      </p>
      {recipients.length > 0 ? (
        <p>
          Gets mail:{' '}
          {recipients.map(({ name, count }) => `${name} about ${openTasks(count)}`).join(', ')}.
        </p>
      ) : null}
      {unownedCount > 0 ? (
        <p className="font-semibold text-bad">
          {openTasks(unownedCount)} would be nobody’s, and nobody would be reminded of{' '}
          {unownedCount === 1 ? 'it' : 'them'}.
        </p>
      ) : null}
      <Card isPadded={false}>
        <DataTable
          caption="Tasks that move"
          columns={columnsFor(today)}
          rows={first}
          rowKey={({ id }) => id}
        />
      </Card>
      {total > first.length ? <p className="text-muted">and {total - first.length} more.</p> : null}
    </div>
  )
}

const columnsFor = (today: CalendarDate): Column<Moves['first'][number]>[] => [
  {
    key: 'task',
    header: 'Task',
    cell: (task) => (
      <>
        <ListLink to={taskPath(task.id)} className="hover:text-accent hover:underline">
          {task.action}
        </ListLink>
        <span className="block text-sm font-normal text-muted">
          #{task.reference}, {task.planTitle}
        </span>
      </>
    ),
  },
  { key: 'due', header: 'Due', cell: (task) => <Day date={task.dueOn} today={today} isShort /> },
  { key: 'from', header: 'Now with', cell: (task) => task.fromName ?? 'Nobody' },
  { key: 'to', header: 'Goes to', cell: (task) => task.toName ?? 'Nobody' },
]
