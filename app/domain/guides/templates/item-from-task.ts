/**
 * A task of a running plan as an item of a template: what is to be done, by which office, how many
 * days after the start. No person, no date and nothing of how it went comes along.
 *
 *     // A task without a horizon, due on 21 January in a plan that started on 1 January:
 *     itemFromTask(task, calendarDate('2027-01-01')).horizonDays // 20
 */
import { daysBetween, type CalendarDate } from '~/domain/calendar/calendar-date'
import type { Cadence, Priority, Stage, Track } from '~/domain/shared/vocabulary'

/** What an item and a task have in common. */
export interface PlannedWork {
  stage: Stage
  /** Kept when the task's date was moved. */
  horizonDays: number | null
  track: Track | null
  priority: Priority | null
  action: string
  outcome: string | null
  detail: string | null
  ownerRoleId: string | null
  frameworkRefs: string[]
  cadence: Cadence | null
}

/** The item a task becomes; where it has no horizon, the days from the start to its due date count. */
export function itemFromTask(
  task: PlannedWork & { dueOn: CalendarDate },
  startsOn: CalendarDate,
): PlannedWork {
  const { stage, track, priority, action, outcome, detail, ownerRoleId, frameworkRefs, cadence } =
    task
  const horizonDays = task.horizonDays ?? Math.max(1, daysBetween(startsOn, task.dueOn))
  return {
    stage,
    horizonDays,
    track,
    priority,
    action,
    outcome,
    detail,
    ownerRoleId,
    frameworkRefs,
    cadence,
  }
}
