/**
 * What the screens of tasks show, ready to be drawn: rows with their names, and what the person who
 * looks may do. Sentences of the history are made already; instants stay instants, so that a screen
 * says them by the reader's clock.
 *
 *     page.may.work // whether the buttons to start, block and complete are there
 */
import type { StandIn } from '~/domain/access/absence'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { FrameworkRefView, FrameworkWords } from '~/domain/frameworks/framework-ref'
import type { EvidenceKind } from '~/domain/tasks/evidence-kinds'
import type { MyTasksGroup, MyTasksGroupKey, TaskListItem } from '~/domain/tasks/my-tasks'
import type { PlanGroupCounts, PlanGrouping } from '~/domain/tasks/plan-grouping'
import type { Task } from '~/domain/tasks/task'
import type { TaskStatus } from '~/domain/shared/vocabulary'
import type { PlanStatus } from '~/domain/progress/plan-status'

/** Lists have this many rows to a page. */
export const rowsPerPage = 30

/** Which page of a list this is; pages count from 1. */
export interface Paging {
  page: number
  pageCount: number
  total: number
}

/** A page number out of a URL: whatever is no such number is the first page, and none is past the last. */
export function pagingOf(page: number, total: number): Paging {
  const pageCount = Math.max(1, Math.ceil(total / rowsPerPage))
  return { page: Math.min(Math.max(1, Math.trunc(page) || 1), pageCount), pageCount, total }
}

/** A task in a list, with the version its Complete button sends. */
export type TaskRow = TaskListItem & {
  version: number
  /** Whether the person who looks answers for it. */
  isMine: boolean
  /** A new version of its guide does not have it. */
  isGoneFromGuide: boolean
  /** All its framework references, where the list is grouped by a framework. */
  frameworkRefs?: string[]
}

/** My tasks: one page of what waits for a person. */
export interface MyTasksPage {
  today: CalendarDate
  groups: MyTasksGroup<TaskRow>[]
  /** How many lie in each heap over all pages. */
  counts: Record<MyTasksGroupKey, number>
  paging: Paging
  /** Until when the reader is away, so that others are asked instead. */
  awayUntil: CalendarDate | null
  /** Finished by this person within the last seven days. */
  doneRecently: number
  /** Why the list may be empty. */
  situation: {
    /** Holder or backup of an owner role. */
    hasOwnerRole: boolean
    /** Some plan of the organisation runs. */
    hasRunningPlan: boolean
  }
}

export interface EvidenceItem {
  id: string
  taskId: string
  kind: EvidenceKind
  title: string
  url: string | null
  note: string | null
  fileName: string | null
  fileBytes: number | null
  /** The number of the linked task that it proves; null for the task's own. */
  fromReference: number | null
  addedAt: Date
  addedByName: string
  withdrawnAt: Date | null
  withdrawnByName: string | null
  withdrawReason: string | null
}

/** A task that hangs together with the one that is shown. */
export interface LinkedTask {
  id: string
  reference: number
  action: string
  status: TaskStatus
  planId: string
  planTitle: string
  /** Of a plan that is not launched: it has no page yet, and finishing the other does not finish it. */
  isDraft: boolean
  /** Linked itself, and not only through a third one. */
  isDirect: boolean
}

/** Where a task that comes round stands among its times. */
export interface Occurrences {
  previous: { id: string; reference: number } | null
  /** A cancelled one is none. */
  next: { id: string; reference: number; dueOn: CalendarDate } | null
}

/** One thing that happened to the task; `body` is what was said, where somebody said something. */
export interface TaskEvent {
  id: string
  at: Date
  type: string
  sentence: string
  body: string | null
}

/** One task with everything its page says. */
export interface TaskPage {
  today: CalendarDate
  task: Task & { status: TaskStatus }
  planTitle: string
  isPlanCancelled: boolean
  ownerRoleName: string | null
  responsibleName: string | null
  /** Whose it would be, were they not away. */
  standIn: StandIn | null
  /** Where its sentence stands in the guide; null for a task that came from no guide. */
  source: { templateId: string; itemId: string } | null
  /** What its framework references say. */
  frameworkWords: FrameworkWords
  /** Who did what is said beside the status. */
  statusBy: string | null
  /** Its own, and what proves the tasks it is linked to. */
  evidence: EvidenceItem[]
  links: LinkedTask[]
  occurrences: Occurrences
  events: TaskEvent[]
  eventPaging: Paging
  /** People the task can be given to; empty for those who may not. */
  assignable: { id: string; name: string }[]
  ownerRoles: { id: string; name: string }[]
  may: { work: boolean; assign: boolean; edit: boolean; cancel: boolean }
}

/** A plan with one page of its tasks; one that was never launched shows none. */
export interface PlanPage {
  today: CalendarDate
  plan: {
    id: string
    title: string
    startsOn: CalendarDate
    endsOn: CalendarDate | null
    launchedAt: Date | null
    cancelledAt: Date | null
    cancelReason: string | null
    version: number
  }
  progress: {
    total: number
    done: number
    overdue: number
    blocked: number
    cancelled: number
    donePercent: number | null
    expectedPercent: number | null
    status: PlanStatus
    because: string
  }
  groupBy: PlanGrouping
  /** Only tasks that serve this reference, or a part of it, are in `groups`; null for all. */
  filter: FrameworkRefView | null
  /** The references that its tasks serve, and what these are parts of, with the number of tasks. */
  references: (FrameworkRefView & { count: number })[]
  groups: { counts: PlanGroupCounts; tasks: TaskRow[] }[]
  /** Counts rows: under a framework a task has one for each of its references. */
  paging: Paging
  /** Whose tasks here others are asked for, because they are away. */
  standIns: StandIn[]
  may: { cancel: boolean }
}
