/**
 * Reads CSV: a register with one action a line, as spreadsheets write it.
 *
 *     Plan of the clinic,,          heading
 *     Action,Owner,Due              table
 *     "Rotate keys, all",HR,May 5
 *     ,,                            nothing
 *     Source: the audit,,           paragraph
 *
 * Columns are known by their names, wherever the line that names them stands. A CSV has no title:
 * lines above the table are headings that no title is taken from. Its text is written anew with bars
 * between the cells, since quotes that stand twice are not the words of anybody.
 */
import { csvLayout, isHeaderRecord } from './csv-layout'
import { csvRecords, textOfCell } from './csv-records'
import type { CsvRecord } from './csv-records'
import { joinRichText, plainRichText } from '../document-tree'
import type { Block, ReadDocument, RichText, Table, TableRow } from '../document-tree'
import { writeDocument } from './write-document'

/** More cells than this in one record is nothing that a person can read. */
const mostColumns = 500

/** The text of a CSV's tables, drawn with bars, and its tree. Never throws. */
export function readCsv(source: string): ReadDocument {
  const { delimiter, from } = csvLayout(source)
  const records = csvRecords(source, delimiter, from)
  const blocks = new CsvReader(source, records).read()
  return writeDocument({ statedTitle: null, blocks }, source)
}

class CsvReader {
  private readonly blocks: Block[] = []
  private table: Table | null = null
  private isAfterBlank = true
  private firstNote: number | null = null

  constructor(
    private readonly source: string,
    private readonly records: readonly CsvRecord[],
  ) {}

  /** How many cells the line has that names the columns, empty ones too. */
  private columns = 0

  read(): Block[] {
    const hasHeader = this.records.some(
      (record, index) => index < 1000 && isHeaderRecord(this.source, record) > 0,
    )
    this.records.forEach((record, index) => {
      const width = this.widthOf(record)
      if (width > mostColumns) this.addUnreadable(record)
      else if (width > 0) this.addRecord(index, width, hasHeader)
      this.isAfterBlank = width === 0
    })
    const filled = this.blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0)
    // A register that holds nothing yet is a guide without a plan, and not one without a word.
    return filled.length > 0 ? filled : this.blocks
  }

  private addRecord(index: number, width: number, hasHeader: boolean): void {
    const record = this.records[index] as CsvRecord
    const row = this.rowOf(record, width)
    const mayHead = this.table === null || this.isAfterBlank
    const isHeader = mayHead && (hasHeader ? isHeaderRecord(this.source, record) > 0 : width > 1)
    if (isHeader && (hasHeader || this.table === null)) {
      this.table = { kind: 'table', header: row, rows: [] }
      this.columns = record.cells.length
      this.blocks.push(this.table)
    } else if (this.table === null || (isLone(row) && this.headsTable(index))) this.addHeading(row)
    else if (this.isNote(index, width)) this.addNote(row)
    else if (!isSameRow(row, this.table.header)) {
      this.table.rows.push(width > this.columns ? this.withLongEnd(row, record) : row)
    }
  }

  /** A row with more cells than columns: somebody wrote a comma without quotes, mostly in the remarks. */
  private withLongEnd(row: TableRow, { cells }: CsvRecord): TableRow {
    const [from, to] = [cells[this.columns - 1], cells[row.cells.length - 1]]
    if (!from || !to) return row
    const last = plainRichText(this.source, from.start, to.end)
    return { ...row, cells: [...row.cells.slice(0, this.columns - 1), last] }
  }

  /** Whether a line between empty lines, or below one, stands above columns that are named anew. */
  private headsTable(index: number): boolean {
    if (!this.isAfterBlank) return false
    const next = this.records.slice(index + 1, index + 4).find((record) => this.widthOf(record) > 0)
    return next !== undefined && isHeaderRecord(this.source, next) > 0
  }

  /** Whether a line stands, alone in its first cell, below the empty line that ends a full table. */
  private isNote(index: number, width: number): boolean {
    if (width > 1 || index < this.notesFrom || !this.table) return false
    return this.table.rows.length > 1 && !this.table.rows.some(isLone)
  }

  /** Where nothing is left but empty lines and lines of one cell, after the last empty one above them. */
  private get notesFrom(): number {
    if (this.firstNote === null) {
      const widths = this.records.map((record) => this.widthOf(record))
      const lastRow = widths.findLastIndex((width) => width > 1)
      const blank = widths.indexOf(0, lastRow + 1)
      this.firstNote = blank === -1 ? Infinity : blank
    }
    return this.firstNote
  }

  private addNote(row: TableRow): void {
    const [text] = row.cells
    if (text) this.blocks.push({ kind: 'paragraph', text })
  }

  /** A line above a table, such as its title. In a group, where no title is looked for. */
  private addHeading(row: TableRow): void {
    const text = joinRichText(row.cells.filter(hasText), ' ')
    const heading: Block = { kind: 'heading', depth: 2, isMarked: false, text }
    this.blocks.push({ kind: 'group', children: [heading] })
    this.table = null
  }

  private addUnreadable({ start, end }: CsvRecord): void {
    const reason = `This line has more than ${mostColumns} cells.`
    this.blocks.push({ kind: 'unreadable', reason, span: { start, end } })
  }

  private rowOf({ cells, start, end }: CsvRecord, width: number): TableRow {
    const texts = cells.slice(0, width).map((cell) => textOfCell(this.source, cell))
    return { cells: texts, span: { start, end } }
  }

  /** Cells up to the last one that is not empty: spreadsheets end lines in any number of delimiters. */
  private widthOf({ cells }: CsvRecord): number {
    let width = cells.length
    for (; width > 0; width--) {
      const cell = cells[width - 1]
      if (cell && /\S/.test(this.source.slice(cell.start, cell.end))) break
    }
    return width
  }
}

const hasText = ({ text }: RichText) => text !== ''

function isLone({ cells }: TableRow): boolean {
  return cells.filter(hasText).length === 1
}

function isSameRow(row: TableRow, header: TableRow): boolean {
  return (
    row.cells.length === header.cells.length &&
    row.cells.every((cell, index) => cell.text === header.cells[index]?.text)
  )
}
