import { shellOrigin, type Actor } from '~/domain/access/actor'
import { Invalid } from '~/domain/shared/errors'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/database/database.server'

/**
 * Who acts when somebody with a shell on the server gives a command: the first administrator of the
 * organisation, by its name or as the only one.
 * @throws Invalid when there is none, or several and none was named.
 */
export async function findShellActor(organisationName: string | null): Promise<Actor> {
  const organisations = await db().organisation.findMany({
    where: organisationName ? { name: organisationName } : {},
    include: {
      people: {
        where: { permissionRole: 'administrator', deactivatedAt: null, accountId: { not: null } },
        orderBy: { createdAt: 'asc' },
        take: 1,
      },
    },
    take: 2,
  })
  const [organisation, another] = organisations
  if (another) {
    throw new Invalid(
      'which-organisation',
      'There are several organisations; name one with --organisation.',
    )
  }
  const person = organisation?.people[0]
  if (!organisation || !person?.accountId) {
    const which = organisationName ? `no organisation “${organisationName}”` : 'no organisation'
    throw new Invalid(
      'no-organisation',
      `There is ${which} here yet; set one up in the browser first.`,
    )
  }
  return {
    accountId: person.accountId,
    personId: person.id,
    organisationId: organisation.id,
    name: person.name,
    email: person.email,
    permissionRole: person.permissionRole,
    timeZone: person.timeZone ?? organisation.timeZone,
    seesAllPlans: true,
    isDemo: false,
    isAccountWide: true,
    provedAt: now(),
    origin: shellOrigin,
  }
}
