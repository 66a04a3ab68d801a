/**
 * What the screens of a plan show, from the list of plans to the page before its launch. Services
 * fill these shapes; dates are ready to be formatted, counts come from the database.
 */
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { LaunchProblem, PlanState } from '~/domain/plans/plan'
import type { DueDateProblem } from '~/domain/plans/propose-due-dates'

/** A plan as the list shows it; cancelled tasks are in none of the counts. */
export interface PlanListItem {
  id: string
  title: string
  state: PlanState
  startsOn: CalendarDate
  /** The last due date, or null without tasks. */
  endsOn: CalendarDate | null
  total: number
  done: number
  overdue: number
  blocked: number
}

/** One page of a list, with how many there are in all. */
export interface PageOf<Item> {
  items: Item[]
  total: number
  /** Counts from 1. */
  page: number
  pageCount: number
}

/** What the form that starts a plan begins with. */
export interface NewPlanView {
  /** The plan's id to be, so that the form sent twice starts one plan. */
  planId: string
  templates: { id: string; title: string; itemCount: number; hasNewer: boolean }[]
  /** The template chosen already, with a title for its plan. */
  templateId: string | null
  title: string
  startsOn: CalendarDate
  today: CalendarDate
}

/** What the steps between start and launch say about the plan at their head. */
export interface DraftHead {
  id: string
  title: string
  startsOn: CalendarDate
  version: number
  taskCount: number
  today: CalendarDate
}

export interface PersonChoice {
  id: string
  name: string
  /** Invited, and not yet signed in for the first time. */
  isInvited: boolean
}

export interface RoleToGive {
  id: string
  name: string
  holderId: string | null
  backupId: string | null
  version: number
  /** Tasks of this plan that follow the role. */
  taskCount: number
  /** Unfinished tasks of running plans that follow it too. */
  otherTaskCount: number
}

export interface PlanRolesView {
  plan: DraftHead
  roles: RoleToGive[]
  people: PersonChoice[]
  /** Tasks of this plan that belong to no owner role. */
  rolelessCount: number
  /** Every owner role, for those tasks. */
  allRoles: { id: string; name: string }[]
}

export interface DraftDate {
  taskId: string
  action: string
  ownerRoleName: string | null
  dueOn: CalendarDate
  proposedDueOn: CalendarDate | null
  /** Why the product proposes its date. */
  reason: string
  isChanged: boolean
  problems: DueDateProblem[]
}

export interface PlanDatesView {
  plan: DraftHead
  /** By horizon, in the order of their ends. */
  groups: { key: string; label: string; endsOn: CalendarDate | null; dates: DraftDate[] }[]
  page: number
  pageCount: number
}

/** One email of the launch or of the days after it. */
export interface ForecastEntry {
  personName: string
  /** "08:00", by the clock of the person. */
  time: string
  subject: string
  /** What it says about tasks: the first few, and how many more there are. */
  lines: { label: string; action: string }[]
  moreLines: number
  hasSummary: boolean
}

export interface ForecastDay {
  onDate: CalendarDate
  mails: ForecastEntry[]
}

export interface PlanLaunchView {
  plan: DraftHead
  endsOn: CalendarDate | null
  problems: LaunchProblem[]
  /** People and how many of the plan's tasks are theirs, the most first; `name` is null for nobody. */
  shares: { name: string | null; taskCount: number }[]
  days: ForecastDay[]
  mailCount: number
}

/** A task of a draft, and the one of a running plan that asks for the same. */
export interface PlanOverlap {
  taskId: string
  action: string
  other: { id: string; reference: number; action: string; planTitle: string }
  /** A sentence for people; null for two that somebody linked. */
  reason: string | null
  isLinked: boolean
}
