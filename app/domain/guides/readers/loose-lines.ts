/**
 * Reads lines that a document does not mark as what they are: bold lines that stand for headings,
 * typed bullets and numbers, tables drawn with bars.
 *
 *     **Week 5**                     heading, depth 7
 *     • Rotate keys  • Log it        list of two
 *     | Owner | Action | …           table
 *
 * For HTML and what is made of it, where text keeps its bold parts but every line stands alone.
 */
import { sliceRichText } from '../document-tree'
import type { Block, List, RichText, Table, TableRow } from '../document-tree'
import type { Lines } from './html/html-reader'
import { lineShape } from './line-shape'
import { isPipeRow, isSeparatorRow } from './pipe-table'

/** A bold line stands below every heading. */
export const boldLineDepth = 7
const longestHeading = 120

interface Line {
  text: RichText
  /** The text it is part of, and from where to where. */
  whole: RichText
  from: number
  to: number
  kind: 'row' | 'bullet' | 'number' | 'prose' | 'rule'
}

/** The blocks with every text told apart; blocks that are something already stay as they are. */
export function blocksOfLines(blocks: readonly (Block | Lines)[]): Block[] {
  const told: Block[] = []
  let lines: Line[] = []
  const endLines = () => {
    for (const block of new LineReader(lines).read()) told.push(block)
    lines = []
  }
  for (const block of blocks) {
    if (block.kind === 'lines') for (const line of linesOf(block.text)) lines.push(line)
    else {
      if (lines.length > 0) endLines()
      told.push(block)
    }
  }
  endLines()
  return told
}

/** Whether the whole text is one bold line that does not end like a sentence. */
export function isBoldLine({ text, bold }: RichText): boolean {
  const [range] = bold
  if (!range || bold.length !== 1 || range.from !== 0 || text.length > longestHeading) return false
  return /^:?$/.test(text.slice(range.to).trim()) && !/[.;,!]$/.test(text)
}

function linesOf(whole: RichText): Line[] {
  const lines: Line[] = []
  let from = 0
  while (from <= whole.text.length) {
    const lineFeed = whole.text.indexOf('\n', from)
    const to = lineFeed === -1 ? whole.text.length : lineFeed
    const isWhole = from === 0 && to === whole.text.length
    const text = isWhole ? whole : sliceRichText(whole, from, to)
    if (text.text !== '') lines.push({ text, whole, from, to, kind: kindOf(text.text) })
    from = to + 1
  }
  return lines
}

function kindOf(text: string): Line['kind'] {
  if (text.startsWith('|') && isPipeRow(text)) return 'row'
  const { kind } = lineShape(text, { start: 0, end: text.length })
  return kind === 'blank' ? 'prose' : kind
}

class LineReader {
  private at = 0

  constructor(private readonly lines: readonly Line[]) {}

  read(): Block[] {
    const blocks: Block[] = []
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      const table = line.kind === 'row' ? this.table() : null
      if (table) blocks.push(table)
      else if (line.kind === 'bullet' || this.isNumbered(line)) blocks.push(this.list(line.kind))
      else if (line.kind === 'rule') this.at++
      else for (const block of this.prose(line)) blocks.push(block)
    }
    return blocks
  }

  private isNumbered(line: Line): boolean {
    if (line.kind !== 'number') return false
    const next = this.lines[this.at + 1]
    return next?.kind === 'number' || this.lines[this.at - 1]?.kind === 'number'
  }

  private table(): Table | null {
    let end = this.at
    while (this.lines[end]?.kind === 'row') end++
    const rows = this.lines
      .slice(this.at, end)
      .filter(({ text }) => !isSeparatorRow(text.text))
      .map(({ text }) => rowOf(text))
    const [header, ...body] = rows
    if (!header || body.length === 0) return null
    this.at = end
    return { kind: 'table', header, rows: body }
  }

  private list(kind: Line['kind']): List {
    const list: List = { kind: 'list', isOrdered: kind === 'number', items: [] }
    for (let line = this.lines[this.at]; line?.kind === kind; line = this.lines[this.at]) {
      const item = line
      this.at++
      let to = item.to
      for (let next = this.lines[this.at]; next; next = this.lines[this.at]) {
        if (next.whole !== item.whole || next.kind !== 'prose') break
        to = next.to
        this.at++
      }
      const shape = lineShape(item.text.text, { start: 0, end: item.text.text.length })
      const marked = sliceRichText(item.whole, item.from, to)
      const text = sliceRichText(marked, shape.start, marked.text.length)
      list.items.push({ text, children: [], span: marked.span })
    }
    return list
  }

  /** Lines of one text up to the next that is something else. */
  private prose(first: Line): Block[] {
    let last = first
    this.at++
    for (let line = this.lines[this.at]; line; line = this.lines[this.at]) {
      if (line.whole !== first.whole || line.kind !== 'prose') break
      last = line
      this.at++
    }
    if (isBoldLine(first.text)) {
      const heading: Block = {
        kind: 'heading',
        depth: boldLineDepth,
        isMarked: false,
        text: first.text,
      }
      if (last === first) return [heading]
      return [heading, { kind: 'paragraph', text: sliceRichText(first.whole, first.to, last.to) }]
    }
    return [{ kind: 'paragraph', text: sliceRichText(first.whole, first.from, last.to) }]
  }
}

/** The cells of a drawn row; bars that are escaped are text. */
function rowOf(line: RichText): TableRow {
  const { text } = line
  const cells: RichText[] = []
  let from = text.startsWith('|') ? 1 : 0
  const end = text.endsWith('|') && !text.endsWith('\\|') ? text.length - 1 : text.length
  for (let at = from; at <= end; at++) {
    const isCut = at === end || (text[at] === '|' && text[at - 1] !== '\\')
    if (!isCut) continue
    cells.push(sliceRichText(line, from, at))
    from = at + 1
  }
  return { cells, span: line.span }
}
