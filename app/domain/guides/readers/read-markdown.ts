/**
 * Reads Markdown (CommonMark with GFM tables and check boxes) through remark.
 *
 *     ## Days 31–60            heading, depth 2
 *     **Week 5**               heading, depth 7: a bold line of its own
 *     - [ ] **Keys:** rotate   list item, bold from 0 to 5
 *
 * The text goes to the parser in pieces (see `markdown-pieces.ts`); offsets count in the whole text.
 */
import type { Code, Nodes, Paragraph as MdParagraph, Root, Table as MdTable } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, DocumentTree, List, ListItem, RichText, Span } from '../document-tree'
import { plainRichText, sliceRichText } from '../document-tree'
import { boldLineDepth, isBoldLine } from './loose-lines'
import { bulletSymbols } from './line-shape'
import { markdownPieces } from './markdown-pieces'
import type { MarkdownPiece } from './markdown-pieces'
import { areBareRows, isPipeRow, isSeparatorRow, readPipeTable } from './pipe-table'
import { treeOfHtml } from './read-html'
import { readInline } from './read-inline'
import { readText } from './read-text'
import { richTextOfMdast } from './rich-text-of-mdast'
import { textLines } from './text-lines'
import { withUnmarkedHeadings } from './unmarked-headings'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()
/**
 * As much of a document goes to the parser: some fifty pages, within a second. What is
 * longer is read line by line from there on, which finds the same headings, lists and tables but
 * not every subtlety of Markdown.
 */
const longestParsedText = 200_000
/** What it takes to start the parser, in characters that it reads meanwhile. */
const shortestParsedPiece = 40

/** The document tree of a Markdown text. Never throws; time grows with the length of the text. */
export function readMarkdown(source: string): DocumentTree {
  const matter = /^---\n([\s\S]{1,4000}?)\n(?:---|\.\.\.)(?:\n|$)/.exec(source)
  const statedTitle = matter ? titleOfFrontMatter(matter[1] ?? '') : null
  const blocks: Block[] = []
  let parsed = 0
  for (const piece of markdownPieces(source, matter ? matter[0].length : 0)) {
    const length = piece.span.end - piece.span.start
    if (piece.kind === 'markdown') parsed += Math.max(shortestParsedPiece, length)
    const kind = piece.kind === 'markdown' && parsed > longestParsedText ? 'marks' : piece.kind
    addBlocks(source, blocks, readPiece(source, { ...piece, kind }))
  }
  const hasHeadings = blocks.some((block) => block.kind === 'heading')
  return { statedTitle, blocks: hasHeadings ? blocks : withUnmarkedHeadings(blocks) }
}

/** A list that a piece ended in goes on in the next, where the same mark stands before its items. */
function addBlocks(source: string, blocks: Block[], more: readonly Block[]): void {
  const last = blocks.at(-1)
  const [first, ...rest] = more
  const isOneList =
    last?.kind === 'list' &&
    first?.kind === 'list' &&
    markOf(source, first) === markOf(source, last)
  if (isOneList) for (const item of first.items) last.items.push(item)
  for (const block of isOneList ? rest : more) blocks.push(block)
}

/** "-", "*" or "+"; of a number what stands behind it. */
function markOf(source: string, list: List): string | null {
  const start = list.items[0]?.text.span.start ?? 0
  const before = source.slice(Math.max(0, start - 12), start)
  return /(\S)\s*(?:\[[ xX]\]\s*)?$/.exec(before)?.[1] ?? null
}

function readPiece(source: string, { kind, span, reason }: MarkdownPiece): Block[] {
  if (kind === 'unreadable') return [{ kind, reason: reason ?? '', span }]
  if (kind === 'marks') return readText(source, { span, hasMarkedHeadings: true }).blocks
  if (kind === 'html') return treeOfHtml(source.slice(span.start, span.end), span.start).blocks
  if (kind === 'prose') {
    return [{ kind: 'paragraph', text: plainRichText(source, span.start, span.end) }]
  }
  if (kind === 'heading') {
    const depth = source.indexOf(' ', span.start) - span.start
    const text = plainRichText(source, span.start + depth, span.end)
    return [{ kind, depth, isMarked: true, text }]
  }
  const root: Root = processor.parse(source.slice(span.start, span.end))
  return new MarkdownReader(source, span.start).blocksOf(root.children)
}

/** "=====\nWeek 1\n=====" is a heading whose first line is drawn as well. */
function withoutRule(text: RichText): RichText {
  const rule = /^[=_~*#-]{4,}\s+(?=\S)/.exec(text.text.slice(0, 200))
  return rule ? sliceRichText(text, rule[0].length, text.text.length) : text
}

/** Marks that Markdown does not know: "• Rotate keys", "a) Rotate keys", "1.1 Rotate keys". */
const typedBullet = new RegExp(
  `^[ \\t]*(?:[–—${bulletSymbols}]|[a-z][.)]|\\d{1,2}(?:\\.\\d{1,2})+\\.?(?=[ \\t]+\\p{Lu}))[ \\t]`,
  'u',
)

function titleOfFrontMatter(matter: string): string | null {
  const title = /^title:[ \t]*(.+)$/im.exec(matter)?.[1]?.trim()
  return title ? title.replace(/^(["'])(.*)\1$/, '$2') : null
}

class MarkdownReader {
  constructor(
    private readonly source: string,
    private readonly shift: number,
  ) {}

  blocksOf(nodes: readonly Nodes[]): Block[] {
    return nodes.flatMap((node) => this.blockOf(node))
  }

  private blockOf(node: Nodes): Block[] {
    switch (node.type) {
      case 'heading':
        return [
          {
            kind: 'heading',
            depth: node.depth,
            isMarked: true,
            text: withoutRule(this.rich(node)),
          },
        ]
      case 'paragraph':
        return this.paragraph(node)
      case 'list':
        return [
          {
            kind: 'list',
            isOrdered: node.ordered === true,
            items: node.children.map((item) => this.listItem(item.children, this.spanOf(item))),
          },
        ]
      case 'table':
        return this.table(node)
      case 'blockquote':
        return [{ kind: 'group', children: this.blocksOf(node.children) }]
      case 'html':
        return treeOfHtml(node.value, this.spanOf(node).start).blocks
      case 'code':
        return this.code(node)
      default:
        return []
    }
  }

  private listItem(children: readonly Nodes[], span: Span): ListItem {
    const [first, ...rest] = children
    const typed = first?.type === 'paragraph' ? this.typedBulletsIn(this.spanOf(first)) : null
    if (typed) return { ...typed, children: [...typed.children, ...this.blocksOf(rest)], span }
    if (first?.type === 'paragraph') {
      return { text: this.rich(first), children: this.blocksOf(rest), span }
    }
    const empty = plainRichText(this.source, span.start, span.start)
    if (first?.type === 'heading') {
      return { text: this.rich(first), children: this.blocksOf(rest), span }
    }
    return { text: empty, children: this.blocksOf(children), span }
  }

  /** An item whose lines go on with bullets of their own: "2. Immediate actions", "a) Call the bank". */
  private typedBulletsIn(span: Span): Omit<ListItem, 'span'> | null {
    const lines = textLines(this.source, span)
    const [first] = lines
    const index = lines.findIndex((line) => typedBullet.test(this.cut(line)))
    const start = lines[index]?.start
    if (!first || index < 1 || start === undefined) return null
    const { blocks } = readText(this.source, { span: { start, end: span.end } })
    const end = lines[index - 1]?.end ?? first.end
    return { text: readInline(this.source, first.start, end), children: blocks }
  }

  /** Bold lines are headings; lines with pipes are the tables that GFM does not accept. */
  private paragraph(node: MdParagraph): Block[] {
    const span = this.spanOf(node)
    const lines = textLines(this.source, span).map((line) => withoutQuoteMarks(this.source, line))
    const isTable = lines.length > 1 && lines.every((line) => isPipeRow(this.cut(line)))
    const texts = lines.map((line) => this.cut(line))
    if (isTable && (texts.some(isSeparatorRow) || areBareRows(texts))) {
      const table = readPipeTable(this.source, lines)
      if (table) return [table]
    }
    if (texts.some((text) => typedBullet.test(text))) {
      return this.unmarkedLines(span)
    }
    const text = this.rich(node)
    if (isBoldLine(text)) return [{ kind: 'heading', depth: boldLineDepth, isMarked: false, text }]
    const [first] = lines
    const opening = node.children[0]
    if (
      first &&
      lines.length > 1 &&
      opening?.type === 'strong' &&
      isLineOf(first, this.spanOf(opening))
    ) {
      return this.headingThenParagraph(node)
    }
    return [{ kind: 'paragraph', text }]
  }

  /** "**Prevention**" with text on the very next line, which Markdown joins to one paragraph. */
  private headingThenParagraph(node: MdParagraph): Block[] {
    const [opening, ...rest] = node.children
    if (!opening) return []
    const heading = richTextOfMdast([opening], this.shift, this.spanOf(opening))
    const restSpan = { start: this.spanOf(opening).end, end: this.spanOf(node).end }
    return [
      { kind: 'heading', depth: boldLineDepth, isMarked: false, text: heading },
      { kind: 'paragraph', text: richTextOfMdast(rest, this.shift, restSpan) },
    ]
  }

  /** Bullets that Markdown does not know, such as "•": the text reader does, by their indents. */
  private unmarkedLines(span: Span): Block[] {
    const lineStart = this.source.lastIndexOf('\n', span.start - 1) + 1
    const isIndented = /^[ \t>]*$/.test(this.source.slice(lineStart, span.start))
    const start = isIndented ? Math.max(lineStart, this.shift) : span.start
    return readText(this.source, { span: { start, end: span.end } }).blocks
  }

  /** Indented lines are code to Markdown and an indented list to whoever wrote them. */
  private code(node: Code): Block[] {
    const span = this.spanOf(node)
    const isFenced = /^\s*(?:`{3}|~{3})/.test(this.source.slice(span.start, span.start + 20))
    return isFenced ? [] : readText(this.source, { span }).blocks
  }

  private table(node: MdTable): Block[] {
    const rows = node.children.map((row) => ({
      cells: row.children.map((cell) => this.rich(cell)),
      span: this.spanOf(row),
    }))
    const [header, ...body] = rows
    return header ? [{ kind: 'table', header, rows: body }] : []
  }

  private rich(node: Extract<Nodes, { type: 'heading' | 'paragraph' | 'tableCell' }>): RichText {
    return richTextOfMdast(node.children, this.shift, this.spanOf(node))
  }

  private spanOf(node: Nodes): Span {
    return {
      start: (node.position?.start.offset ?? 0) + this.shift,
      end: (node.position?.end.offset ?? 0) + this.shift,
    }
  }

  private cut(span: Span): string {
    return this.source.slice(span.start, span.end)
  }
}

function withoutQuoteMarks(source: string, line: Span): Span {
  const marks = /^[ \t]*(?:>[ \t]*)*/.exec(source.slice(line.start, line.end))?.[0] ?? ''
  return { start: line.start + marks.length, end: line.end }
}

function isLineOf(line: Span, span: Span): boolean {
  return span.start === line.start && span.end >= line.end - 2 && span.end <= line.end
}
