import type { Actor } from '~/domain/access/actor'
import { canHoldTasks } from '~/domain/access/can'
import type { PersonChoice } from '~/domain/plans/plan-views'
import { Invalid } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import type { Transaction } from '~/infra/database/database.server'

export interface ActivePerson {
  id: string
  name: string
  permissionRole: PermissionRole
  joinedAt: Date | null
  isContact: boolean
}

/** Everybody who is here or invited, by name. */
export function listActivePeople(
  tx: Transaction,
  actor: Pick<Actor, 'organisationId'>,
): Promise<ActivePerson[]> {
  return tx.person.findMany({
    where: { organisationId: actor.organisationId, deactivatedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, permissionRole: true, joinedAt: true, isContact: true },
  })
}

/** People as a list to choose from. */
export const personChoices = (people: readonly ActivePerson[]): PersonChoice[] =>
  people.map(({ id, name, joinedAt, isContact }) => ({
    ...{ id, name },
    isInvited: joinedAt === null && !isContact,
  }))

/** Those who can be given work. */
export const taskHolders = (people: readonly ActivePerson[]): ActivePerson[] =>
  people.filter(({ permissionRole }) => canHoldTasks(permissionRole))

/** @throws Invalid unless the person is here; null passes. */
export function ensureIsHere(
  people: readonly ActivePerson[],
  personId: string | null,
  field: string,
): ActivePerson | null {
  if (personId === null) return null
  const person = people.find(({ id }) => id === personId)
  if (person) return person
  throw new Invalid('no-such-person', 'This person is no longer here; choose somebody else.', field)
}

/** @throws Invalid unless the person is here and can be given work; null passes. */
export function ensureTaskHolder(
  people: readonly ActivePerson[],
  personId: string | null,
  field: string,
): void {
  const person = ensureIsHere(people, personId, field)
  if (person === null) return
  if (canHoldTasks(person.permissionRole)) return
  throw new Invalid(
    'reads-only',
    `${person.name} reads everything but cannot work on tasks; choose somebody else.`,
    field,
  )
}
