import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { DraftHead } from '~/domain/plans/plan-views'
import type { StoredPlan } from './get-plan.server'

/** What every step of a draft shows of it. */
export const draftHead = (
  { id, title, startsOn, version }: StoredPlan,
  taskCount: number,
  today: CalendarDate,
): DraftHead => ({ id, title, startsOn, version, taskCount, today })
