import type { Actor } from '~/domain/access/actor'
import { Forbidden, NotFound } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'
import { isWayOpen, singleSignOnNeeded } from '../accounts/single-sign-on-requirement.server'
import { listOwnOrganisations } from './own-organisations.server'

/**
 * Goes on in another organisation of the account, in the same session. What that organisation asks
 * for at sign-in is asked at the next request, as for everybody.
 * @returns its name
 * @throws NotFound for an organisation that the account has no active person in
 * @throws Forbidden for somebody whom one organisation's provider vouches for, Invalid where that
 * organisation asks for single sign-on
 */
export async function switchOrganisation(actor: Actor, organisationId: string): Promise<string> {
  if (organisationId !== actor.organisationId && !actor.isAccountWide) {
    throw new Forbidden(
      'You signed in through this organisation’s provider, which does not vouch for you elsewhere. Sign out and sign in with your password or passkey to reach your other organisations.',
    )
  }
  const organisations = await listOwnOrganisations(actor)
  const target = organisations.find(({ id }) => id === organisationId)
  if (!target) throw new NotFound('organisation')
  const { accountId, origin } = actor
  const person = await db().person.findFirstOrThrow({
    where: { accountId, organisationId },
    include: { organisation: true },
  })
  if (!isWayOpen('password', person)) throw await singleSignOnNeeded(person)
  if (origin.sessionId) {
    await db().session.updateMany({
      where: { publicId: origin.sessionId, accountId },
      data: { organisationId },
    })
  }
  return target.name
}
