/**
 * Whether the bullets of a list are headings of what is nested below them.
 *
 *     1. **Days 1–10: inventory**     - Recovery:          1. Enable backups
 *        - Export all accounts          - Keep a copy         - every night
 *     (headings)                      (headings)           (an action with its detail)
 *
 * "- Recovery: keep a copy" and "- 30 days: Enable backups" say what to do and are bullets, whatever
 * is nested below them.
 */
import { cleanText } from '../document-tree'
import type { List, ListItem, RichText } from '../document-tree'
import { endsLikeSentence } from '../readers/heading-line'
import { horizonOfLabel } from '../rules/horizon-of-heading'
import { takeInlineFields } from './inline-fields'
import type { GuideKnowledge } from './item-draft'
import { isProhibition } from './lists-without-tasks'
import { isBoldLine } from '../readers/loose-lines'
import { startsWithVerb } from '../rules/prose-actions'
import { asPartOfPlan, sectionOfHeading } from '../rules/section-of-heading'
import type { HeadingSection } from '../rules/section-of-heading'

const longestHeading = 100
/** The same for a numbered line that stands alone. */
const longestLine = 120
/** "Please do not" may stand above what not to do; more words say it. */
const mostWords = 3

/** `isInPlan`: whether the list stands in a plan section already. */
export function isListOfHeadings(list: List, isInPlan: boolean): boolean {
  return list.items.some((item) => {
    const holds = holdsItems(item)
    const words = holds ? cleanText(item.text.text) : ''
    return holds && words.length <= longestHeading && opensPart(words, isInPlan)
  })
}

/** Whether a list or table is nested below a bullet. */
export function holdsItems({ children }: ListItem): boolean {
  return children.some((child) => child.kind === 'list' || child.kind === 'table')
}

/** Where a bullet stands that may be a heading. */
interface BulletPlace {
  isInPlan: boolean
  /** Whether its list is one of headings. */
  isOfHeadings: boolean
  known: GuideKnowledge
}

/** What a bullet opens that is only a heading: "1. **Days 1–30**", "- Recovery:". Null for others. */
export function meaningOfHeadingBullet(
  item: ListItem,
  list: List,
  next: ListItem | undefined,
  { isInPlan, isOfHeadings, known }: BulletPlace,
): HeadingSection | null {
  if (!isOfHeadings && !isLone(list)) return null
  const words = cleanText(item.text.text)
  if (words === '' || words.length > longestLine || isTask(words)) return null
  if (endsLikeSentence(words) || takeInlineFields(item.text, known).fields.length > 0) return null
  const meaning = sectionOfHeading(words)
  if (isLone(list) && ['no-plan', 'plan'].includes(asPartOfPlan(meaning).kind)) return meaning
  if (!isOfHeadings || words.length > longestHeading) return null
  const opensIt =
    item.children.length > 0
      ? mayBeHeading(item.text, words, isInPlan)
      : (!next || next.children.length > 0) && isBareHeading(words, meaning, next === undefined)
  return opensIt ? meaning : null
}

/** A box to tick, or days before what is to be done in them: "Day 4–5: Complete the scorecard". */
function isTask(words: string): boolean {
  if (/^\[[ xX]?\]/.test(words)) return true
  const [, label = '', body = ''] = /^([^:]{1,40}):\s+(\S.*)$/.exec(words) ?? []
  return horizonOfLabel(label) !== null && startsWithVerb(body)
}

/** Whether a bullet of such a list is a heading too, rather than a task with its details. */
function mayBeHeading(text: RichText, words: string, isInPlan: boolean): boolean {
  if (words.endsWith(':') || isBoldLine(text) || opensPart(words, isInPlan)) return true
  if (startsWithVerb(words)) return false
  return opensPart(words, false) || holdsNoTasks(words)
}

/**
 * "9. 90-day plan" before a table or "10. Recovery", with nothing below it in the list. The last one
 * may be "11. Metrics", where what follows is a list of its own.
 */
function isBareHeading(words: string, meaning: HeadingSection, isLast: boolean): boolean {
  if (startsWithVerb(words) || /:\s+\S/.test(words)) return false
  if (isLast && holdsNoTasks(words)) return true
  return meaning.kind === 'plan' && meaning.horizonDays !== null
}

/** "Common mistakes", "Do not"; "Don't share the key" is a bullet like others. */
function holdsNoTasks(words: string): boolean {
  const { kind } = sectionOfHeading(words)
  if (kind !== 'no-plan' && kind !== 'aside') return false
  return !isProhibition(words) || words.split(/\s+/).length <= mostWords
}

function opensPart(words: string, isInPlan: boolean): boolean {
  const body = /:\s+(\S.*)$/.exec(words)?.[1] ?? ''
  if (startsWithVerb(body)) return false
  const meaning = sectionOfHeading(words)
  if (meaning.kind === 'part') return true
  if (meaning.kind === 'track' && body !== '' && meaning.horizonDays === null) return false
  if (meaning.kind === 'track') return isInPlan || meaning.horizonDays !== null
  if (meaning.kind === 'first-steps') return !isInPlan || meaning.isImmediate
  if (meaning.kind !== 'plan') return false
  if (meaning.horizonDays === null && startsWithVerb(words)) return false
  if (meaning.horizonDays === null) return !isInPlan || !meaning.isBare
  const name = words.replace(/\s*[:(].*$/, '')
  const bracket = /\(([^()]+)\)/.exec(words)?.[1] ?? ''
  return !isInPlan || horizonOfLabel(name) !== null || horizonOfLabel(bracket) !== null
}

/** A number of its own with nothing below it, as "2. 30-day plan" between paragraphs. */
export function isLone(list: List): boolean {
  return list.isOrdered && list.items.length === 1 && list.items[0]?.children.length === 0
}
