/**
 * What became of each item from one version of a guide to the next.
 *
 *     compareItems(old, new)
 *     // { pairs: [{ before, after, fields: ['outcome'] }, …], gone: [before, …], added: [after, …] }
 *
 * Every old item is in one pair or gone, every new one in one pair or added. A pair without fields
 * is unchanged; where an item stands in the list is no change of it.
 */
import { changedFields, type ComparableItem, type ItemField } from './item-fields'
import { matchItems } from './match-items'

export interface ItemPair<Before, After> {
  before: Before
  after: After
  /** The fields that differ; none for an item that stayed as it was. */
  fields: ItemField[]
}

export interface ItemComparison<Before, After> {
  /** In the order of the new list. */
  pairs: ItemPair<Before, After>[]
  /** In the order of the old list. */
  gone: Before[]
  /** In the order of the new list. */
  added: After[]
}

export function compareItems<Before extends ComparableItem, After extends ComparableItem>(
  before: readonly Before[],
  after: readonly After[],
): ItemComparison<Before, After> {
  const partners = new Map(matchItems(before, after).map(([i, j]) => [j, i]))
  const comparison: ItemComparison<Before, After> = { pairs: [], gone: [], added: [] }
  after.forEach((item, j) => {
    const index = partners.get(j)
    const partner = index === undefined ? undefined : before[index]
    if (!partner) comparison.added.push(item)
    else {
      const fields = changedFields(partner, item)
      comparison.pairs.push({ before: partner, after: item, fields })
    }
  })
  const kept = new Set(partners.values())
  comparison.gone = before.filter((_, i) => !kept.has(i))
  return comparison
}
