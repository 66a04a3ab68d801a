import type { Actor } from '~/domain/access/actor'
import { can } from '~/domain/access/can'
import { db } from '~/infra/database/database.server'
import {
  listOwnOrganisations,
  type OwnOrganisation,
} from '../organisations/own-organisations.server'
import type { GuideVersion } from './revision-items.server'

/**
 * The account's other organisations that have the earlier version of a guide and where its person may
 * import guides. It tells nothing of the others but their names.
 */
export async function listRevisionOrganisations(
  actor: Actor,
  { sha256 }: Pick<GuideVersion, 'sha256'>,
): Promise<OwnOrganisation[]> {
  const others = (await listOwnOrganisations(actor)).filter(
    ({ id, actor: person }) => id !== actor.organisationId && can(person, 'guide:import'),
  )
  const having = await db().guideRevision.findMany({
    where: { sha256, organisationId: { in: others.map(({ id }) => id) } },
    select: { organisationId: true },
  })
  const ids = new Set(having.map(({ organisationId }) => organisationId))
  return others.filter(({ id }) => ids.has(id))
}
