/**
 * Which reader a guide gets: by what stands in it, and only then by its file name. A text file with
 * Markdown marks is Markdown; a `.md` file whose headings carry no marks is read as text, because a
 * Markdown parser would run its lines together.
 *
 *     guideFormatOf('# Plan\n\n- Do it', 'plan.txt') // 'markdown'
 *     guideFormatOf('Plan\n- Do it', 'plan.md')      // 'text'
 */
import type { DocumentTree } from './document-tree'
import { readMarkdown } from './read-markdown'
import { readText } from './read-text'

export type GuideFormat = 'text' | 'markdown'

/** One reader a format. A new format is a line here and its file. */
export const guideReaders: Record<GuideFormat, (text: string) => DocumentTree> = {
  text: readText,
  markdown: readMarkdown,
}

const atxHeading = /^ {0,3}#{1,6}[ \t]+\S/gm
const boldLine = /^ {0,3}(\*\*|__)[^*_\n]{1,200}\1:?[ \t]*$/m
const setextHeading = /^[^\s|>+*-][^\n|]{0,200}\n(={3,}|-{3,})[ \t]*$/m
const looseBlocks = /\S[ \t]*\n[ \t]*\n[ \t]*\S/

/** The format of a decoded text; `fileName` decides only where the text leaves it open. */
export function guideFormatOf(text: string, fileName?: string): GuideFormat {
  const headings = text.match(atxHeading)?.length ?? 0
  const isNamedMarkdown = /\.(md|markdown|mdown|mkd)$/i.test(fileName ?? '')
  if (headings >= 2 || (headings === 1 && (isNamedMarkdown || /^\s*#/.test(text))))
    return 'markdown'
  if (boldLine.test(text) || /^---\n[\s\S]{1,4000}?\n---\n/.test(text)) return 'markdown'
  if (setextHeading.test(text)) return 'markdown'
  return isNamedMarkdown && looseBlocks.test(text) && !hasTightLines(text) ? 'markdown' : 'text'
}

/** Whether prose lines follow each other without an empty line: the mark of headings without marks. */
function hasTightLines(text: string): boolean {
  return /^[^\s|>*+-][^\n|]*\n(?=[^\s|>*+\n-][^\n|]{30})/m.test(text)
}
