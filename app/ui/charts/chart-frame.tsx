import type { ReactNode } from 'react'
import { Disclosure } from '../primitives/disclosure'

export interface ChartTable {
  headers: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly (string | number)[])[]
}

interface ChartFrameProps {
  title: string
  /** What the chart shows in one sentence, numbers included. */
  summary: string
  /** Hides the heading where the page has one already. */
  isTitleHidden?: boolean
  legend?: ReactNode
  table: ChartTable
  children: ReactNode
}

/** What every chart has: a title, a sentence, the picture, and its numbers as a table. */
export function ChartFrame({
  title,
  summary,
  isTitleHidden,
  legend,
  table,
  children,
}: ChartFrameProps) {
  return (
    <figure className="min-w-0">
      <figcaption>
        <span className={isTitleHidden ? 'sr-only' : 'block font-semibold'}>{title}</span>
        <span className="block max-w-prose text-muted">{summary}</span>
      </figcaption>
      {legend ? (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">{legend}</ul>
      ) : null}
      <div className="mt-3">{children}</div>
      <Disclosure summary="The numbers" className="mt-2 text-sm">
        <NumbersTable title={title} table={table} />
      </Disclosure>
    </figure>
  )
}

/** A table wider than the page is scrolled by keyboard too, so it takes the focus. */
const scrollable = { tabIndex: 0 }

function NumbersTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    <div
      className="max-h-80 overflow-auto"
      role="region"
      aria-label={`${title}: numbers`}
      {...scrollable}
    >
      <table className="data-table table-compact">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {table.headers.map((header, index) => (
              <th key={header} scope="col" className={index === 0 ? undefined : 'end'}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className="end">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A legend entry whose sample is drawn with the class of what it explains. */
export function LegendItem({ sample, children }: { sample: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg className="swatch chart" viewBox="0 0 12 12" aria-hidden="true">
        {sample}
      </svg>
      {children}
    </li>
  )
}
