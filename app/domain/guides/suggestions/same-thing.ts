/**
 * How likely two items ask for the same: how much of what the one is to do is found in the other,
 * action, outcome and detail taken together. One word in common is not enough, whatever its share.
 *
 *     sameness(aboutOf({ action: 'Conduct an access review', … }), aboutOf({ action: 'Complete an access audit', … })) // 1
 */
import { contentWords, type ContentWords } from './content-words'

/** The words of something to do. */
export interface About {
  /** Of the action alone. */
  action: ContentWords
  /** Of what is to be done: action and detail. */
  told: ContentWords
  /** Of everything that is said about it, the outcome as well. */
  whole: ContentWords
}

interface Said {
  action: string
  outcome?: string | null
  detail?: string | null
}

/** From here on, two items are shown as saying the same. */
export const sameThreshold = 0.75

/** Fewer words in common than this are chance. */
const fewestShared = 2

export function aboutOf({ action, outcome, detail }: Said): About {
  return {
    action: contentWords(action),
    told: contentWords([action, detail].filter(Boolean).join('\n')),
    whole: contentWords([action, outcome, detail].filter(Boolean).join('\n')),
  }
}

/** From 0 to 1, the same whichever comes first. */
export function sameness(a: About, b: About): number {
  return Math.max(share(a.action, b), share(b.action, a))
}

/** The part of an action's words that the other one has too. */
function share(action: ContentWords, other: About): number {
  // Where the actions have nothing in common, an outcome that speaks of it is no proof.
  const isKindred = wordsIn(action, other.action).length > 0
  const shared = wordsIn(action, isKindred ? other.whole : other.told)
  if (shared.length < fewestShared) return 0
  if (action.size <= fewestShared && !isNamed(action, other.action)) return 0
  return shared.length / action.size
}

/**
 * Two words stand in many a detail by chance; of such a short action, the other one's action has to
 * have both, or be made of its words to a third.
 */
function isNamed(action: ContentWords, other: ContentWords): boolean {
  const shared = wordsIn(action, other).length
  return shared >= fewestShared || shared * 3 >= other.size
}

const wordsIn = (words: ContentWords, others: ContentWords) =>
  [...words.keys()].filter((word) => others.has(word))

/** The words that both have, as the second one has them: the reason that people read. */
export function sharedWords(a: About, b: About): string[] {
  return [...b.whole].flatMap(([key, word]) => (a.whole.has(key) ? [word] : []))
}

/** “access” and “audit”, for a sentence: at most three of the words. */
export function quotedWords(words: readonly string[]): string {
  const quoted = words.slice(0, 3).map((word) => `“${word}”`)
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' and ')
}

/** One of a list that asks for the same as another thing. */
export interface Alike<T> {
  value: T
  about: About
  sameness: number
}

/** What is found, word by word: the numbers of the entries that have it. */
type Postings = Map<string, number[]>

/**
 * Finds the things that ask for the same among many. Words are counted entry by entry first, and only
 * those with enough of them are looked at closer, so that a word which everything has costs little.
 */
export class AlikeIndex<T> {
  private readonly inAction: Postings = new Map()
  private readonly inWhole: Postings = new Map()
  private readonly entries: { value: T; about: About }[] = []

  add(value: T, about: About): void {
    const index = this.entries.push({ value, about }) - 1
    post(this.inAction, about.action, index)
    post(this.inWhole, about.whole, index)
  }

  /** What is at least as alike as the threshold, the most alike first, then in the order it came. */
  find(about: About): Alike<T>[] {
    const ofIts = this.count(about.action, this.inWhole)
    const ofTheirs = this.count(about.whole, this.inAction)
    const isEnough = (count: number | undefined, of: ContentWords) =>
      (count ?? 0) >= Math.max(fewestShared, sameThreshold * of.size)
    return this.entries
      .flatMap((entry, at) => {
        const isLikely =
          isEnough(ofIts[at], about.action) || isEnough(ofTheirs[at], entry.about.action)
        const found = isLikely ? sameness(about, entry.about) : 0
        return found >= sameThreshold ? [{ ...entry, sameness: found }] : []
      })
      .sort((a, b) => b.sameness - a.sameness)
  }

  /** How many of the words each entry has. */
  private count(words: ContentWords, postings: Postings): Uint16Array {
    const counts = new Uint16Array(this.entries.length)
    for (const word of words.keys()) {
      for (const at of postings.get(word) ?? []) counts[at] = (counts[at] ?? 0) + 1
    }
    return counts
  }
}

function post(postings: Postings, words: ContentWords, index: number): void {
  for (const word of words.keys()) {
    const list = postings.get(word)
    if (list) list.push(index)
    else postings.set(word, [index])
  }
}
