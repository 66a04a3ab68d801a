/**
 * A paragraph that opens what stands below it without being a heading.
 *
 *     'In the first week:'                    the whole line
 *     '**Days 1–30 (June)** — goal: nothing'  its bold start, where a list or table follows
 */
import { cleanText, sliceRichText } from '../document-tree'
import type { Block, RichText } from '../document-tree'
import { horizonOfLabel } from './horizon-of-heading'
import { sectionOfHeading } from './section-of-heading'
import type { HeadingSection } from './section-of-heading'

const longestLeadIn = 100
/** "Recommended actions:" opens a plan; a sentence that starts so is one. */
const mostWords = 4

/** What a lead-in line opens; only a short one opens a plan by its name alone. */
export function meaningOfLeadIn(words: string): HeadingSection {
  const meaning = sectionOfHeading(words)
  const isSentence = words.split(/\s+/).length > mostWords
  return meaning.kind === 'plan' && meaning.isBare && isSentence ? { kind: 'unknown' } : meaning
}

/** The part of the paragraph that opens something, or null for plain prose. */
export function leadInOf(text: RichText, next: Block | undefined): RichText | null {
  if (text.text.length <= longestLeadIn && /:\s*$/.test(text.text)) return lastSentence(text)
  const [bold] = text.bold
  const opensList = next?.kind === 'list' || next?.kind === 'table'
  if (opensList && namesAside(text.text)) return text
  if (!opensList || bold?.from !== 0 || bold.to > longestLeadIn) return null
  const start = sliceRichText(text, 0, bold.to)
  const { kind } = sectionOfHeading(cleanText(start.text))
  return kind === 'plan' || kind === 'first-steps' || kind === 'track' ? start : null
}

/** "Acceptance" alone above a list, without a colon. */
function namesAside(text: string): boolean {
  return text.split(/\s+/).length <= mostWords && sectionOfHeading(text).kind === 'aside'
}

/** "Days 1–30" in a line of its own above a heading, as on cards of a web page. */
export function standsAbove(text: RichText): boolean {
  return text.text.length <= 40 && horizonOfLabel(text.text) !== null
}

/** "By day 60 it runs. Now add two more:" opens what its last sentence says. */
function lastSentence(text: RichText): RichText {
  const before = /^.*[.!?]\s+(?=\p{Lu})/su.exec(text.text)?.[0].length ?? 0
  return sliceRichText(text, before, text.text.length)
}
