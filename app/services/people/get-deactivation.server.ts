import type { Actor } from '~/domain/access/actor'
import { ensureCan } from '~/domain/access/can'
import type { DeactivationView } from '~/domain/access/hand-over'
import { db } from '~/infra/database/database.server'
import type { Person } from '~/infra/database/generated/client'
import { getOrganisation } from '../organisations/get-organisation.server'
import { onlyAdministrator } from './deactivate-person.server'
import { listActivePeople, personChoices, taskHolders } from './list-active-people.server'
import { listHoldings } from './list-holdings.server'
import { getPersonRow } from './person-rows.server'

/** What somebody holds, and who could take it over. @throws NotFound */
export async function getDeactivation(actor: Actor, personId: string): Promise<DeactivationView> {
  ensureCan(actor, 'person:manage')
  const person = await getPersonRow(db(), actor, personId)
  const people = await listActivePeople(db(), actor)
  const { today } = await getOrganisation(db(), actor.organisationId)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    id: person.id,
    name: person.name,
    version: person.version,
    obstacle: await findObstacle(person),
    today,
    ...(await listHoldings(person, names)),
    successors: personChoices(taskHolders(people)).filter(({ id }) => id !== person.id),
  }
}

async function findObstacle(person: Person): Promise<string | null> {
  if (person.deactivatedAt) return `${person.name} is deactivated already.`
  if (person.permissionRole !== 'administrator' || !person.joinedAt) return null
  const others = await db().person.count({
    where: {
      organisationId: person.organisationId,
      permissionRole: 'administrator',
      id: { not: person.id },
      deactivatedAt: null,
      joinedAt: { not: null },
    },
  })
  return others === 0 ? onlyAdministrator(person.name) : null
}
