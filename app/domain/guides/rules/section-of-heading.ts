/**
 * What kind of section a heading opens. The section decides what is an item, never the shape of a
 * bullet: "Common mistakes" lists look exactly like plans.
 *
 *     sectionOfHeading('What to do first in the first hour') // { kind: 'first-steps' }
 *     sectionOfHeading('Sofortmaßnahmen')                    // { kind: 'first-steps', isImmediate: true }
 *     sectionOfHeading('30-Day Action Plan for Schools')     // { kind: 'plan', horizonDays: 30, … }
 *     sectionOfHeading('Critical (due by: 14 May 2027)')     // { kind: 'plan', horizonDays: null, … }
 *     sectionOfHeading('Why the first 30 days matter')       // { kind: 'no-plan', … }
 *     sectionOfHeading('Recovery')                           // { kind: 'track', track: 'recovery', … }
 *     sectionOfHeading('Detection and response')             // { kind: 'part', … }
 *     sectionOfHeading('Expected impact')                    // { kind: 'aside' }
 */
import type { Track } from '~/domain/shared/vocabulary'
import { isDueHeading } from './due-of-heading'
import { namesImmediateSteps } from './immediate-heading'
import { horizonOfHeading, withoutNumbering } from './horizon-of-heading'
import { namesPart, trackOfHeading } from './track-of-label'
import { phraseTest, wordsOf } from '../vocabulary/phrase-test'
import type { Words } from '../vocabulary/phrase-test'
import { comparable, phraseSource, vocabularyWords } from '../vocabulary/vocabularies'

export type HeadingSection =
  /**
   * `isQuestions`: its sub-headings are questions. `isWeak`: a table that is a plan by itself may
   * stand there. `isOverview`: the phases of the plan may stand below it. `isGroup`: inside a plan it is the name of a group of tasks. `isSealed`: no heading
   * below it opens a plan, not even where the document has none elsewhere.
   */
  | {
      kind: 'no-plan'
      isQuestions: boolean
      isWeak: boolean
      isOverview: boolean
      isGroup: boolean
      isSealed: boolean
    }
  /** Part of a plan that holds no tasks: its goals, its budget. */
  | { kind: 'aside' }
  /** `isImmediate`: it says "immediate actions", which is a horizon beside others. */
  | { kind: 'first-steps'; isImmediate: boolean }
  /** `isBare`: it says "plan" or "tasks", and nothing about when. */
  | { kind: 'plan'; horizonDays: number | null; isBare: boolean }
  | { kind: 'track'; track: Track; horizonDays: number | null }
  /** Names a part of a plan and says nothing about it: "Monday", "Detection and response". */
  | { kind: 'part'; isOfTracks: boolean }
  | { kind: 'unknown' }

const after = '(?![\\p{L}\\p{N}])'
const list = vocabularyWords
const hasFirstSteps = phraseTest(list((words) => words.firstStepHeadings))
const endsAsFirstSteps = phraseTest(
  list((words) => words.firstStepEndings),
  'end',
)
const isOther = phraseTest(
  list((words) => [...words.otherHeadings, ...words.prohibitions]),
  'start',
)
/** "Common ransomware mistakes", "Things to avoid": the standard words at the other end. */
const endsAsOther = phraseTest(
  list((words) => [
    ...words.otherEndings,
    ...words.prohibitions.filter((phrase) => phrase.includes(' ')),
  ]),
  'end',
)
/** "Top 5 mistakes in a 30-day plan": decides wherever it stands. */
const hasOther = phraseTest(list((words) => words.otherWords))
const isSealed = phraseTest(list((words) => [...words.sealedWords, ...words.prohibitions]))
const isRetrospect = phraseTest(list((words) => words.retrospectWords))
const isQuestions = phraseTest(
  list((words) => words.questionHeadings),
  'start',
)
const endsAsQuestions = phraseTest(
  list((words) => words.questionHeadings),
  'end',
)
const isGroup = phraseTest(
  list((words) => words.groupHeadings),
  'start',
)
const overviewEndings = list((words) => words.overviewEndings)
const endsAsOverview = phraseTest(overviewEndings, 'end')
const overview = new RegExp(
  `[^\\p{L}\\p{N}]*(?:${phraseSource(overviewEndings)})[^\\p{L}\\p{N}]*$`,
  'u',
)
const saysWhatToDo = phraseTest(
  list((words) => words.doingHeadings),
  'whole',
)
const isWeakOther = phraseTest(
  list((words) => words.weakOtherHeadings),
  'start',
)
const isFollowUp = phraseTest(
  list((words) => words.followUpHeadings),
  'start',
)
const followUp = new RegExp(`^(?:${phraseSource(list((words) => words.followUpHeadings))})`, 'u')
const startsAsAside = phraseTest(
  list((words) => words.asideHeadings),
  'start',
)
const aside = new RegExp(
  `^(?:${phraseSource(list((words) => words.asideHeadings))})(?:\\s+(?:${phraseSource(
    vocabularyWords((words) => words.tailOpeners),
  )})${after}.*)?[^\\p{L}\\p{N}]*$`,
  'u',
)
/** "By day 90, you will have" */
const isPromise = phraseTest(list((words) => words.promises))
const isWeekday = phraseTest(
  list((words) => words.weekdays.flatMap((name) => [name, `${name}s`])),
  'start',
)
const weekdays = phraseSource(list((words) => words.weekdays))
const weekday = new RegExp(
  `^(?:${weekdays})s?(?:\\s*[-–/&]\\s*(?:${weekdays})s?)?(?:[\\s.,\\d-]*$|\\s*[:(])`,
  'u',
)
const part = new RegExp(
  `^(?:${phraseSource(list((words) => words.partWords))})\\s+(?:\\d{1,2}|[a-z]|[ivx]{1,4})\\s*[:.)-]\\s*`,
  'u',
)

/** The section that a heading opens, by its words alone. */
export function sectionOfHeading(heading: string): HeadingSection {
  if (heading.length > 300) return { kind: 'unknown' }
  const text = withoutNumbering(comparable(heading)).replace(part, '').replace(/\s*:$/, '')
  if (text.length > 200) return { kind: 'unknown' }
  const words = wordsOf(text)
  if (isWeekday(words) && weekday.test(text)) return { kind: 'part', isOfTracks: false }
  if (isQuestions(words)) return noPlan(words, { isQuestions: true })
  if (isOther(words)) return otherSection(words)
  const start = startOf(text)
  if (hasFirstSteps(start)) return { kind: 'first-steps', isImmediate: false }
  if (namesImmediateSteps(words) && (horizonOfHeading(text)?.days ?? null) === null) {
    return { kind: 'first-steps', isImmediate: true }
  }
  return planByItsStart(start, words) ?? otherByWords(words) ?? planSection(words)
}

/** "Immediate actions" where they are a part of a plan or one of its horizons. */
export function asPartOfPlan(meaning: HeadingSection): HeadingSection {
  return meaning.kind === 'first-steps' && meaning.isImmediate
    ? { kind: 'plan', horizonDays: null, isBare: false }
    : meaning
}

/** Whether a heading names a plan or its first steps. */
export function isAboutPlan(heading: string): boolean {
  const { kind } = sectionOfHeading(heading)
  return kind === 'plan' || kind === 'first-steps'
}

/** The heading without its subtitle. */
function startOf(text: string): Words {
  return wordsOf(text.split(/:\s|\s-\s/)[0] ?? text)
}

/** "30-day plan: Common pitfalls" is a plan; what stands behind the colon is only its subtitle. */
function planByItsStart(start: Words, words: Words): HeadingSection | null {
  if (start.text === words.text) return null
  const own = planSection(start)
  return own.kind === 'plan' && !own.isBare && !hasOther(start) ? planSection(words) : null
}

function otherByWords(words: Words): HeadingSection | null {
  if (hasFirstSteps(words) || endsAsFirstSteps(words))
    return { kind: 'first-steps', isImmediate: false }
  if (isFollowUp(words)) return followUpSection(words)
  if (endsAsQuestions(words)) return noPlan(words, { isQuestions: true })
  if (endsAsOther(words) || hasOther(words)) {
    const isWeak = endsAsOverview(words)
    return noPlan(words, { isWeak, isOverview: isWeak && namesPlanBefore(words) })
  }
  if (saysWhatToDo(words)) return { kind: 'plan', horizonDays: null, isBare: true }
  return isWeakOther(words) ? noPlan(words, { isWeak: true }) : null
}

/** "Roadmap overview": the name of a plan, and then what is shown of it. */
function namesPlanBefore({ text }: Words): boolean {
  return horizonOfHeading(text.replace(overview, ''))?.isBare === true
}

function planSection(words: Words): HeadingSection {
  const { text } = words
  if (isPromise(words)) return { kind: 'aside' }
  const horizon = horizonOfHeading(text)
  const track = trackOfHeading(text)
  if (track) return { kind: 'track', track, horizonDays: horizon?.days ?? null }
  if (namesPart(text)) return { kind: 'part', isOfTracks: true }
  const isDated = horizon !== null && horizon.days !== null
  if (!isDated && startsAsAside(words) && aside.test(text.replace(/\s*\([^)]*\)$/, ''))) {
    return { kind: 'aside' }
  }
  if (horizon) return { kind: 'plan', horizonDays: horizon.days, isBare: horizon.isBare }
  if (isDueHeading(text)) return { kind: 'plan', horizonDays: null, isBare: false }
  return { kind: 'unknown' }
}

/**
 * "Next steps" come after a plan, unless they say when ("Next steps (30/60/90 days)") or a table or
 * list below says who does what.
 */
function followUpSection(words: Words): HeadingSection {
  const { text } = words
  const rest = text.replace(followUp, '')
  const horizon = /^[\s]*[:(-]/.test(rest) ? horizonOfHeading(text) : null
  return horizon && !horizon.isBare && /\d/.test(rest)
    ? { kind: 'plan', horizonDays: horizon.days, isBare: false }
    : noPlan(words, { isWeak: true })
}

/** "Vendors" holds no plan, "Vendors (Days 31–60)" does. */
function otherSection(words: Words): HeadingSection {
  const isOfTasks = isGroup(words)
  const isDated = /(?:\(|:|\s-)\s*[^():]*\d[^():]*\)?$/.test(words.text)
  const horizon = isOfTasks && isDated ? horizonOfHeading(words.text) : null
  return horizon?.days
    ? { kind: 'plan', horizonDays: horizon.days, isBare: false }
    : noPlan(words, { isGroup: isOfTasks })
}

function noPlan(
  words: Words,
  { isQuestions = false, isWeak = false, isOverview = false, isGroup = false } = {},
): HeadingSection {
  const isClosed = isQuestions || isSealed(words)
  const looksBack = !isClosed && isRetrospect(words)
  return {
    kind: 'no-plan',
    isQuestions,
    isWeak: isWeak || looksBack,
    isOverview,
    isGroup,
    isSealed: isClosed,
  }
}
