/**
 * What the columns of a table mean, by their names and never by their place.
 *
 *     columnMeaning('Responsible Party') // 'owner'
 *     columnsOf(['#', 'Action Item', 'Cost']) // ['number', 'action', null]; null keeps as detail
 */
import { comparable, phraseLookup } from './vocabulary/vocabularies'
import type { ColumnMeaning } from './vocabulary/vocabulary'

const meaningOfName = phraseLookup((language) => language.columns)
/** Names that mean the action only where no column is called so outright. */
const actionRank = ['action', 'task', 'activit', 'remediation', 'recommendation', 'control', 'item']

/** The meaning of one column's name; null for a name that no language knows. */
export function columnMeaning(name: string): ColumnMeaning | null {
  if (name.length > 60) return null
  const text = comparable(name).replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}#)]+$/gu, '')
  const exact = meaningOfName.get(text)
  if (exact) return exact
  const bare = text
    .replace(/\s*[([].*$/, '')
    .replace(/\(s\)|[/].*$/g, '')
    .trim()
  return (
    meaningOfName.get(bare) ??
    meaningOfName.get(bare.replace(/^(?:the|your|planned|expected|primary|key) /, '')) ??
    null
  )
}

/** One meaning a column; where two columns claim the same, the plainer name has it. */
export function columnsOf(names: readonly string[]): (ColumnMeaning | null)[] {
  const meanings = names.map(columnMeaning)
  for (const meaning of new Set(meanings)) {
    if (meaning === null || meaning === 'status' || meaning === 'number') continue
    const claims = names.map((_, index) => index).filter((index) => meanings[index] === meaning)
    const best = claims.sort((a, b) => rankOf(names[a]) - rankOf(names[b]))[0]
    for (const index of claims) if (index !== best) meanings[index] = null
  }
  if (meanings.includes('priority')) return meanings.map((m) => (m === 'severity' ? null : m))
  return meanings
}

function rankOf(name: string | undefined): number {
  const text = comparable(name ?? '')
  const rank = actionRank.findIndex((word) => text.includes(word))
  return rank === -1 ? actionRank.length : rank
}
