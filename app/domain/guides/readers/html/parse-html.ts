/**
 * HTML to its element tree: by the parser, or by our own scanner where a document is longer, deeper
 * or odder than people write. Some markup of a few kilobytes costs the parser minutes or its stack:
 * elements a thousand deep, marks that nobody closes, a tag of ten thousand attributes.
 */
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { formattingElements, impliedEndElements, voidElements } from './html-tags'
import { scanHtmlTokens } from './html-tokens'
import type { HtmlTokenSink, TagStart } from './html-tokens'
import { scanHtml } from './scan-html'

/** As much goes to the parser: some two hundred pages, within half a second. */
const longestParsedText = 750_000
const mostParsedTags = 40_000
const deepestParsedElement = 150
const longestBareTag = 4000
/** A document says that it is one within its first characters. */
const documentStart = 5000
/** Marks left open at once, each of which the parser may open again in every later element. */
const mostOpenMarks = 12

const documentParser = unified().use(rehypeParse).freeze()
const fragmentParser = unified().use(rehypeParse, { fragment: true }).freeze()

/** The tree of a document, or of a fragment of one. Never throws. */
export function parseHtml(source: string): Root {
  if (!isParsable(source)) return scanHtml(source)
  const isDocument = /<(?:!doctype|html|head|body)\b/i.test(source.slice(0, documentStart))
  return (isDocument ? documentParser : fragmentParser).parse(source)
}

/** Whether the parser bears this text. */
function isParsable(source: string): boolean {
  if (source.length > longestParsedText) return false
  const gauge = new TagGauge()
  scanHtmlTokens(source, gauge)
  return gauge.isBearable
}

/** Counts what makes a document hard to parse; never less than the parser would find. */
class TagGauge implements HtmlTokenSink {
  isBearable = true
  private tags = 0
  private depth = 0
  private openMarks = 0
  private readonly openCounts = new Map<string, number>()

  text(): void {}

  open({ name, bareLength }: TagStart): void {
    this.tags++
    if (voidElements.has(name)) return
    if (formattingElements.has(name)) this.openMarks++
    if (!impliedEndElements.has(name)) {
      this.depth++
      this.openCounts.set(name, (this.openCounts.get(name) ?? 0) + 1)
    }
    const isHard =
      this.tags > mostParsedTags ||
      this.depth > deepestParsedElement ||
      this.openMarks > mostOpenMarks ||
      bareLength > longestBareTag
    if (isHard) this.isBearable = false
  }

  close(name: string): void {
    const open = this.openCounts.get(name) ?? 0
    if (open === 0) return
    this.openCounts.set(name, open - 1)
    this.depth--
    if (formattingElements.has(name)) this.openMarks--
  }
}
