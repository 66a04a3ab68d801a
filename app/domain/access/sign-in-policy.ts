/**
 * What an organisation asks of those who sign in to it: a second factor, single sign-on, and how long
 * a session may lie idle or last. Demands begin on a day, so that people have time to prepare; until
 * then they are told, from then on they are held to it.
 *
 *     const policy = SignInPolicy.parse({ secondFactorFor: 'managers', secondFactorFrom: '2026-12-14' })
 *     demands(policy, 'manager', '2026-12-13').secondFactor // { state: 'later', from: '2026-12-14' }
 *     demands(policy, 'manager', '2026-12-14').secondFactor // { state: 'now' }
 *     demands(policy, 'member', '2026-12-14').secondFactor  // { state: 'none' }
 */
import { z } from 'zod'
import { compareDates, type CalendarDate } from '~/domain/calendar/calendar-date'
import { calendarDateSchema } from '~/domain/calendar/calendar-date-schema'
import { demandGroups, type DemandGroup } from '~/domain/access/sign-in-policy-words'
import type { PermissionRole } from '~/domain/shared/vocabulary'

/**
 * Stored as JSON with the organisation; `{}` is the policy of one that never changed it. A day unused
 * and a week in all: nobody is signed out within a working day, and no session outlives its week.
 */
export const SignInPolicy = z.object({
  secondFactorFor: z.enum(demandGroups).default('nobody'),
  secondFactorFrom: calendarDateSchema.nullable().default(null),
  singleSignOnFor: z.enum(demandGroups).default('nobody'),
  singleSignOnFrom: calendarDateSchema.nullable().default(null),
  idleMinutes: z.number().int().min(5).max(43_200).default(1440),
  absoluteMinutes: z.number().int().min(60).max(43_200).default(10_080),
})
export type SignInPolicy = z.infer<typeof SignInPolicy>

/** Whether something is asked of somebody: not at all, from a day to come, or now. */
export type Demand = { state: 'none' } | { state: 'later'; from: CalendarDate } | { state: 'now' }

/** Whether a group of the policy holds somebody in this permission role. */
export function isInGroup(group: DemandGroup, role: PermissionRole): boolean {
  if (group === 'everyone') return true
  return group === 'managers' && (role === 'manager' || role === 'administrator')
}

function demandOf(
  group: DemandGroup,
  from: CalendarDate | null,
  role: PermissionRole,
  today: CalendarDate,
): Demand {
  if (!isInGroup(group, role)) return { state: 'none' }
  return from && compareDates(today, from) < 0 ? { state: 'later', from } : { state: 'now' }
}

/** What the policy asks of somebody in this permission role on this day of the organisation. */
export function demands(
  policy: SignInPolicy,
  role: PermissionRole,
  today: CalendarDate,
): { secondFactor: Demand; singleSignOn: Demand } {
  const { secondFactorFor, secondFactorFrom, singleSignOnFor, singleSignOnFrom } = policy
  return {
    secondFactor: demandOf(secondFactorFor, secondFactorFrom, role, today),
    singleSignOn: demandOf(singleSignOnFor, singleSignOnFrom, role, today),
  }
}

/**
 * What a demanded second factor means for a session: `fine`, `soon` (tell its person to enrol until a
 * day), `enrol` (they get no further than the pages on which one enrols), or `sign-in-again` (the
 * account has a second factor by now, but this session began without it). With single sign-on the
 * provider answers for it; the demo clinic has no doors to keep.
 */
export type SecondFactorDuty =
  { state: 'fine' } | { state: 'soon'; from: CalendarDate } | { state: 'enrol' | 'sign-in-again' }

export function secondFactorDuty(
  demand: Demand,
  session: { isVouchedFor: boolean; hasFactor: boolean; hasProvedFactor: boolean },
): SecondFactorDuty {
  if (demand.state === 'none' || session.isVouchedFor) return { state: 'fine' }
  if (!session.hasFactor) {
    return demand.state === 'later' ? { state: 'soon', from: demand.from } : { state: 'enrol' }
  }
  return session.hasProvedFactor || demand.state === 'later'
    ? { state: 'fine' }
    : { state: 'sign-in-again' }
}
