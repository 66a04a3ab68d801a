/**
 * An item of several sentences that each ask for something is several items. The first keeps its
 * place, its label and what explains it; each further sentence that begins with an action is one of
 * its own, followed by the sentences that explain that one.
 *
 *     splitItem({ action: 'Write the plan', detail: 'Print it. Train the front desk.', … }, '')
 *     // [{ action: 'Write the plan', detail: 'Print it.', … }, { action: 'Train the front desk', … }]
 *
 * A label's own first sentence stays with it: "Backups: Copy them. Test a restore." is two items, not
 * three. Clauses after a semicolon, and after ", then", count as sentences.
 */
import type { Span } from '../document-tree'
import { firstSentenceEnd } from '../rules/first-sentence'
import { phraseSource } from '../vocabulary/vocabularies'
import { beginsWithAction } from './begins-with-action'
import { suggestionWords } from './words/all-words'

export interface SplittableItem {
  action: string
  detail: string | null
  sourceStart: number | null
  sourceEnd: number | null
}

export interface ItemPart {
  action: string
  detail: string | null
  /** Where it stands in the text: its own sentence where that is found, else the whole item's place. */
  source: Span | null
}

/** A bullet with more parts than this is a text, and splitting it helps nobody. */
const mostParts = 12
/** The longest action that a form takes. */
const longestAction = 300

const nextWords = phraseSource(suggestionWords((all) => all.nextWords))
const clauseBreak = new RegExp(`;\\s+|,\\s+(?=(?:${nextWords})\\s)`, 'giu')
const nextWord = new RegExp(`^(?:${nextWords})\\s+`, 'iu')

/** The parts in their order, the first being what the item keeps; null where it is one thing to do. */
export function splitItem(item: SplittableItem, text: string): ItemPart[] | null {
  const source = spanOf(item)
  const written = source ? text.slice(source.start, source.end) : ''
  const [first = '', ...clauses] = clausesOf(item.action)
  const isLabel = isLabelOf(item.action, written, item.detail)
  const parts: { action: string; details: string[] }[] = [{ action: first, details: [] }]
  const add = (sentence: string, mayStart: boolean) => {
    if (mayStart && beginsWithAction(sentence)) parts.push({ action: sentence, details: [] })
    else parts.at(-1)?.details.push(sentence)
  }
  for (const clause of clauses) add(clause, true)
  sentencesOf(item.detail ?? '').forEach((sentence, index) => add(sentence, !isLabel || index > 0))
  if (parts.length < 2 || parts.length > mostParts) return null
  if (parts.some(({ action }) => action.length > longestAction)) return null
  return parts.map(({ action, details }, index) => ({
    action: index === 0 ? action : tidy(action),
    detail: details.length > 0 ? details.join(' ') : null,
    source: index === 0 ? source : (placeOf(action, written, source) ?? source),
  }))
}

const spanOf = ({ sourceStart: start, sourceEnd: end }: SplittableItem): Span | null =>
  start === null || end === null ? null : { start, end }

/** "Backups: Copy them." in the guide; of an item written by hand, a name in capitals. */
function isLabelOf(action: string, written: string, detail: string | null): boolean {
  if (detail === null) return false
  const at = written.indexOf(action)
  if (at >= 0) return /^[\s*_`]*(?::|[–—]|\s-\s)/u.test(written.slice(at + action.length))
  const words = action.split(/\s+/).filter((word) => word.length > 3)
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word))
}

/** Sentences, lines and the clauses within them, each without white space around. */
function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const sentences: string[] = []
    let rest = line.trim()
    while (rest !== '') {
      const end = firstSentenceEnd(rest)
      sentences.push(...clausesOf(rest.slice(0, end).trim()))
      rest = rest.slice(end).trim()
    }
    return sentences
  })
}

/** Cut at semicolons and before ", then", but only where every part is something to do. */
function clausesOf(sentence: string): string[] {
  const pieces = sentence
    .split(clauseBreak)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const areActions = pieces.slice(1).every((piece) => beginsWithAction(piece))
  return areActions ? pieces : [sentence]
}

/** As a title: without the word that joined it and the full stop, with a capital. */
function tidy(sentence: string): string {
  const words = sentence.replace(nextWord, '').replace(/(?<=[^.])[.;]$/, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function placeOf(sentence: string, written: string, source: Span | null): Span | null {
  if (!source) return null
  const at = written.indexOf(sentence)
  return at < 0 ? null : { start: source.start + at, end: source.start + at + sentence.length }
}
