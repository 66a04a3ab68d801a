/**
 * Who answers for a task today: the person named personally, else the holder of its owner role, else
 * the backup. Somebody who left is passed over, so a task never waits for a deactivated person while
 * somebody else could do it. Somebody who is away is passed over as well, and has their tasks again
 * when they are back; a task that was given to them personally stays theirs unless it is due before
 * that. Where everybody is away, it stays with the first of them.
 *
 *     resolveResponsible({ assigneeId: null, ownerRole: { holderId: 'ana', backupId: 'tom' }, dueOn, people }) // 'ana'
 *     // with Ana away or deactivated: 'tom'; with both gone: null
 */
import { isAway, type Absence } from '~/domain/access/absence'
import type { CalendarDate } from '~/domain/calendar/calendar-date'

/** The people of an owner role, as they are today. */
export interface OwnerRolePeople {
  holderId: string | null
  backupId: string | null
}

/** Who is here on a day, and who of them is away until when. */
export interface PeopleToday {
  isActive: (personId: string) => boolean
  /** The last day of an absence that today lies in; null for somebody who is not away. */
  awayUntil: (personId: string) => CalendarDate | null
}

/** The person's id, or null when nobody is left to answer for it. */
export function resolveResponsible(input: {
  assigneeId: string | null
  ownerRole: OwnerRolePeople | null
  /** Matters only where somebody is named personally. */
  dueOn: CalendarDate | null
  people: PeopleToday
}): string | null {
  const { assigneeId, ownerRole, dueOn, people } = input
  const office = [ownerRole?.holderId, ownerRole?.backupId]
  const here = [assigneeId, ...office].filter(
    (id): id is string => Boolean(id) && people.isActive(id as string),
  )
  const asked = here.find((id) => {
    const until = people.awayUntil(id)
    return until === null || (id === assigneeId && dueOn !== null && dueOn > until)
  })
  return asked ?? here[0] ?? null
}

/** The same question asked of rows: everybody of the organisation who is not deactivated. */
export function peopleToday(
  active: readonly (Absence & { id: string })[],
  today: CalendarDate,
): PeopleToday {
  const byId = new Map(active.map((person) => [person.id, person]))
  return {
    isActive: (id) => byId.has(id),
    awayUntil(id) {
      const person = byId.get(id)
      return person && isAway(person, today) ? person.outOfOfficeUntil : null
    },
  }
}
