import { NotFound } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { db } from '~/infra/database/database.server'
import { beginSession, type Visitor } from '../accounts/sessions.server'
import { installationState } from '../organisations/installation.server'

/**
 * Begins a session as one of the demo clinic's people, without a password.
 * @throws NotFound outside demo mode, whoever asks.
 */
export async function signInAsDemoPerson(
  personId: string,
  visitor: Visitor,
): Promise<{ cookie: string; permissionRole: PermissionRole }> {
  if ((await installationState()) !== 'demo') throw new NotFound('demo clinic')
  const person = await db().person.findFirst({
    where: { id: personId, accountId: { not: null }, deactivatedAt: null },
  })
  if (!person?.accountId) throw new NotFound('person')
  const cookie = await beginSession(person.accountId, person.organisationId, {
    method: 'demo',
    visitor,
  })
  return { cookie, permissionRole: person.permissionRole }
}
