/**
 * The guide's own words for an item, as one readable line: the marks of its text form (bullets,
 * numbers, table bars, emphasis) are left out, the words are not touched.
 *
 *     sourceSentence('- **Detection**: Set up alerts.\n', 0, 32) // 'Detection: Set up alerts.'
 *     sourceSentence('| HR | Train staff |', 0, 20)              // 'HR · Train staff'
 */

/** Characters that "why" shows of a long passage. */
const longest = 1_000

/** Null without a place in the text, or when nothing readable stands there. Offsets are UTF-16 units. */
export function sourceSentence(
  text: string,
  start: number | null,
  end: number | null,
): string | null {
  if (start === null || end === null) return null
  const lines = text
    .slice(start, end)
    .split(/\r?\n/)
    .map(withoutMarks)
    .filter((line) => line !== '')
  const sentence = lines.join(' ')
  if (sentence === '') return null
  return sentence.length <= longest ? sentence : `${sentence.slice(0, longest - 1).trimEnd()}…`
}

function withoutMarks(line: string): string {
  const words = line
    .replace(/^\s*(?:>\s*)*(?:[-*+•]\s+|\d{1,3}[.)]\s+|#{1,6}\s+)?(?:\[[ xX]\]\s+)?/, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim()
  if (!/^\|.*\|$|\s\|\s/.test(words)) return words
  return words
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^:?-+:?$/.test(cell))
    .join(' · ')
}
