import type { Actor } from '~/domain/access/actor'
import { Invalid } from '~/domain/shared/errors'
import type { Transaction } from '~/infra/database/database.server'

/**
 * Names are told apart without regard to case. The organisation's row is locked, so that two people
 * adding the same name at once pass one after the other.
 * @throws Invalid when another role has the name
 */
export async function ensureNameIsFree(
  tx: Transaction,
  { organisationId }: Pick<Actor, 'organisationId'>,
  name: string,
  exceptId: string | null,
): Promise<void> {
  await tx.$queryRaw`select 1 as one from organisation where id = ${organisationId}::uuid for update`
  const roles = await tx.ownerRole.findMany({ where: { organisationId } })
  const isTaken = roles.some(
    (role) => role.id !== exceptId && role.name.toLowerCase() === name.toLowerCase(),
  )
  if (!isTaken) return
  throw new Invalid(
    'role-exists',
    `There is an owner role “${name}” already; choose another name.`,
    'name',
  )
}
