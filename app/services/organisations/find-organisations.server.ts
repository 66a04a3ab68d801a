import { Invalid } from '~/domain/shared/errors'
import { db } from '~/infra/database/database.server'

/**
 * The organisations of this installation, by name or all of them, for whoever has a shell on the server.
 * @throws Invalid when there is none of that name
 */
export async function findOrganisations(
  name: string | null,
): Promise<{ id: string; name: string }[]> {
  const organisations = await db().organisation.findMany({
    where: name === null ? {} : { name },
    select: { id: true, name: true },
    orderBy: { createdAt: 'asc' },
  })
  if (name !== null && organisations.length === 0) {
    throw new Invalid('no-organisation', `There is no organisation “${name}” here.`)
  }
  return organisations
}
