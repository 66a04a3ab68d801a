import { NotFound } from '~/domain/shared/errors'
import type { PermissionRole } from '~/domain/shared/vocabulary'
import { db } from '~/infra/database/database.server'
import { installationState } from '../organisations/installation.server'

export interface DemoPerson {
  id: string
  name: string
  permissionRole: PermissionRole
  ownerRoleNames: string[]
}

/** The people one can be in the demo. @throws NotFound outside demo mode. */
export async function listDemoPeople(): Promise<{
  organisationName: string
  people: DemoPerson[]
}> {
  if ((await installationState()) !== 'demo') throw new NotFound('demo clinic')
  const organisation = await db().organisation.findFirstOrThrow({
    include: {
      ownerRoles: { orderBy: { position: 'asc' } },
      people: {
        where: { accountId: { not: null }, deactivatedAt: null },
        orderBy: { createdAt: 'asc' },
      },
    },
  })
  return {
    organisationName: organisation.name,
    people: organisation.people.map(({ id, name, permissionRole }) => ({
      id,
      name,
      permissionRole,
      ownerRoleNames: organisation.ownerRoles
        .filter((role) => role.holderId === id)
        .map((role) => role.name),
    })),
  }
}
