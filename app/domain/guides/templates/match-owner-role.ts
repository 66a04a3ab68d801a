/**
 * Which of the organisation's owner roles an owner in a guide is.
 *
 *     matchOwnerRole('Security Team', roles)?.id // the role named "Security team"
 *     matchOwnerRole('HR', roles)?.id            // by name or alias, whatever the case
 *     matchOwnerRole('Night Lead', roles)        // null: a person decides
 */
import { comparable } from '../vocabulary/vocabularies'

/** An owner role as an organisation keeps it; `key` is the standard role it is, if it is one. */
export interface OrganisationRole {
  id: string
  name: string
  aliases: readonly string[]
  key?: string | null
}

/** The role with that name, else the one with that alias; null when no role is called so. */
export function matchOwnerRole<Role extends OrganisationRole>(
  ownerAsWritten: string,
  roles: readonly Role[],
): Role | null {
  const written = roleName(ownerAsWritten)
  if (written === '') return null
  return (
    roles.find((role) => roleName(role.name) === written) ??
    roles.find((role) => role.aliases.some((alias) => roleName(alias) === written)) ??
    roles.find((role) =>
      [role.name, ...role.aliases].some(
        (name) => roleName(name, true) === roleName(ownerAsWritten, true),
      ),
    ) ??
    null
  )
}

/** Names compare without case, articles and punctuation; loosely also without plurals and "department". */
function roleName(name: string, isLoose = false): string {
  const plain = comparable(name)
    .replace(/[^\p{L}\p{N}&+ ]+/gu, ' ')
    .replace(/^(?:the|our|die|der|das) /, '')
    .replace(/\s+/g, ' ')
    .trim()
  return isLoose
    ? plain.replace(/ (?:department|dept|staff|abteilung)$/, '').replace(/s$/, '')
    : plain
}
