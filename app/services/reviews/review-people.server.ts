import type { Actor } from '~/domain/access/actor'
import { can } from '~/domain/access/can'
import type { ReviewInput } from '~/domain/reviews/review'
import { Invalid } from '~/domain/shared/errors'
import type { Transaction } from '~/infra/database/database.server'
import { listActivePeople } from '../people/list-active-people.server'

/** Throws Invalid for a chair who could not sign, and for people who are not here. */
export async function ensurePeopleFit(
  tx: Transaction,
  actor: Actor,
  input: Pick<ReviewInput, 'chairId' | 'attendeeIds'>,
): Promise<void> {
  const people = new Map((await listActivePeople(tx, actor)).map((person) => [person.id, person]))
  const chair = people.get(input.chairId)
  if (!chair) {
    throw new Invalid(
      'no-such-person',
      'This person is no longer here; choose another chair.',
      'chairId',
    )
  }
  if (chair.isContact) {
    throw new Invalid(
      'chair-cannot-sign',
      `${chair.name} acts from email only and cannot sign; choose another chair.`,
      'chairId',
    )
  }
  const { organisationId } = actor
  const asker = { personId: chair.id, organisationId, permissionRole: chair.permissionRole }
  if (!can(asker, 'review:sign', { organisationId, chairId: chair.id })) {
    throw new Invalid(
      'chair-cannot-sign',
      `${chair.name} reads everything but cannot sign; choose another chair.`,
      'chairId',
    )
  }
  if (input.attendeeIds.every((id) => people.has(id))) return
  throw new Invalid(
    'no-such-person',
    'One of the attendees is no longer here; look at the list and choose again.',
    'attendeeIds',
  )
}
