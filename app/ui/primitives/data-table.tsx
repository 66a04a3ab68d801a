import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  /** As narrow as its content. */
  isTight?: boolean
  /** Keeps the header for screen readers only, for a column of buttons. */
  isHeaderHidden?: boolean
}

interface DataTableProps<Row> {
  /** What the table holds; screen readers hear it. */
  caption: string
  isCaptionVisible?: boolean
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table while there are no rows. */
  empty?: ReactNode
  isCompact?: boolean
  /** Off for a few narrow columns that fit on a telephone as they are. */
  isStacked?: boolean
}

/** A table that turns into a stack of cards under 640 px, each value beside its column's name. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    isCaptionVisible,
    columns,
    rows,
    rowKey,
    empty,
    isCompact,
    isStacked = true,
  } = props
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <table
      className={classNames(
        'data-table',
        isStacked && 'table-stacked',
        isCompact && 'table-compact',
      )}
    >
      <caption className={isCaptionVisible ? 'px-3 py-2 text-left text-muted' : 'sr-only'}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column)}>
              {column.isHeaderHidden ? (
                <span className="sr-only">{column.header}</span>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={cellClass(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <DataCell key={column.key} column={column} value={column.cell(row)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DataCell<Row>({ column, value }: { column: Column<Row>; value: ReactNode }) {
  const isBlank = value === null || value === undefined || value === ''
  const className = cellClass(column)
  return (
    <td
      className={isBlank ? `${className ?? ''} blank` : className}
      data-label={column.isHeaderHidden ? undefined : column.header}
    >
      {value}
    </td>
  )
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  if (column.align === 'end') return column.isTight ? 'end tight' : 'end'
  return column.isTight ? 'tight' : undefined
}
