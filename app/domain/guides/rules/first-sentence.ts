/**
 * Where the first sentence of a bullet ends: the sentence is the action, the rest its detail.
 *
 *     firstSentenceEnd('Rotate keys, e.g. yearly. Log it.') // 25, after "yearly."
 *
 * A full stop ends a sentence when white space and something that can start a sentence follow, and
 * the word before it is no abbreviation, nor the day of a date: "bis 9. Februar". Whoever starts in
 * small letters goes on in them: "rotate keys. log it."
 */
import { phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

const end = /[.!?。]["'”’)\]]*(?=\s+["'“‘(„]?[\p{Lu}\p{N}\p{Lo}])/gu
const endAmongSmall = /[.!?。]["'”’)\]]*(?=\s+["'“‘(„]?[\p{L}\p{N}])/gu
const startsSmall = /^["'“‘(„]?\p{Ll}/u
const abbreviation = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${phraseSource(vocabularyWords((words) => words.abbreviations))}|\\p{L})$`,
  'iu',
)

const months = phraseSource(vocabularyWords((words) => words.months.flat()))
/** A day and the month behind it, around the stop. */
const dayBefore = /(?<![\p{L}\p{N}.])\d{1,2}$/u
const monthAfter = new RegExp(`^\\.\\s+(?:${months})(?![\\p{L}\\p{N}])`, 'iu')

/** The offset after the first sentence, which is the length of the text when there is but one. */
export function firstSentenceEnd(text: string): number {
  for (const match of text.matchAll(startsSmall.test(text) ? endAmongSmall : end)) {
    const word = text.slice(Math.max(0, match.index - 12), match.index)
    if (match[0].startsWith('.') && abbreviation.test(word)) continue
    const around = text.slice(match.index, match.index + 24)
    if (dayBefore.test(word) && monthAfter.test(around)) continue
    return match.index + match[0].length
  }
  return text.length
}
