/**
 * What the columns of a table mean, by their names and never by their place.
 *
 *     columnMeaning('Responsible Party') // 'owner'
 *     columnsOf(['#', 'Action Item', 'Cost']) // ['number', 'action', null]; null keeps as detail
 *     columnsOf(['Item', 'Cost'])             // [null, null]: a budget, no list of actions
 *     columnsOf(['Deliverable', 'Owner', 'Due']) // "Deliverable" stands in for the action
 */
import {
  comparable,
  phraseLookup,
  phraseSource,
  vocabularies,
  vocabularyWords,
} from '../vocabulary/vocabularies'
import type { ColumnMeaning } from '../vocabulary/vocabulary'

const meaningOfName = phraseLookup((language) => language.columns)
/** Where a name stands in its language's list: the plainer, the earlier. */
const rankOfName = new Map<string, number>()
for (const { columns } of vocabularies) {
  for (const names of Object.values(columns)) {
    names.forEach((name, index) => {
      if (!rankOfName.has(name)) rankOfName.set(name, index)
    })
  }
}
/** "Owner / Due", "Wer und wann": where the name of one column ends and another's begins. */
const betweenNames = new RegExp(
  `\\s*[/&]\\s*|\\s+(?:${phraseSource(vocabularyWords((words) => words.joiners))})\\s+`,
  'u',
)
const weakNames = new Set(vocabularyWords((words) => words.weakActionColumns))
const spanNames = new Set(vocabularyWords((words) => words.spanColumns))
const pastWords = new Set(vocabularyWords((words) => words.pastDateWords))
const standIns = vocabularyWords((words) => [...words.standInColumns, ...words.registerColumns])
const ofRegisters = new Set(vocabularyWords((words) => words.registerColumns))
/** Beside one of these a weak name such as "Item" means the action. */
const companions: readonly (ColumnMeaning | null)[] = [
  'owner',
  'due',
  'horizon',
  'outcome',
  'priority',
  'severity',
]

/** The meaning of one column's name; null for a name that no language knows. */
export function columnMeaning(name: string): ColumnMeaning | null {
  const key = knownName(name)
  return key === null ? null : (meaningOfName.get(key) ?? null)
}

/** One meaning a column; where two columns claim the same, the plainer name has it. */
export function columnsOf(names: readonly string[]): (ColumnMeaning | null)[] {
  const meanings = names.map(columnMeaning)
  for (const meaning of new Set(meanings)) {
    if (meaning === null || meaning === 'status' || meaning === 'number') continue
    const claims = names.map((_, index) => index).filter((index) => meanings[index] === meaning)
    const best = claims.sort((a, b) => rankOf(names[a]) - rankOf(names[b]))[0]
    for (const index of claims)
      if (index !== best) meanings[index] = secondMeaning(names[index], meanings)
  }
  if (meanings.includes('priority')) {
    for (const [index, each] of meanings.entries()) if (each === 'severity') meanings[index] = null
  }
  settleAction(names, meanings)
  return meanings
}

/** What a column means beside another that means the same: "Timeline" beside "Deadline" is in days. */
function secondMeaning(
  name: string | undefined,
  meanings: readonly (ColumnMeaning | null)[],
): ColumnMeaning | null {
  const isSpan = spanNames.has(knownName(name ?? '') ?? '')
  return isSpan && !meanings.includes('horizon') ? 'horizon' : null
}

/** Whether a table's columns name its action outright, and not by a word such as "Item". */
export function namesAction(
  names: readonly string[],
  meanings: readonly (ColumnMeaning | null)[],
): boolean {
  const index = meanings.indexOf('action')
  return index !== -1 && columnMeaning(names[index] ?? '') === 'action' && !isWeakName(names[index])
}

/** A weak name without company is no action; without any action another column may stand in. */
function settleAction(names: readonly string[], meanings: (ColumnMeaning | null)[]): void {
  const action = meanings.indexOf('action')
  const isAccompanied = meanings.some((meaning) => companions.includes(meaning))
  if (action !== -1 && isWeakName(names[action]) && !isAccompanied) meanings[action] = null
  if (action !== -1) return
  const times = meanings.filter((meaning) => meaning === 'due' || meaning === 'horizon').length
  if (times === 0 || !meanings.includes('owner')) return
  for (const standIn of standIns) {
    const index = names.findIndex((name) => comparable(name) === standIn)
    const isOnlyTime = times === 1 && meanings[index] === 'due'
    const isOther = ofRegisters.has(standIn) && !meanings.includes('status')
    if (index === -1 || isOnlyTime || isOther) continue
    meanings[index] = 'action'
    return
  }
}

/** Whether a name means the action only in company: "Description". */
export function isWeakName(name: string | undefined): boolean {
  return weakNames.has(knownName(name ?? '') ?? '')
}

/** The name as a language's list has it, without brackets, numbers and "planned" before it. */
function knownName(name: string): string | null {
  if (name.length > 60) return null
  const text = comparable(wordsOfName(name)).replace(/^[^\p{L}\p{N}#%]+|[^\p{L}\p{N}#%)]+$/gu, '')
  const bare = text
    .replace(/\(s\)/g, '')
    .replace(/\s*[([].*$/, '')
    .trim()
  const parts = bare.split(betweenNames)
  const plain = bare.replace(/^(?:the|your|our|planned|expected|primary|key|proposed|new) /, '')
  const singular = bare.replace(/s$/, '')
  const names = [text, bare, ...parts, plain, singular]
  return names.find((each) => meaningOfName.has(each)) ?? dateName(bare)
}

/** "Target_Date" and "dueDate", as programs write names of columns. */
function wordsOfName(name: string): string {
  const isOneWord = !/\s/.test(name.trim())
  return isOneWord ? name.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2') : name
}

/** "Milestone completion date" ends in a name of two words for when something is due. */
function dateName(name: string): string | null {
  const words = name.split(' ')
  const last = words.slice(-2).join(' ')
  if (words.some((word) => pastWords.has(word))) return null
  return last.includes(' ') && meaningOfName.get(last) === 'due' ? last : null
}

function rankOf(name: string | undefined): number {
  return rankOfName.get(knownName(name ?? '') ?? '') ?? Number.MAX_SAFE_INTEGER
}
