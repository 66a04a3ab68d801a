/**
 * Tells which parts of a Markdown text need no Markdown parser, because line by line they read the
 * same: a heading, prose without marks, a list or table with no other mark than whole bold words.
 * Most of a guide is that, and the parser takes a hundred times as long.
 *
 *     plainMarkdown('## Days 1–30')                   // 'heading'
 *     plainMarkdown('- **Keys:** rotate\n- Log it')   // 'lines'
 *     plainMarkdown('- Read [this](https://x.test)')  // null: for the parser
 */
import { bulletSymbols } from './line-shape'

const headingLine = /^#{1,6} [^#*_`[\]<>|~\\&\n]+$/
const anyMark = new RegExp(
  `[*_\`[\\]<>|~\\\\&\\t]|^ {4}|^[ \\t]*(?:[-+–—${bulletSymbols}]|\\d{1,9}[.)]|[a-z][.)]) |^[ \\t]*(?:-+|=+)[ \\t]*$|^[ \\t]*#`,
  'm',
)
/** A check box, or bold words with nothing around them that would make the stars mean something else. */
const plainMarks =
  /(?<=^ {0,6}[-+] )\[[ xX]\] |(?<=^|[ (|])\*\*(?=[\p{L}\p{N}])[^*\n]*[^\s*\n]\*\*(?=[ .,;:)|!?]|$)/gmu
const otherMark = /[*_`~<>[\]&\\\t!]|:\/\/|www\.|\S@\S/
const bullet = /^( {0,6})([-+]|\d{1,3}[.)]) {1,3}(?![-+#=]|\d{1,9}[.)](?: |$))\S/
const tableRow = /^\|.*\|$/
const tableRule = /^\|(?: *:?-+:? *\|)+$/

/** What a chunk between empty lines is, where no parser is needed; null where one is. */
export function plainMarkdown(chunk: string): 'heading' | 'prose' | 'lines' | null {
  if (headingLine.test(chunk)) return 'heading'
  if (!anyMark.test(chunk)) return 'prose'
  if (otherMark.test(chunk.replace(plainMarks, ''))) return null
  const lines = chunk.split('\n')
  const first = lines.findIndex((line) => !headingLine.test(line))
  const body = first === -1 ? [] : lines.slice(first)
  return isPlainTable(body) || isPlainList(body) ? 'lines' : null
}

function isPlainTable(lines: readonly string[]): boolean {
  const [header, rule] = lines
  if (header === undefined || rule === undefined || lines.length < 3) return false
  if (!tableRule.test(rule) || header.split('|').length !== rule.split('|').length) return false
  return lines.every((line) => tableRow.test(line))
}

/** Bullets of one kind, nested in even steps; numbers only on one level. */
function isPlainList(lines: readonly string[]): boolean {
  let marker: string | null = null
  let indent = 0
  for (const line of lines) {
    const [, spaces = '', mark = ''] = bullet.exec(line) ?? []
    const kind = mark.length > 1 ? mark.slice(-1) : mark
    if (kind === '' || (marker !== null && kind !== marker)) return false
    const isNumber = mark.length > 1
    const isNested = spaces.length % 2 === 0 && spaces.length <= indent + 2 && !isNumber
    if (spaces.length > 0 && (marker === null || !isNested)) return false
    marker = kind
    indent = spaces.length
  }
  return marker !== null
}
