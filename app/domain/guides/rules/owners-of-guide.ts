/**
 * Takes shared cells apart by the names that the guide itself uses: whoever owns an item alone is a
 * role known by itself, whatever its name.
 *
 *     owners 'Sheriff' and 'Sheriff / Records Desk', 'Records Desk' → 'Sheriff', 'Records Desk'
 */
import type { ExtractedItem } from '../extracted-plan'
import { splitOwners, type RoleTest } from './split-owners'
import { comparable } from '../vocabulary/vocabularies'

export function splitOwnersOfGuide(
  items: readonly ExtractedItem[],
  roleOf: RoleTest,
): ExtractedItem[] {
  const alone = new Set(items.flatMap(({ owners }) => (owners.length === 1 ? owners : [])))
  const known = new Set([...alone].map(comparable))
  const isRole: RoleTest = (name) => roleOf(name) ?? (known.has(comparable(name)) ? 'full' : null)
  return items.map((item) => {
    const [owner, another] = item.owners
    if (owner === undefined || another !== undefined) return item
    const { owners } = splitOwners(owner, isRole)
    if (owners.length < 2) return item
    const { guess } = splitOwners(owner, roleOf)
    const guesses = item.guesses.filter((each) => each !== guess)
    return { ...item, owners, guesses, confidence: guesses.length > 0 ? 'guessed' : 'certain' }
  })
}
