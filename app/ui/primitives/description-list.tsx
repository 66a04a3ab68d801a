import { Fragment, type ReactNode } from 'react'

export interface Description {
  term: string
  /** Nothing (null) leaves the line out. */
  value: ReactNode
}

/** Terms and values, side by side where there is room. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[fit-content(9rem)_minmax(0,1fr)] sm:gap-y-2">
      {items.map(({ term, value }) =>
        value === null || value === undefined ? null : (
          <Fragment key={term}>
            <dt className="text-muted">{term}</dt>
            <dd className="mb-2 sm:mb-0">{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}
