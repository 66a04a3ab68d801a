/**
 * Writes a document tree as plain text that people can read, and moves the tree into that text: its
 * places count there from then on. For formats whose own source nobody wants to read.
 *
 *     heading, list and table →  30-day plan
 *
 *                                - Rotate keys
 *                                  - Log it
 *
 *                                | Owner | Action |
 *                                | --- | --- |
 *                                | HR | Train staff |
 */
import type {
  Block,
  DocumentTree,
  List,
  ListItem,
  ReadDocument,
  RichText,
  Table,
  TableRow,
} from '../document-tree'

/** Deeper lists are indented no further. */
const deepestIndent = 20
/** As much is shown of what nobody could read. */
const longestUnreadable = 200

/** The text of `tree`, which was read from `source`, and the tree as it stands in that text. */
export function writeDocument(tree: DocumentTree, source: string): ReadDocument {
  const writer = new DocumentWriter(source)
  const blocks = writer.blocks(tree.blocks, 0)
  return { text: writer.text(), tree: { ...tree, blocks } }
}

class DocumentWriter {
  private readonly parts: string[] = []
  private length = 0
  /** Tables that a row across them parts share one header; it is written once. */
  private readonly headers = new Map<TableRow, TableRow>()

  constructor(private readonly source: string) {}

  text(): string {
    return this.parts.join('')
  }

  blocks(blocks: readonly Block[], indent: number): Block[] {
    return blocks.map((block) => this.block(block, indent))
  }

  private block(block: Block, indent: number): Block {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        this.separate(indent)
        return { ...block, text: this.line(block.text, indent, block.kind === 'heading') }
      case 'list':
        if (indent === 0) this.separate(indent)
        return this.list(block, indent)
      case 'table':
        if (!this.headers.has(block.header)) this.separate(indent)
        return this.table(block, indent)
      case 'group':
        return { kind: 'group', children: this.blocks(block.children, indent) }
      case 'unreadable': {
        this.separate(indent)
        const start = this.indentTo(indent)
        const { span } = block
        const end = Math.min(span.end, span.start + 10 * longestUnreadable)
        const words = this.source.slice(span.start, end).replace(/<[^<>]*>?|\s+/g, ' ')
        this.write(words.replace(/ {2,}/g, ' ').trim().slice(0, longestUnreadable))
        return { ...block, span: this.endLine(start) }
      }
    }
  }

  private list(list: List, indent: number): List {
    const items = list.items.map((item, index): ListItem => {
      const start = this.indentTo(indent)
      const marker = list.isOrdered ? `${index + 1}. ` : '- '
      this.write(marker)
      const inner = indent + marker.length
      const text = this.line(item.text, inner, false, true)
      const children = this.blocks(item.children, inner)
      return { text, children, span: { start, end: this.length - 1 } }
    })
    return { ...list, items }
  }

  private table(table: Table, indent: number): Table {
    let header = this.headers.get(table.header)
    if (!header) {
      header = this.row(table.header, indent)
      this.headers.set(table.header, header)
      this.indentTo(indent)
      this.write(`|${' --- |'.repeat(Math.max(1, header.cells.length))}\n`)
    }
    return { ...table, header, rows: table.rows.map((row) => this.row(row, indent)) }
  }

  private row(row: TableRow, indent: number): TableRow {
    const start = this.indentTo(indent)
    this.write('|')
    const cells = row.cells.map((cell) => {
      this.write(' ')
      const written = this.piece(cell.text.replaceAll('\n', ' '))
      this.write(' |')
      return { ...cell, span: written, segments: [{ from: 0, to: cell.text.length, ...written }] }
    })
    return { cells, span: this.endLine(start) }
  }

  /** Text with its line feeds, each line indented; `isStarted` where the first line's marker stands. */
  private line(text: RichText, indent: number, isOneLine: boolean, isStarted = false): RichText {
    const lines = isOneLine ? [text.text.replaceAll('\n', ' ')] : text.text.split('\n')
    const segments: { from: number; to: number; start: number; end: number }[] = []
    let from = 0
    lines.forEach((words, index) => {
      const breakStart = this.length - 1
      if (index > 0 || !isStarted) this.indentTo(indent)
      if (index > 0) {
        segments.push({ from: from - 1, to: from, start: breakStart, end: this.length })
      }
      segments.push({ from, to: from + words.length, ...this.piece(words) })
      this.write('\n')
      from += words.length + 1
    })
    const start = segments[0]?.start ?? this.length
    return { ...text, segments, span: { start, end: segments.at(-1)?.end ?? start } }
  }

  /** An empty line, unless nothing stands above or one is there. */
  private separate(indent: number): void {
    if (this.length > 0 && indent === 0) this.write('\n')
  }

  private indentTo(indent: number): number {
    if (indent > 0) this.write(' '.repeat(Math.min(indent, deepestIndent)))
    return this.length
  }

  private endLine(start: number): { start: number; end: number } {
    const end = this.length
    this.write('\n')
    return { start, end }
  }

  private piece(text: string): { start: number; end: number } {
    const start = this.length
    this.write(text)
    return { start, end: this.length }
  }

  private write(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }
}
