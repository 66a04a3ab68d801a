import type { ReactNode } from 'react'
import { Icon, type IconName } from '../primitives/icon'
import { Instant } from '../primitives/time'
import { PlainText } from '../primitives/words'

export interface ActivityListItem {
  id: string
  at: Date
  /** The activity's type (`task.completed`); chooses the icon. */
  type: string
  /** As `describeActivity` says it. */
  sentence: string
  /** The text of a comment. */
  body?: string | null
}

interface ActivityListProps {
  items: readonly ActivityListItem[]
  timeZone: string
  empty?: ReactNode
}

const typeIcon: Readonly<Record<string, IconName>> = {
  'task.started': 'half',
  'task.blocked': 'blocked',
  'task.unblocked': 'half',
  'task.completed': 'check-circle',
  'task.reopened': 'recovery',
  'task.cancelled': 'cancelled',
  'task.assigned': 'person',
  'task.due-date-moved': 'calendar',
  'task.edited': 'edit',
  'task.commented': 'comment',
  'evidence.added': 'file',
  'evidence.withdrawn': 'close',
  'plan.launched': 'plan',
  'review.signed': 'review',
}

/** What happened, in the order given. */
export function ActivityList({
  items,
  timeZone,
  empty = 'Nothing has happened yet.',
}: ActivityListProps) {
  if (items.length === 0) return <p className="text-muted">{empty}</p>
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id}>
          <Icon name={typeIcon[item.type] ?? 'circle'} />
          <p>
            {item.sentence}
            <Instant at={item.at} timeZone={timeZone} className="ml-2 text-sm text-muted" />
          </p>
          {item.body ? (
            <div className="mt-1 rounded-md bg-sunken px-3 py-2">
              <PlainText>{item.body}</PlainText>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
