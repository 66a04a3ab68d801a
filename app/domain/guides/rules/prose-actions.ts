/**
 * Sentences of running text that ask for something to be done. A plan section that holds nothing but
 * prose gives no items; its sentences are shown, so that a person can make tasks of them.
 *
 *     actionsInProse(rich('Start by calling the bank. It is open.')) // the first sentence
 */
import { sliceRichText } from '../document-tree'
import type { RichText } from '../document-tree'
import { firstSentenceEnd } from './first-sentence'
import { comparable, phrasePattern, vocabularyWords } from '../vocabulary/vocabularies'

const verbAtStart = phrasePattern(
  vocabularyWords((words) => words.actionVerbs),
  'start',
)
/** Whether a text starts with a word that asks for something to be done. */
export function startsWithVerb(text: string): boolean {
  return verbAtStart.test(comparable(text.slice(0, 60)))
}

/** Longer paragraphs are looked at this far. */
const longestProse = 6000

/** The sentences of a paragraph that start with what to do, each with its place. */
export function actionsInProse(text: RichText): RichText[] {
  const actions: RichText[] = []
  const end = Math.min(text.text.length, longestProse)
  let from = 0
  while (from < end) {
    const length = firstSentenceEnd(text.text.slice(from, end))
    const sentence = sliceRichText(text, from, from + length)
    if (startsWithVerb(sentence.text)) actions.push(sentence)
    from += Math.max(1, length)
  }
  return actions
}
