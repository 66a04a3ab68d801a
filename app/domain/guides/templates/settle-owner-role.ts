/**
 * The owner role that an imported item gets: the one its guide names, else one proposed by what the
 * item is about. A task belongs to one role, so of several owners the first known one is taken, and
 * whatever had to be decided is said.
 *
 *     settleOwnerRole({ owners: ['Security Team'], … }, roles) // { ownerRoleId: '…', proposal: null, guesses: [] }
 *     settleOwnerRole({ owners: ['Night Lead'], … }, roles)    // proposal: 'The guide names “Night Lead”, …'
 */
import { matchOwnerRole, type OrganisationRole } from './match-owner-role'
import { proposeOwnerRole, type UnownedItem } from './propose-owner-role'

export interface SettledOwnerRole {
  ownerRoleId: string | null
  /** Why the role is proposed; null where the guide names it, and where there is none. */
  proposal: string | null
  /** Sentences for people. */
  guesses: string[]
}

export function settleOwnerRole(
  item: UnownedItem & { owners: readonly string[] },
  roles: readonly OrganisationRole[],
): SettledOwnerRole {
  const matches = item.owners.flatMap((owner) => matchOwnerRole(owner, roles) ?? [])
  const [named] = matches
  if (named) {
    const guesses =
      item.owners.length > 1
        ? [`The guide names ${listed(item.owners)}; a task has one owner role, here ${named.name}.`]
        : []
    return { ownerRoleId: named.id, proposal: null, guesses }
  }
  const proposed = proposeOwnerRole(item, roles)
  const unknown =
    item.owners.length > 0
      ? `The guide names ${listed(item.owners)}, which is no owner role here.`
      : null
  if (!proposed) return { ownerRoleId: null, proposal: null, guesses: unknown ? [unknown] : [] }
  const proposal = unknown ? `${unknown} ${proposed.reason}` : proposed.reason
  return { ownerRoleId: proposed.roleId, proposal, guesses: [] }
}

const listed = (owners: readonly string[]) => owners.map((owner) => `“${owner}”`).join(' and ')
