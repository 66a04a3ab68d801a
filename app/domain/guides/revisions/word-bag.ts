/**
 * How alike two texts are, by the words they share. Short words ("the", "of", "und") say nothing and
 * are left out, unless they are written in capitals or with digits ("MFA", "HR", "2FA").
 *
 *     const bags = new WordBags()
 *     likeness(bags.of('List every laptop'), bags.of('Count every laptop')) // 0.667
 */

/** Words of one text that are compared; longer passages are told apart by their beginning. */
const mostWords = 80

/** The numbers of a text's words, each once, ascending. */
export type WordBag = Int32Array

/** Numbers words, so that bags of one collection compare without looking at letters again. */
export class WordBags {
  private readonly numbers = new Map<string, number>()

  of(text: string): WordBag {
    const words = wordsOf(text)
    const telling = words.filter(isTelling)
    const chosen = (telling.length > 0 ? telling : words).slice(0, mostWords)
    return Int32Array.from(new Set(chosen.map((word) => this.number(word)))).sort()
  }

  private number(word: string): number {
    const plain = stem(word.toLowerCase())
    const known = this.numbers.get(plain)
    if (known !== undefined) return known
    this.numbers.set(plain, this.numbers.size)
    return this.numbers.size - 1
  }
}

/** From 0 for no word in common to 1 for the same words (Dice's coefficient). */
export function likeness(a: WordBag, b: WordBag): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return (2 * shared) / (a.length + b.length)
}

const wordsOf = (text: string) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

const isTelling = (word: string) =>
  word.length > 3 || /\p{N}/u.test(word) || (word.length > 1 && word === word.toUpperCase())

/** One of many is the same word as many of them. */
const stem = (word: string) => (word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word)
