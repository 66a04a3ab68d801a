/**
 * Tables of HTML: the cells of each row under their columns, whatever spans what.
 *
 *     <th>Task</th><th colspan=2>Who</th>   header "Task", "Who", "Who"
 *     <td rowspan=2>HR</td>                 "HR" in both rows
 *     <td colspan=3>Days 31–60</td>         heading between the rows above and below it
 *
 * A table without a header of its own that holds headings or other tables only lays out a page, and
 * is read cell by cell.
 */
import type { Element, ElementContent } from 'hast'
import { columnMeaning } from '../../rules/column-meaning'
import { plainRichText } from '../../document-tree'
import type { Block, RichText, Span, Table, TableRow } from '../../document-tree'
import { headingDepth, isCell, isWordless } from './html-elements'
import type { HtmlContext, HtmlReader } from './html-reader'

/** More cells than this in one row is no table that a person wrote. */
const mostColumns = 100
/** A row that spans the table is below every heading, and below a bold line. */
const bandDepth = 8
const longestBand = 120

interface Row {
  element: Element
  isHeader: boolean
}

/** A cell with the rows below it that it reaches into. */
interface Reach {
  cell: RichText
  rowsLeft: number
}

interface GridRow {
  row: TableRow
  isHeader: boolean
  /** The text of a row whose one cell goes across the table. */
  band: RichText | null
}

/** The blocks of a table: itself, or what it lays out, or parts of it under their headings. */
export function readHtmlTable(reader: HtmlReader, element: Element, context: HtmlContext): Block[] {
  const parts = partsOf(element)
  if (isLayout(parts.rows)) {
    const nodes = parts.rows.flatMap(({ element: row }) => row.children.filter(isCell))
    return nodes.flatMap((cell) => reader.blocksOf(cell.children, context))
  }
  const blocks: Block[] = []
  if (parts.caption) {
    const text = reader.textOf(parts.caption.children, false, reader.spanOf(parts.caption))
    if (text.text !== '') blocks.push(bandHeading(text))
  }
  return [...blocks, ...new GridReader(reader).blocksOf(parts.rows)]
}

function partsOf(element: Element): { rows: Row[]; caption: Element | null } {
  const rows: Row[] = []
  let caption: Element | null = null
  const visit = (nodes: readonly ElementContent[], isInHead: boolean) => {
    for (const node of nodes) {
      if (node.type !== 'element' || isWordless(node, true)) continue
      if (node.tagName === 'tr')
        rows.push({ element: node, isHeader: isInHead || hasOnlyHeads(node) })
      else if (node.tagName === 'caption') caption = node
      else visit(node.children, node.tagName === 'thead')
    }
  }
  visit(element.children, false)
  return { rows, caption }
}

function hasOnlyHeads(row: Element): boolean {
  const cells = row.children.filter(isCell)
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'th')
}

function isLayout(rows: readonly Row[]): boolean {
  if (rows.some((row) => row.isHeader) || (rows[0] && namesColumns(rows[0]))) return false
  const cells = rows.flatMap(({ element }) => element.children.filter(isCell))
  const isOneColumn = rows.every(({ element }) => element.children.filter(isCell).length <= 1)
  return cells.some((cell) => holds(cell, isOneColumn ? 'block' : 'section'))
}

function namesColumns({ element }: Row): boolean {
  const names = element.children.filter(isCell).map((cell) => wordsOf(cell))
  return names.filter((name) => columnMeaning(name) !== null).length >= 2
}

/** Whether an element holds a heading or a table; for `block` a list or several paragraphs will do. */
function holds(element: Element, what: 'section' | 'block'): boolean {
  let paragraphs = 0
  return element.children.some((child) => {
    if (child.type !== 'element') return false
    const { tagName } = child
    if (tagName === 'table' || headingDepth(child) !== null) return true
    if (what === 'block' && (tagName === 'ul' || tagName === 'ol')) return true
    if (what === 'block' && tagName === 'p' && ++paragraphs > 1) return true
    return holds(child, what)
  })
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsOf).join('').trim() : ''
}

function bandHeading(text: RichText): Block {
  return { kind: 'heading', depth: bandDepth, isMarked: false, text }
}

class GridReader {
  private reaches: (Reach | null)[] = []
  private columns = 0

  constructor(private readonly reader: HtmlReader) {}

  blocksOf(rows: readonly Row[]): Block[] {
    this.columns = Math.max(0, ...rows.map(({ element }) => columnsOf(element)))
    if (this.columns > mostColumns) return rows.map((row) => this.unreadable(row))
    const grid = rows.map((row) => this.gridRow(row))
    return this.withBands(grid)
  }

  private unreadable({ element }: Row): Block {
    const reason = `This row has more than ${mostColumns} cells.`
    return { kind: 'unreadable', reason, span: this.reader.spanOf(element) }
  }

  /** The rows under the header, cut where a row goes across the table and so heads what follows. */
  private withBands(grid: readonly GridRow[]): Block[] {
    const blocks: Block[] = []
    let header: TableRow | null = null
    let headerRows = 0
    let table = null as Table | null
    for (const { row, isHeader, band } of grid) {
      if (band !== null) {
        table = null
        const isHeading = band.text.length <= longestBand && !/[.;!]$/.test(band.text)
        blocks.push(isHeading ? bandHeading(band) : { kind: 'paragraph', text: band })
      } else if (header === null || (isHeader && (table === null || headerRows === 0))) {
        header = table === null ? mergedHeader(header, row) : row
        headerRows++
        table = null
      } else {
        if (table === null) {
          table = { kind: 'table', header, rows: [] }
          blocks.push(table)
        }
        table.rows.push(row)
        headerRows = 0
      }
    }
    if (header !== null && !blocks.some((block) => block.kind === 'table')) {
      blocks.push({ kind: 'table', header, rows: [] })
    }
    return blocks
  }

  private gridRow({ element, isHeader }: Row): GridRow {
    const own = element.children.filter(isCell)
    const span = this.spanOfRow(element, own)
    const cells: RichText[] = []
    let next = 0
    while (next < own.length || cells.length < this.reaches.length) {
      const reach = this.reaches[cells.length]
      const cell = own[next]
      if (reach && reach.rowsLeft > 0) cells.push(this.repeat(reach, span))
      else if (cell) {
        next++
        this.place(cell, cells, span, isHeader)
      } else cells.push(emptyAt(span))
    }
    const [only] = own
    const isBand =
      own.length === 1 && this.columns > 1 && only && spanOf(only, 'colSpan') >= this.columns
    const text = isBand ? cells[0] : undefined
    return { row: { cells, span }, isHeader, band: text && text.text !== '' ? text : null }
  }

  /** A row whose tag is missing stands nowhere; then it is where its cells are. */
  private spanOfRow(row: Element, cells: readonly Element[]): Span {
    const span = this.reader.spanOf(row)
    const [first, last] = [cells[0], cells.at(-1)]
    if (span.end > span.start || !first || !last) return span
    return { start: this.reader.spanOf(first).start, end: this.reader.spanOf(last).end }
  }

  /** Puts a cell into its columns, and notes the rows that it reaches into. */
  private place(cell: Element, cells: RichText[], row: Span, isHeader: boolean): void {
    const text = this.reader.textOf(cell.children, false, this.reader.spanOf(cell))
    const width = Math.min(spanOf(cell, 'colSpan'), mostColumns)
    const rowsLeft = spanOf(cell, 'rowSpan') - 1
    for (let column = 0; column < width; column++) {
      const isRepeated = isHeader && this.takes(text)
      const content = column === 0 || isRepeated ? text : emptyAt(row)
      this.reaches[cells.length] = rowsLeft > 0 ? { cell: content, rowsLeft } : null
      cells.push(content)
    }
  }

  private repeat(reach: Reach, row: Span): RichText {
    reach.rowsLeft--
    return this.takes(reach.cell) ? reach.cell : emptyAt(row)
  }

  /** Whether the text may stand once more; a page says more by repeating than it holds, to a limit. */
  private takes({ text }: RichText): boolean {
    this.reader.repeatable -= text.length
    return this.reader.repeatable >= 0
  }
}

/** A second line of the header says what its columns are, where it says anything. */
function mergedHeader(header: TableRow | null, row: TableRow): TableRow {
  if (header === null) return row
  const width = Math.max(header.cells.length, row.cells.length)
  const cells = Array.from({ length: width }, (_, column) => {
    const below = row.cells[column]
    const above = header.cells[column]
    return below && below.text !== '' ? below : (above ?? below ?? emptyAt(row.span))
  })
  return { cells, span: row.span }
}

function columnsOf(row: Element): number {
  return row.children
    .filter(isCell)
    .reduce((sum, cell) => sum + Math.min(spanOf(cell, 'colSpan'), mostColumns), 0)
}

/** How many columns or rows a cell takes; no cell is taken at its word for more than a table holds. */
function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1)
  if (name === 'rowSpan' && span === 0) return 1000
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1000) : 1
}

function emptyAt({ end }: Span): RichText {
  return plainRichText('', end, end)
}
