/**
 * What somebody holds when they leave, and to whom each part of it goes: to one successor, or part by
 * part to different people, or to nobody.
 *
 *     const to = successors({ successorId: 'ana', handOver: [{ group: 'reviews', to: 'nobody' }] })
 *     to('personal-tasks') // 'ana'
 *     to('reviews')        // null
 */
import type { DeactivationInput } from '~/domain/access/person-inputs'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { PersonChoice } from '~/domain/plans/plan-views'

export const heldParts = [
  'personal-tasks',
  'draft-tasks',
  'reviews',
  'attendance',
  'decisions',
] as const
export type HeldPart = (typeof heldParts)[number]

/** One part of a hand-over; every owner role is one of its own. */
export type HandOverGroup = HeldPart | `role:${string}`

/** What becomes of a part that goes to nobody. */
export const withoutSuccessor: Record<HeldPart, string> = {
  'personal-tasks': 'Nobody: back to the owner roles',
  'draft-tasks': 'Nobody: back to the owner roles',
  reviews: 'Nobody: a leader or an administrator signs',
  attendance: 'Nobody: taken off the list',
  decisions: 'Nobody',
}

/** Who takes over which part. */
export function successors({
  successorId,
  handOver = [],
}: Pick<DeactivationInput, 'successorId'> & Partial<Pick<DeactivationInput, 'handOver'>>): (
  group: HandOverGroup,
) => string | null {
  const lines = new Map(handOver.map(({ group, to }) => [group, to]))
  return (group) => {
    const to = lines.get(group)
    if (!to) return successorId
    return to === 'nobody' ? null : to
  }
}

/**
 * An owner role's people when one of them has left: the successor steps in, or else the backup moves
 * up. Nobody is both.
 */
export function peopleWithout(
  role: { holderId: string | null; backupId: string | null },
  personId: string,
  successorId: string | null,
): { holderId: string | null; backupId: string | null } {
  const inPlace = (id: string | null) => (id === personId ? successorId : id)
  const [holderId, backupId] = [inPlace(role.holderId), inPlace(role.backupId)]
  if (holderId === null) return { holderId: backupId, backupId: null }
  return { holderId, backupId: backupId === holderId ? null : backupId }
}

/** The first of a list, and how many there are. */
export interface HeldList<Item> {
  total: number
  first: Item[]
}

export interface HeldTask {
  id: string
  reference: number
  action: string
  planTitle: string
  dueOn: CalendarDate
}

export interface HeldReview {
  id: string
  title: string
  scheduledOn: CalendarDate
}

export interface HeldDecision {
  id: string
  reviewId: string
  reviewTitle: string
  text: string
}

/** Everything somebody holds that is not finished. */
export interface Holdings {
  ownerRoles: { id: string; name: string; as: 'holder' | 'backup'; otherName: string | null }[]
  /** Given to them by name, in running plans. */
  personalTasks: HeldList<HeldTask>
  /** Theirs through an owner role; they go with the role. */
  roleTasks: HeldList<HeldTask>
  /** Of all these, how many come round again, and how many hang together with others. */
  recurringCount: number
  linkedCount: number
  /** In plans that are not launched yet, given to them by name. */
  draftTasks: HeldList<HeldTask>
  /** Reviews to come that they chair, and that they attend. */
  reviews: HeldList<HeldReview>
  attendance: HeldList<HeldReview>
  /** Decisions they see to, in reviews that are not signed. */
  decisions: HeldList<HeldDecision>
  /** Decisions of signed reviews that never became a task: they stay as they were signed. */
  signedDecisions: HeldList<HeldDecision>
  /** Links in mails that still open their tasks. */
  contactLinkCount: number
}

/** The page before somebody is deactivated. */
export interface DeactivationView extends Holdings {
  id: string
  name: string
  version: number
  /** Why it cannot be done, as a sentence; null when it can. */
  obstacle: string | null
  today: CalendarDate
  successors: PersonChoice[]
}
