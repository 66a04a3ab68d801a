/**
 * The priority that a cell or tag states.
 *
 *     priorityOfLabel('🔴 Critical')   // 'high'
 *     priorityOfLabel('High priority') // 'high'
 *     priorityOfLabel('Finance')       // null
 */
import type { Priority } from '~/domain/shared/vocabulary'
import { comparable, phraseLookup, vocabularyWords } from '../vocabulary/vocabularies'

const priorityOfWord = phraseLookup((language) => language.priorities)
const names = vocabularyWords((language) => language.columns.priority)
const tags = new Set(vocabularyWords((language) => language.priorityTags))

/** The priority of a label that says nothing else; null for any other text. */
export function priorityOfLabel(label: string): Priority | null {
  if (label.length > 40) return null
  let text = comparable(label).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  for (const name of names) {
    if (text.startsWith(name)) text = text.slice(name.length).replace(/^[\s:=-]+/, '')
    else if (text.endsWith(name)) text = text.slice(0, -name.length).replace(/[\s-]+$/, '')
  }
  return priorityOfWord.get(text) ?? priorityOfParts(text)
}

/** "P1 - Critical", "2 (high)", "hoch / high": what its parts agree on. */
function priorityOfParts(text: string): Priority | null {
  const parts = text.split(/[\s]*[-:/(),|]+[\s]*/).filter((part) => part !== '')
  if (parts.length < 2 || parts.length > 3) return null
  const words = parts.filter((part) => !/^p?\d$/.test(part))
  const found = new Set(words.map((part) => priorityOfWord.get(part) ?? null))
  const [only] = found
  return found.size === 1 ? (only ?? null) : null
}

/** The same for a tag in brackets, which must name priority or be a strong word: "[High]". */
export function priorityOfTag(tag: string): Priority | null {
  if (tag.length > 40) return null
  const text = comparable(tag)
  const isNamed = names.some((name) => text.includes(name))
  return isNamed || tags.has(text) ? priorityOfLabel(tag) : null
}
