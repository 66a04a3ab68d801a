/**
 * What kind of section a heading opens. The section decides what is an item, never the shape of a
 * bullet: "Common mistakes" lists look exactly like plans.
 *
 *     sectionOfHeading('What to do first in the first hour') // { kind: 'first-steps' }
 *     sectionOfHeading('30-Day Action Plan for Schools')     // { kind: 'plan', horizonDays: 30, … }
 *     sectionOfHeading('Why the first 30 days matter')       // { kind: 'no-plan' }
 *     sectionOfHeading('Recovery')                           // { kind: 'track', track: 'recovery', … }
 */
import type { Track } from '~/domain/shared/vocabulary'
import { horizonOfHeading, withoutNumbering } from './horizon-of-heading'
import { trackOfHeading } from './track-of-label'
import { comparable, phrasePattern, phraseSource, vocabularyWords } from './vocabulary/vocabularies'

export type HeadingSection =
  | { kind: 'no-plan' }
  | { kind: 'first-steps' }
  | { kind: 'plan'; horizonDays: number | null }
  | { kind: 'track'; track: Track; horizonDays: number | null }
  | { kind: 'weekday' }
  | { kind: 'unknown' }

const firstSteps = phrasePattern(vocabularyWords((words) => words.firstStepHeadings))
const other = phrasePattern(
  vocabularyWords((words) => [...words.otherHeadings, ...words.prohibitions]),
  'start',
)
const weakOther = phrasePattern(
  vocabularyWords((words) => words.weakOtherHeadings),
  'start',
)
const weekday = new RegExp(
  `^(?:${phraseSource(vocabularyWords((words) => words.weekdays))})(?:s)?[\\s:.,\\d-]*$`,
  'iu',
)
/** German puts the verb last: "Was Sie nicht tun sollten". */
const prohibition = phrasePattern(
  vocabularyWords((words) => words.prohibitions.filter((phrase) => phrase.includes(' '))),
)

/** The section that a heading opens, by its words alone. */
export function sectionOfHeading(heading: string): HeadingSection {
  const text = withoutNumbering(comparable(heading))
  if (text.length > 200) return { kind: 'unknown' }
  if (weekday.test(text)) return { kind: 'weekday' }
  if (other.test(text) || prohibition.test(text)) return { kind: 'no-plan' }
  if (firstSteps.test(text)) return { kind: 'first-steps' }
  if (weakOther.test(text)) return { kind: 'no-plan' }
  const horizon = horizonOfHeading(text)
  const track = trackOfHeading(heading)
  if (track) return { kind: 'track', track, horizonDays: horizon?.days ?? null }
  return horizon ? { kind: 'plan', horizonDays: horizon.days } : { kind: 'unknown' }
}
