/**
 * Who an owner cell names. Two roles in one cell become two owners only when each part is a known
 * role by itself; otherwise the cell stays one owner as written and a person is asked.
 *
 *     splitOwners('Clinic Director / CISO', isRole)  // { owners: ['Clinic Director', 'CISO'], … }
 *     splitOwners('Product / Data Leads', isRole)    // { owners: ['Product / Data Leads'], guess: '…' }
 *     splitOwners('Both parties', isRole)            // { owners: [], kept: 'Both parties' }
 */
import { cleanText } from '../document-tree'
import {
  comparable,
  phrasePattern,
  phraseSource,
  vocabularyWords,
} from '../vocabulary/vocabularies'

/** A role that an organisation, or a legend in the guide, knows by these names. */
export interface KnownRole {
  name: string
  aliases: readonly string[]
}

export interface OwnerCell {
  owners: string[]
  /** The words of a cell that names nobody, to keep as detail. */
  kept: string | null
  /** What a person should look at; null when nothing was guessed. */
  guess: string | null
}

/** `full`: a role's whole name. `area`: a role only where no title follows, as "Security". */
export type RoleCertainty = 'full' | 'area' | 'plural' | null
export type RoleTest = (name: string) => RoleCertainty

const fullRoles = new Set(vocabularyWords((words) => words.roles))
const areaRoles = new Set(vocabularyWords((words) => words.areaRoles))
const endsInNoun = nounPattern(vocabularyWords((words) => words.roleNouns))
/** "Fuhrparkleiter" in German, where a compound is one word. */
const endsAsCompound = new RegExp(
  `^\\p{L}{3,}(?:${phraseSource(vocabularyWords((words) => words.roleEndings))})$`,
  'iu',
)
const endsInPlural = nounPattern(vocabularyWords((words) => words.roleNounPlurals))
const startsAsRole = new RegExp(
  `^(?:${phraseSource(vocabularyWords((words) => words.roleStarts))}) (?:[\\p{L}\\p{N}&'-]+ ?){1,4}$`,
  'iu',
)
/** "Research IT", "Corporate IT": whose computer people they are; "Order it" is written otherwise. */
const endsInIt = /^\p{Lu}[\p{L}'-]+ IT$/u
/** "Order it from another provider" ends like a role and is none. */
const isPhrase = phrasePattern(vocabularyWords((words) => words.noRoleWords))
const nobody = new Set(vocabularyWords((words) => words.nobody))
const tools = new Set(vocabularyWords((words) => words.tools))
const endsInTool = nounPattern(vocabularyWords((words) => words.toolNouns))
const joinWords = phraseSource(vocabularyWords((words) => words.joiners))
const joint = new RegExp(
  `\\s*[/+&,;|\\n]\\s*(?:(?:${joinWords})\\s+)?|\\s+(?:${joinWords})\\s+`,
  'iu',
)
const wordJoint = new RegExp(`&|\\s(?:${joinWords})\\s`, 'iu')
/** Longer cells are prose. */
const longestSplitCell = 200

function nounPattern(nouns: readonly string[]): RegExp {
  return new RegExp(
    `^(?:[\\p{L}\\p{N}().'-]+ ){0,4}(?:[\\p{L}-]*-)?(?:${phraseSource(nouns)})$`,
    'iu',
  )
}

/** A test for role names: the languages' own, and those of the organisation or a legend. */
export function roleTest(known: readonly KnownRole[] = []): RoleTest {
  const own = new Set(known.flatMap((role) => [role.name, ...role.aliases].map(comparable)))
  return (name) => {
    if (name.length > 80) return null
    const text = comparable(name)
      .replace(/^(?:the|our|der|die|das) /, '')
      .replace(/\s*\([^()]*\)$/, '')
    if (text.length === 0 || text.length > 60) return null
    if (own.has(text) && !areaRoles.has(text)) return 'full'
    if (fullRoles.has(text)) return 'full'
    if (areaRoles.has(text)) return 'area'
    if (endsInIt.test(name.trim())) return 'full'
    if (isPhrase.test(text)) return null
    if (endsInNoun.test(text) || endsAsCompound.test(text)) return 'full'
    if (endsInPlural.test(text)) return 'plural'
    return startsAsRole.test(text) ? 'full' : null
  }
}

/** The owners that a cell names, as written. */
export function splitOwners(cell: string, roleOf: RoleTest): OwnerCell {
  const text = cleanText(cell)
  const key = comparable(text).replace(/^[([<@]+|[)\].>]+$/g, '')
  if (!/[\p{L}\p{N}]/u.test(key)) return { owners: [], kept: null, guess: null }
  if (roleOf(text) && !joint.test(text)) return { owners: [text], kept: null, guess: null }
  if (namesNobody(key, roleOf) || /^(?:\[[^\]]*\]|\{+[^}]*\}+|<[^>]*>)$/.test(text)) {
    return { owners: [], kept: text, guess: null }
  }
  const parts = text.length > longestSplitCell ? [text] : partsOf(text)
  if (parts.length > 1 && areAllRoles(parts, text, roleOf)) {
    return { owners: [...new Set(parts)], kept: null, guess: null }
  }
  const guess =
    parts.length > 1
      ? `“${text}” may name more than one owner; it is kept as one because not every part is a role known here.`
      : `“${text}” is taken as the owner, though it is not a role known here.`
  return { owners: [text], kept: null, guess }
}

/** Whether a cell names everybody, nobody or a product. */
function namesNobody(key: string, roleOf: RoleTest): boolean {
  if (nobody.has(key) || tools.has(key)) return true
  // "Sam (booking platform)" says where somebody works.
  if (endsInTool.test(key) && !key.includes('(') && roleOf(key) === null) return true
  const parts = partsOf(key)
  return parts.length > 1 && parts.every((part) => tools.has(part) || nobody.has(part))
}

function partsOf(text: string): string[] {
  return text.split(joint).filter((part) => part !== '')
}

/**
 * "IT and Security Leads" is one title shared, so a plural at the end needs whole names before it;
 * "Security and Compliance Officer" may be one person, so an area joined by a word to a title is
 * not taken apart.
 */
function areAllRoles(parts: readonly string[], whole: string, roleOf: RoleTest): boolean {
  const kinds = parts.map(roleOf)
  if (kinds.some((kind) => kind === null)) return false
  const isAreaBefore = kinds.slice(0, -1).includes('area')
  const isShortBefore = parts.slice(0, -1).some((part) => part.length <= 3)
  const isShared = kinds.at(-1) === 'plural' && !whole.includes('+')
  if (isShared && (isAreaBefore || isShortBefore)) return false
  return !isAreaBefore || kinds.at(-1) === 'area' || !wordJoint.test(whole)
}
