import type { Actor } from '~/domain/access/actor'
import { personState, personStateLabel } from '~/domain/access/people-views'
import { Conflict, NotFound } from '~/domain/shared/errors'
import { isId } from '~/domain/shared/ids'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { ensureFresh } from '~/domain/tasks/stale'
import type { Transaction } from '~/infra/database/database.server'
import type { Person, Prisma } from '~/infra/database/generated/client'

/** @throws NotFound */
export async function getPersonRow(
  tx: Transaction,
  { organisationId }: Pick<Actor, 'organisationId'>,
  personId: string,
): Promise<Person> {
  const row = isId(personId)
    ? await tx.person.findFirst({ where: { id: personId, organisationId } })
    : null
  if (!row) throw new NotFound('person')
  return row
}

/** Writes what changed unless somebody was faster, and counts the version up. @throws Conflict */
export async function savePerson(
  tx: Transaction,
  person: Person,
  formVersion: number,
  data: Prisma.PersonUncheckedUpdateManyInput,
): Promise<void> {
  ensureFresh(formVersion, person, describePerson)
  const { count } = await tx.person.updateMany({
    where: { id: person.id, organisationId: person.organisationId, version: formVersion },
    data: { ...data, version: { increment: 1 } },
  })
  if (count > 0) return
  throw new Conflict('Somebody changed this person at the same moment; load the page again.', {})
}

const describePerson = (person: Person) => ({
  Name: person.name,
  Role: permissionRoleLabel[person.permissionRole],
  'Time zone': person.timeZone,
  State: personStateLabel[personState(person)],
})

/**
 * The administrators who are here, locked, so that two of them cannot remove each other at once.
 * Invited ones do not count: nobody knows whether they will ever come.
 */
export async function lockAdministrators(
  tx: Transaction,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from person
     where organisation_id = ${organisationId}::uuid and permission_role = 'administrator'
       and deactivated_at is null and joined_at is not null
     order by id for update`
  return rows.map(({ id }) => id)
}

/** Whether the organisation would have no administrator without this person. */
export const isLastAdministrator = (administratorIds: readonly string[], personId: string) =>
  administratorIds.length === 1 && administratorIds[0] === personId
