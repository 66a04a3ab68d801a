/**
 * Which guide an imported text is probably a new version of. A title alone proves nothing: two guides
 * can share one, and a title can change; so what the two have in common is weighed with it, and a
 * person decides.
 *
 *     likelyRevisions(imported, earlier)[0]
 *     // { templateId: 't1', likeness: 0.9, reason: 'It has the same title, and 9 of its 10 items are there.' }
 */
import type { ComparableItem } from './item-fields'
import { inCommon } from './match-items'
import { comparable } from '../vocabulary/vocabularies'

/** What is known of a guide when it is compared with others. */
export interface GuideDigest {
  templateId: string
  title: string
  /** The guide of our own library that it is. */
  libraryKey: string | null
  items: readonly ComparableItem[]
}

export interface LikelyRevision {
  templateId: string
  /** From 0 to 1. */
  likeness: number
  /** A sentence for people. */
  reason: string
}

/** Under another title, at least half of what stands in the two has to be the same. */
const alikeUnderAnotherTitle = 0.5
/** What the same title, or the same guide of the library, weighs against likeness. */
const titleWeight = 0.3
const libraryWeight = 1

/** The guides it may be a new version of, the likeliest first; of equals the one given first. */
export function likelyRevisions(
  imported: GuideDigest,
  earlier: readonly GuideDigest[],
): LikelyRevision[] {
  return earlier
    .flatMap((guide) => {
      const found = weigh(imported, guide)
      return found ? [found] : []
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _weight, ...revision }) => revision)
}

function weigh(
  imported: GuideDigest,
  guide: GuideDigest,
): (LikelyRevision & { weight: number }) | null {
  const isSameGuide = imported.libraryKey !== null && imported.libraryKey === guide.libraryKey
  const isSameTitle = comparable(imported.title) === comparable(guide.title)
  const { count, likeness } = inCommon(guide.items, imported.items)
  if (!isSameGuide && !isSameTitle && likeness < alikeUnderAnotherTitle) return null
  const weight = likeness + (isSameTitle ? titleWeight : 0) + (isSameGuide ? libraryWeight : 0)
  const shared = sharedWords(count, guide.items.length)
  const reason = isSameGuide
    ? `It is the same guide of the library, ${joined(count, shared)}.`
    : isSameTitle
      ? `It has the same title, ${joined(count, shared)}.`
      : `Its title is another, but ${shared}.`
  return { templateId: guide.templateId, likeness, reason, weight }
}

const joined = (count: number, shared: string) =>
  count === 0 ? 'but none of its items are there' : `and ${shared}`

function sharedWords(count: number, all: number): string {
  if (all === 1) return 'its one item is there'
  return count === all
    ? `all of its ${all} items are there`
    : `${count} of its ${all} items are there`
}
