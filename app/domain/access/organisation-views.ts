/**
 * What somebody who belongs to several organisations sees of them. Nothing is shared between
 * organisations but the account: each line is counted with the eyes of the person that the account is
 * there.
 *
 *     sortByNeed([{ name: 'A', overdueCount: 0, … }, { name: 'B', overdueCount: 3, … }]) // B, A
 */
import { z } from 'zod'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { TimeZone } from '~/domain/calendar/time-zone'
import { worstStatus, type PlanStatus } from '~/domain/progress/plan-status'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { requiredText } from '~/domain/tasks/text-input'

/** An organisation of the account, besides the one the session is in. */
export interface OtherOrganisation {
  id: string
  name: string
}

export interface OrganisationOverview {
  id: string
  name: string
  isCurrent: boolean
  permissionRole: PermissionRole
  today: CalendarDate
  plans: { status: PlanStatus; total: number; done: number; overdue: number; blocked: number }[]
  /** Unfinished launched tasks that the person answers for, and those of them that are overdue. */
  myOpenCount: number
  myOverdueCount: number
  nextReviewOn: CalendarDate | null
}

/** The numbers of an organisation's line. */
export function totalsOf({ plans }: Pick<OrganisationOverview, 'plans'>): {
  status: PlanStatus | null
  total: number
  done: number
  overdue: number
  blocked: number
} {
  const sum = (key: 'total' | 'done' | 'overdue' | 'blocked') =>
    plans.reduce((before, plan) => before + plan[key], 0)
  return {
    status: worstStatus(plans.map(({ status }) => status)),
    total: sum('total'),
    done: sum('done'),
    overdue: sum('overdue'),
    blocked: sum('blocked'),
  }
}

/** Where help is needed first: by overdue tasks, then by blocked ones, then by name. */
export function sortByNeed<Line extends Pick<OrganisationOverview, 'plans' | 'name'>>(
  lines: readonly Line[],
): Line[] {
  return [...lines].sort((a, b) => {
    const [one, other] = [totalsOf(a), totalsOf(b)]
    return (
      other.overdue - one.overdue ||
      other.blocked - one.blocked ||
      a.name.localeCompare(b.name, 'en')
    )
  })
}

export const NewOrganisationInput = z.object({
  organisationName: requiredText('The name', 120).regex(/^[^\n]*$/, {
    error: 'A name is one line.',
  }),
  timeZone: TimeZone,
})
export type NewOrganisationInput = z.infer<typeof NewOrganisationInput>

export const FurtherOrganisationsInput = z.object({
  furtherOrganisations: z.enum(['allowed', 'closed'], { error: 'Choose one of the two.' }),
})
export type FurtherOrganisationsInput = z.infer<typeof FurtherOrganisationsInput>
