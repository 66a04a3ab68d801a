import { oneLine } from '~/domain/shared/subject-line'

/**
 * The plain text part of a message: blocks with a blank line between them, prose broken at 72
 * columns so that a quoted reply still fits into 80, links whole on lines of their own.
 *
 *     blocks([paragraph('Hello Anna,'), heading('Overdue (2)')])
 *     // 'Hello Anna,\n\nOVERDUE (2)\n-----------\n'
 */

const COLUMNS = 72

/** Prose broken between words; a word longer than the line (a link) stays whole. */
export function paragraph(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of oneLine(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && indent.length + longer.length > COLUMNS) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  lines.push(line)
  return lines.map((each) => `${indent}${each}`).join('\n')
}

/** A list entry: the first line after a dash, the rest under it. */
export function bullet(lines: readonly string[]): string {
  return lines
    .map((line) => paragraph(line, '  '))
    .join('\n')
    .replace(/^ {2}/, '- ')
}

/** A section's title in capitals, ruled off below. */
export function heading(title: string): string {
  const words = oneLine(title).toLocaleUpperCase('en')
  return `${words}\n${'-'.repeat(Math.min(Array.from(words).length, COLUMNS))}`
}

/** What the button of the HTML part does, with its link below. */
export function link(label: string, url: string): string {
  return `${paragraph(`${label}:`)}\n${url}`
}

/** The whole part: the blocks that are not empty, a blank line between each two. */
export function blocks(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`
}
