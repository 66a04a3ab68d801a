/**
 * Lists inside a plan that are no tasks as a whole, told by most of their bullets together: who has
 * which role, what not to do, what happened when, how something is.
 *
 *     - Incident commander: CTO     - Don't pay.                           - 06:10 The pager rings
 *     - Scribe: whoever is free     - Never call the number in the mail.   - 06:25 Servers are off
 */
import type { ListItem, RichText } from '../document-tree'
import { takeInlineFields } from './inline-fields'
import type { GuideKnowledge } from './item-draft'
import { isRoleAssignment } from './item-of-bullet'
import { labelOfBullet } from '../rules/label-of-bullet'
import {
  comparable,
  phrasePattern,
  phraseSource,
  vocabularyWords,
} from '../vocabulary/vocabularies'

const prohibition = phrasePattern(
  vocabularyWords((words) => words.prohibitions),
  'start',
)
const startsAsStatement = phrasePattern(
  vocabularyWords((words) => words.statementStarts),
  'start',
)
/** "06:10 Release goes out", "[14.32 Uhr] Anruf", "9:05 am - first ticket". */
const clockTime = new RegExp(
  `^[[(]?(?:[01]?\\d|2[0-3])(?::[0-5]\\d(?![\\p{L}\\p{N}.])|\\.[0-5]\\d\\s+(?:${phraseSource(vocabularyWords((words) => words.clockWords))}))`,
  'iu',
)
/** What follows the label of a role is a name, not a sentence. */
const longestName = 60

/** Why none of the list's bullets is a task; null for a list of tasks. */
export function whyNoTasks(bullets: readonly ListItem[], known: GuideKnowledge): string | null {
  if (bullets.length < 2) return null
  const texts = bullets.map((item) => item.text)
  if (texts.every((text) => isProhibition(text.text))) {
    return 'The list says what not to do.'
  }
  const statements = texts.filter((text) =>
    startsAsStatement.test(comparable(text.text.slice(0, 60))),
  )
  if (statements.length * 2 > texts.length) return 'The list says how something is.'
  if (texts.every((text) => clockTime.test(text.text))) return 'The list says what happened when.'
  // "Read the log – Owner: IT" is a task and says whose.
  const others = texts.filter(
    (text) => !isRoleAssignment(takeInlineFields(text, known).rest, known),
  )
  const areMostRoles = (texts.length - others.length) * 2 > texts.length
  return areMostRoles && others.every(isShortLabelled)
    ? 'The list says who has which role; it holds no tasks.'
    : null
}

/** Whether a text starts by saying what not to do. */
export function isProhibition(text: string): boolean {
  return prohibition.test(comparable(text.slice(0, 60)))
}

function isShortLabelled(text: RichText): boolean {
  const label = labelOfBullet(text)
  return label !== null && label.body.text !== '' && label.body.text.length <= longestName
}
