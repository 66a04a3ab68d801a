/**
 * What one line of plain text looks like, before anybody asks what it means.
 *
 *     '  - [ ] Rotate keys' → { kind: 'bullet', indent: 2, … } around "Rotate keys"
 *     '> 3) Call the bank'  → { kind: 'number', indent: 0, … } around "Call the bank"
 */
import type { Span } from '../document-tree'

export interface LineShape extends Span {
  kind: 'blank' | 'rule' | 'bullet' | 'number' | 'prose'
  /**
   * Columns before the marker or the first letter; a tab counts as four. "1.2" stands two columns
   * below "1.", however they are written, and "a)" one.
   */
  indent: number
  /** What stands before a numbered line: "3.1", "2)". Null for every other line. */
  number: { level: number; value: number; suffix: string } | null
}

/** What people put before a bullet besides the marks of Markdown, as a class of a regular expression. */
export const bulletSymbols = '•‣◦▪▫■●○·∙➤►▸▹→»✓✔☐☑☒□▢◻⬜❏❑'

const prefix = /(?:[ \t\u00A0]*>)*[ \t\u00A0]*/y
const ruleLine = /^(?:-{3,}|={3,}|_{3,}|\*{3,}|(?:\* ){2,}\*)$/
const bulletMark = new RegExp(
  `(?:[-*+–—${bulletSymbols}][ \\t\\u00A0]+)?(?:\\[[ xX]?\\][ \\t]+)?[☐☑☒⬜]?[ \\t\\u00A0]*`,
  'y',
)
/** "1.", "(2)", "a)"; "1.2" only before a capital, since "3.5 hours" is an amount. */
const numberMark =
  /\(?(?:\d{1,3}|[a-z])[.)][ \t\u00A0]+|\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00A0]+(?=\p{Lu})/uy

/** The shape of the line at `span`; start and end are those of its content, without its marker. */
export function lineShape(source: string, span: Span): LineShape {
  if (span.start === span.end) return { kind: 'blank', number: null, indent: 0, ...span }
  const end = trimmedEnd(source, span)
  prefix.lastIndex = span.start
  prefix.exec(source)
  const start = Math.min(prefix.lastIndex, end)
  const indent = indentOf(source, span.start, start)
  if (start >= end) return { kind: 'blank', number: null, indent: 0, start, end }
  if (end - start < 200 && ruleLine.test(source.slice(start, end))) {
    return { kind: 'rule', number: null, indent, start, end }
  }
  const afterBullet = markEnd(bulletMark, source, start)
  if (afterBullet > start && afterBullet < end) {
    return { kind: 'bullet', number: null, indent, start: afterBullet, end }
  }
  const afterNumber = markEnd(numberMark, source, start)
  if (afterNumber > start && afterNumber < end) {
    const number = numberOf(source.slice(start, afterNumber))
    const deeper = number.value === 0 ? 1 : 2 * (number.level - 1)
    return { kind: 'number', number, indent: indent + deeper, start: afterNumber, end }
  }
  return { kind: 'prose', number: null, indent, start, end }
}

/** Level, last number and sign behind it; letters have the value 0. */
function numberOf(mark: string): NonNullable<LineShape['number']> {
  const parts = mark.match(/\d+/g) ?? []
  return {
    level: Math.max(1, parts.length),
    value: Number(parts.at(-1) ?? 0),
    suffix: /[.)]\s*$/.exec(mark)?.[0].trim() ?? '',
  }
}

function markEnd(mark: RegExp, source: string, start: number): number {
  mark.lastIndex = start
  return mark.test(source) ? mark.lastIndex : start
}

function trimmedEnd(source: string, span: Span): number {
  let end = span.end
  while (end > span.start && /\s/.test(source[end - 1] ?? '')) end--
  return end
}

/** Quote marks are not indentation: only what stands after the last of them counts. */
function indentOf(source: string, lineStart: number, contentStart: number): number {
  let columns = 0
  for (let at = lineStart; at < contentStart; at++) {
    const character = source[at]
    if (character === '>') columns = -1
    else columns += character === '\t' ? 4 : 1
  }
  return Math.max(0, columns)
}
