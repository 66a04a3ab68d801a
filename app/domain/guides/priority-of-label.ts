/**
 * The priority that a cell or tag states.
 *
 *     priorityOfLabel('🔴 Critical')   // 'high'
 *     priorityOfLabel('High priority') // 'high'
 *     priorityOfLabel('Finance')       // null
 */
import type { Priority } from '~/domain/shared/vocabulary'
import { comparable, phraseLookup, vocabularyWords } from './vocabulary/vocabularies'

const priorityOfWord = phraseLookup((language) => language.priorities)
const names = vocabularyWords((language) => language.columns.priority)

/** The priority of a label that says nothing else; null for any other text. */
export function priorityOfLabel(label: string): Priority | null {
  if (label.length > 40) return null
  let text = comparable(label).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  for (const name of names) {
    if (text.startsWith(name)) text = text.slice(name.length).replace(/^[\s:=-]+/, '')
    else if (text.endsWith(name)) text = text.slice(0, -name.length).replace(/[\s-]+$/, '')
  }
  return priorityOfWord.get(text) ?? null
}

/** The same for a tag in brackets, which must name priority or be a single strong word: "[High]". */
export function priorityOfTag(tag: string): Priority | null {
  const text = comparable(tag)
  const isNamed = names.some((name) => text.includes(name))
  const isPlain = /^(?:p\d|high|medium|low|critical|urgent|hoch|mittel|niedrig|kritisch)$/.test(
    text,
  )
  return isNamed || isPlain ? priorityOfLabel(tag) : null
}
