import {
  priorityLabel,
  taskStatusLabel,
  trackLabel,
  type Priority,
  type TaskStatus,
  type Track,
} from '~/domain/shared/vocabulary'
import { Badge, type Tone } from '../primitives/badge'
import { Icon, type IconName } from '../primitives/icon'

const statusLook: Readonly<Record<TaskStatus, { tone: Tone; icon: IconName }>> = {
  open: { tone: 'neutral', icon: 'circle' },
  started: { tone: 'info', icon: 'half' },
  blocked: { tone: 'held', icon: 'blocked' },
  done: { tone: 'good', icon: 'check-circle' },
  cancelled: { tone: 'neutral', icon: 'cancelled' },
}

/** A task's status: shape, word, colour. */
export function TaskStatusBadge({ status }: { status: TaskStatus }) {
  const look = statusLook[status]
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {taskStatusLabel[status]}
    </Badge>
  )
}

const priorityIcon: Readonly<Record<Priority, IconName>> = {
  high: 'priority-high',
  medium: 'priority-medium',
  low: 'priority-low',
}

/** "High priority", with arrows; nothing when there is none. */
export function PriorityMark({ priority }: { priority: Priority | null }) {
  if (!priority) return null
  return (
    <span className={priority === 'high' ? 'task-fact text-bad' : 'task-fact'}>
      <Icon name={priorityIcon[priority]} />
      {priorityLabel[priority]}
      <span className="sr-only"> priority</span>
    </span>
  )
}

const trackIcon: Readonly<Record<Track, IconName>> = {
  prevention: 'shield',
  detection: 'eye',
  response: 'response',
  recovery: 'recovery',
  governance: 'governance',
}

/** The track with its sign; nothing when there is none. */
export function TrackMark({ track }: { track: Track | null }) {
  if (!track) return null
  return (
    <span className="task-fact">
      <Icon name={trackIcon[track]} />
      {trackLabel[track]}
    </span>
  )
}
