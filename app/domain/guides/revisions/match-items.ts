/**
 * Which item of a guide's earlier version is which of the later one. Four rounds, each over what the
 * ones before left: the same action at the same horizon; the same action elsewhere; a like text at
 * the same horizon; a like text elsewhere. Within a round the most alike pair goes first, then the
 * one whose places in the lists are nearest, so the outcome is stable, depends on nothing but the
 * lists, and is the same seen from either side.
 *
 *     matchItems([laptops, keys], [keys, laptopsReworded]) // [[0, 1], [1, 0]]
 */
import { itemFields, isSameField, type ComparableItem } from './item-fields'
import { comparable } from '../vocabulary/vocabularies'
import { likeness, WordBags, type WordBag } from './word-bag'

/** Alike enough to be one item that was reworded: at the same horizon, and at another. */
const alikeNearby = 0.55
const alikeElsewhere = 0.65
/** Of the same words in outcome and detail a reworded action is known less surely than of its own. */
const wholeTextShare = 0.9
/** Pairs that are weighed by their words; longer lists are matched by their actions alone. */
const mostPairs = 4_000_000
const scale = 1_000

export type ItemMatch = readonly [before: number, after: number]

interface Side {
  items: readonly ComparableItem[]
  /** Indexes of the items without a partner. */
  free: Set<number>
  actions: readonly string[]
  places: readonly string[]
}

/** Pairs of indexes, in the order of `before`. */
export function matchItems(
  before: readonly ComparableItem[],
  after: readonly ComparableItem[],
): ItemMatch[] {
  const [a, b] = [sideOf(before), sideOf(after)]
  const isSameAction = (i: number, j: number) => a.actions[i] === b.actions[j]
  const isSamePlace = (i: number, j: number) => a.places[i] === b.places[j]
  const fieldScore = (i: number, j: number) => 1 + sameFieldCount(before[i], after[j])
  const matches = [
    ...matchRound(a, b, (i, j) => (isSameAction(i, j) && isSamePlace(i, j) ? fieldScore(i, j) : 0)),
    ...matchRound(a, b, (i, j) => (isSameAction(i, j) ? fieldScore(i, j) : 0)),
  ]
  if (a.free.size > 0 && b.free.size > 0 && a.free.size * b.free.size <= mostPairs) {
    const alike = likenessOf(a, b)
    const atLeast = (least: number, found: number) => (found >= least ? found : 0)
    matches.push(
      ...matchRound(a, b, (i, j) => (isSamePlace(i, j) ? atLeast(alikeNearby, alike(i, j)) : 0)),
      ...matchRound(a, b, (i, j) => atLeast(alikeElsewhere, alike(i, j))),
    )
  }
  return matches.sort(([i], [j]) => i - j)
}

/**
 * How many items two lists have in common, reworded ones included, and how alike they are as a
 * whole: 1 for the same, 0 for nothing in common.
 */
export function inCommon(
  before: readonly ComparableItem[],
  after: readonly ComparableItem[],
): { count: number; likeness: number } {
  const alike = likenessOf(sideOf(before), sideOf(after))
  const matches = matchItems(before, after)
  const shared = matches.reduce((sum, [i, j]) => sum + alike(i, j), 0)
  const all = before.length + after.length
  return { count: matches.length, likeness: all === 0 ? 0 : (2 * shared) / all }
}

const sideOf = (items: readonly ComparableItem[]): Side => ({
  items,
  free: new Set(items.keys()),
  actions: items.map(({ action }) => comparable(action)),
  places: items.map(({ stage, horizonDays }) => `${stage} ${horizonDays}`),
})

const sameFieldCount = (a: ComparableItem | undefined, b: ComparableItem | undefined) =>
  a && b ? itemFields.filter((field) => isSameField(a, b, field)).length : 0

function likenessOf(a: Side, b: Side): (i: number, j: number) => number {
  const bags = new WordBags()
  const [inA, inB] = [a, b].map((side) => side.items.map((item) => bagsOf(bags, item)))
  return (i, j) => {
    const [x, y] = [inA?.[i], inB?.[j]]
    if (!x || !y) return 0
    if (a.actions[i] === b.actions[j]) return 1
    return Math.max(likeness(x.action, y.action), wholeTextShare * likeness(x.whole, y.whole))
  }
}

const bagsOf = (bags: WordBags, item: ComparableItem): { action: WordBag; whole: WordBag } => ({
  action: bags.of(item.action),
  whole: bags.of([item.action, item.outcome, item.detail].filter(Boolean).join(' ')),
})

/** One round: pairs with a score above 0, the highest first, each item at most once. */
function matchRound(a: Side, b: Side, score: (i: number, j: number) => number): ItemMatch[] {
  const [n, m] = [a.items.length, b.items.length]
  const byScore = new Map<number, number[]>()
  for (const i of a.free) {
    for (const j of b.free) {
      const rank = Math.round(score(i, j) * scale)
      if (rank <= 0) continue
      const pairs = byScore.get(rank)
      if (pairs) pairs.push(i * m + j)
      else byScore.set(rank, [i * m + j])
    }
  }
  const matches: ItemMatch[] = []
  for (const rank of [...byScore.keys()].sort((x, y) => y - x)) {
    for (const pair of (byScore.get(rank) ?? []).sort(byNearness(n, m))) {
      const [i, j] = [Math.floor(pair / m), pair % m]
      if (!a.free.has(i) || !b.free.has(j)) continue
      a.free.delete(i)
      b.free.delete(j)
      matches.push([i, j])
    }
  }
  return matches
}

/**
 * The pair whose relative places lie nearer together comes first, then the one further up. Both
 * measures are the same with the sides exchanged, and pairs equal in both share no item.
 */
function byNearness(n: number, m: number) {
  const distance = (pair: number) => Math.abs(Math.floor(pair / m) * m - (pair % m) * n)
  const place = (pair: number) => Math.floor(pair / m) * m + (pair % m) * n
  return (x: number, y: number) => distance(x) - distance(y) || place(x) - place(y)
}
