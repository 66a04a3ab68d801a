/**
 * Who answers for a task today: the person named personally, else the holder of its owner role, else
 * the backup. Somebody who left is passed over, so a task never waits for a deactivated person while
 * somebody else could do it.
 *
 *     resolveResponsible({ assigneeId: null, ownerRole: { holderId: 'ana', backupId: 'tom' }, isActive }) // 'ana'
 *     // with Ana deactivated: 'tom'; with both gone: null
 */

/** The people of an owner role, as they are today. */
export interface OwnerRolePeople {
  holderId: string | null
  backupId: string | null
}

/** The person's id, or null when nobody is left to answer for it. */
export function resolveResponsible(input: {
  assigneeId: string | null
  ownerRole: OwnerRolePeople | null
  isActive: (personId: string) => boolean
}): string | null {
  const candidates = [input.assigneeId, input.ownerRole?.holderId, input.ownerRole?.backupId]
  return candidates.find((id): id is string => Boolean(id) && input.isActive(id as string)) ?? null
}
