/**
 * "Immediate actions" are what to do first, unless the document counts on from there: beside "Short
 * term" and "Long term" they are the first of its horizons, which gives no number of days.
 *
 *     namesImmediateSteps(wordsOf('immediate actions: stop the leak')) // true
 *     namesImmediateSteps(wordsOf('immediate action plan'))            // false
 *     namesTerm('Short-term measures')                                 // true
 */
import { withoutNumbering } from './horizon-of-heading'
import { phraseTest, wordsOf } from '../vocabulary/phrase-test'
import type { Words } from '../vocabulary/phrase-test'
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

const startsAtOnce = phraseTest(
  vocabularyWords((words) => words.immediateHeadings),
  'start',
)
const immediate = new RegExp(
  `^(?:${phraseSource(vocabularyWords((words) => words.immediateHeadings))})(?:[^\\p{L}\\p{N}]*$|\\s*[:(,]|\\s-\\s|\\s+(?:${phraseSource(
    vocabularyWords((words) => words.tailOpeners),
  )})\\s)`,
  'u',
)
const startsWithTerm = phraseTest(
  vocabularyWords((words) => words.termHeadings),
  'start',
)

/** Whether a heading says "immediate actions" and nothing that makes them something else. */
export function namesImmediateSteps(words: Words): boolean {
  return startsAtOnce(words) && immediate.test(words.text)
}

/** Whether a heading starts with one of several terms: "Mid term". */
export function namesTerm(heading: string): boolean {
  return startsWithTerm(wordsOf(withoutNumbering(comparable(heading))))
}
