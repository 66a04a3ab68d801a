/**
 * Which reader a guide gets: by what stands in it, and only then by its file name. A text file with
 * Markdown marks is Markdown; a `.md` file whose headings carry no marks is read as text, because a
 * Markdown parser would run its lines together.
 *
 *     guideFormatOf('# Plan\n\n- Do it', 'plan.txt')       // 'markdown'
 *     guideFormatOf('Plan\n- Do it', 'plan.md')           // 'text'
 *     guideFormatOf('<h2>Plan</h2><p>Do it</p>', 'a.txt') // 'html'
 *     guideFormatOf('Action;Owner\nTrain;HR', 'a.txt')    // 'csv'
 */
import { csvLayout } from './readers/csv-layout'
import type { ReadDocument } from './document-tree'
import { looksLikeHeading } from './readers/heading-line'
import { preformattedText } from './readers/preformatted-text'
import { readCsv } from './readers/read-csv'
import { readHtml } from './readers/read-html'
import { readMarkdown } from './readers/read-markdown'
import { readText } from './readers/read-text'
import { sectionOfHeading } from './rules/section-of-heading'

export type GuideFormat = 'text' | 'markdown' | 'html' | 'csv' | 'docx'

/**
 * One reader a format. A new format is a line here and its file. What comes here of a Word document
 * is the HTML that it was turned into.
 */
export const guideReaders: Record<GuideFormat, (source: string) => ReadDocument> = {
  text: (text) => ({ text, tree: readText(text) }),
  markdown: (text) => ({ text, tree: readMarkdown(text) }),
  html: readPage,
  csv: readCsv,
  docx: readHtml,
}

/** A page, or a mere text that a browser saved as one. */
function readPage(source: string): ReadDocument {
  const text = preformattedText(source)
  return text === null ? readHtml(source) : guideReaders[guideFormatOf(text)](text)
}

const atxHeading = /^ {0,3}#{1,6}[ \t]+\S/gm
const boldLine = /^ {0,3}(\*\*|__)[^*_\n]{1,200}\1:?[ \t]*$/m
const setextHeading = /^[^\s|>+*-][^\n|]{0,200}\n(={3,}|-{3,})[ \t]*$/m
/** The line below a heading that makes it one. */
const underline = /^[ \t]*(?:={2,}|-{2,})[ \t]*$/
const looseBlocks = /\S[ \t]*\n[ \t]*\n[ \t]*\S/
const bulletLine = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/gm
const htmlStart = /^\s*(?:<!--[^>]*>\s*)?<(?:!doctype\s+html|\?xml|html|head|body|meta|title)\b/i
const blockEnd = /<\/(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|dl|dd|section|article|details)\s*>/gi
const blockStart =
  /^\s*(?:<!--[^>]*>\s*)?<(?:p|div|h[1-6]|ul|ol|li|table|dl|section|article|main|details|b|strong|span|center)\b[^<>]*>/i

/** The format of a decoded text; `fileName` decides only where the text leaves it open. */
export function guideFormatOf(text: string, fileName = ''): GuideFormat {
  if (isHtml(text, fileName)) return 'html'
  const isMarkdown = hasMarkdownMarks(text, fileName)
  if (isCsv(text, fileName, isMarkdown)) return 'csv'
  if (isMarkdown) return 'markdown'
  const isNamed = isMarkdownName(fileName)
  return isNamed && looseBlocks.test(text) && !hasTightLines(text) ? 'markdown' : 'text'
}

const isMarkdownName = (fileName: string) => /\.(?:md|markdown|mdown|mkd)$/i.test(fileName)

/** A page says so at its start; a fragment has more blocks of HTML than lines of Markdown. */
function isHtml(text: string, fileName: string): boolean {
  if (!text.includes('<')) return false
  if (htmlStart.test(text.slice(0, 5000))) return true
  const blocks = text.match(blockEnd)?.length ?? 0
  if (blocks === 0)
    return /<(?:p|li|td|h[1-6])\b[^<>]*>/i.test(text) && /\.x?html?$/i.test(fileName)
  const isNamed = /\.x?html?$/i.test(fileName)
  const isMostlyTags = !isMarkdownName(fileName) && blocks * 2 >= linesOf(text)
  if (!isNamed && !blockStart.test(text) && !isMostlyTags) return false
  const marks = (text.match(atxHeading)?.length ?? 0) * 3 + (text.match(bulletLine)?.length ?? 0)
  return blocks > marks
}

function linesOf(text: string): number {
  return text.match(/\n+/g)?.length ?? 0
}

function hasMarkdownMarks(text: string, fileName: string): boolean {
  const headings = text.match(atxHeading)?.length ?? 0
  if (headings >= 2 || (headings === 1 && (isMarkdownName(fileName) || /^\s*#/.test(text))))
    return true
  if (boldLine.test(text) && !hasPlainPlanHeading(text)) return true
  if (/^---\n[\s\S]{1,4000}?\n---\n/.test(text)) return true
  if (setextHeading.test(text) && !hasPlainPlanHeading(text)) return true
  return /^ {0,3}<table\b/im.test(text)
}

/** As many lines are looked at; who writes headings without marks does so from the start. */
const mostLines = 300
/** "Action plan" is a heading; longer words about a plan may be prose. */
const mostWords = 4

/** Whether a line without marks opens a plan: bold lines below it are its parts, not Markdown's. */
function hasPlainPlanHeading(text: string): boolean {
  const lines = text.slice(0, 50_000).split('\n', mostLines)
  return lines.some((line, index) => {
    const above = lines[index - 1]
    const below = lines[index + 1] ?? ''
    if (above === undefined || goesOn(above, below)) return false
    return opensPlan(line) && !underline.test(below)
  })
}

/** Whether a line stands in the middle of wrapped prose, by the lines above and below it. */
function goesOn(above: string, below: string): boolean {
  const isProse = /^ {0,3}[\p{L}\p{N}]/u.test(above) && !/^\s*\(?\w{1,3}[.)]\s/.test(above)
  return (isProse && !/[.:!?]["'”’)]?\s*$/.test(above)) || /^\p{Ll}/u.test(below)
}

function opensPlan(line: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(line) || line.length > 120) return false
  if (line.includes('|') || !looksLikeHeading(line)) return false
  const meaning = sectionOfHeading(line)
  if (meaning.kind === 'first-steps') return true
  return (
    meaning.kind === 'plan' && (!meaning.isBare || line.trim().split(/\s+/).length <= mostWords)
  )
}

/** A register by its name, unless it is Markdown after all; by its first line whatever its name. */
function isCsv(text: string, fileName: string, isMarkdown: boolean): boolean {
  const isNamed = /\.(?:csv|tsv|tab)$/i.test(fileName)
  if (isMarkdown && !isNamed) return false
  if (/^\s*\|/.test(text) || (isMarkdown && /^\s*#/.test(text))) return false
  const layout = csvLayout(text)
  if (isNamed) return layout.namesColumns || layout.isEven || !isMarkdown
  const mayBe = layout.delimiter === ',' || layout.delimiter === ';'
  return mayBe && layout.namesColumns && layout.isEven
}

/** Whether prose lines follow each other without an empty line: the mark of headings without marks. */
function hasTightLines(text: string): boolean {
  return /^[^\s|>*+-][^\n|]*\n(?=[^\s|>*+\n-][^\n|]{30})/m.test(text)
}
