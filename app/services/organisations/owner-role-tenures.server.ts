import type { Actor } from '~/domain/access/actor'
import { now } from '~/infra/clock.server'
import type { Transaction } from '~/infra/database/database.server'
import { newId } from '~/infra/ids.server'

/**
 * Writes who holds an owner role from now on, and until when the others did. Whatever is written for
 * it already stays; asking twice writes nothing.
 */
export async function recordTenures(
  tx: Transaction,
  { organisationId, personId: byId }: Pick<Actor, 'organisationId' | 'personId'>,
  role: { id: string; holderId: string | null; backupId: string | null },
): Promise<void> {
  const at = now()
  const open = await tx.ownerRoleTenure.findMany({
    where: { organisationId, ownerRoleId: role.id, endedAt: null },
  })
  const parts = [
    { part: 'holder', personId: role.holderId },
    { part: 'backup', personId: role.backupId },
  ]
  for (const { part, personId } of parts) {
    const current = open.find((tenure) => tenure.part === part)
    if (current?.personId === (personId ?? undefined)) continue
    if (current) {
      await tx.ownerRoleTenure.updateMany({
        where: { id: current.id, organisationId },
        data: { endedAt: at, endedById: byId },
      })
    }
    if (personId === null) continue
    await tx.ownerRoleTenure.create({
      data: {
        ...{ id: newId(), organisationId, ownerRoleId: role.id, personId, part },
        ...{ beganAt: at, beganById: byId },
      },
    })
  }
}
