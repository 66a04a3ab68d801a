/**
 * Whether a line of its own could be a heading by its looks, where nothing marks it as one.
 *
 *     looksLikeHeading('30-day action plan')     // true
 *     looksLikeHeading('It takes thirty days.')  // false
 */
import { phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

const longestHeading = 120
const mostWords = 18
const endsUnfinished = new RegExp(
  `(?:^|\\s)(?:${phraseSource(vocabularyWords((words) => words.unfinishedEndings))})$`,
  'iu',
)

/** A short line that starts like one and does not end like a sentence, nor in its middle. */
export const looksLikeHeading = (text: string): boolean =>
  !/^\p{Ll}/u.test(text) && couldBeHeading(text)

/** The same of a line that may start in small letters; its words have to tell. */
export function couldBeHeading(text: string): boolean {
  if (text.length > longestHeading || text.split(/\s+/).length > mostWords) return false
  if (endsLikeSentence(text)) return false
  return !endsUnfinished.test(text)
}

/** Whether the last word of a line ends its sentence, or a part of it. */
export function endsLikeSentence(text: string): boolean {
  return /[.;,!…]["'”’)]?$/.test(text)
}
