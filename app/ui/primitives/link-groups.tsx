import { ListLink } from './text-link'

export interface LinkOption {
  label: string
  to: string
  isCurrent: boolean
  count?: number
}

interface LinkGroupProps {
  /** What the links choose between; screen readers hear it. */
  label: string
  options: readonly LinkOption[]
}

/** Parts of one subject, each a page of its own. */
export function Tabs({ label, options }: LinkGroupProps) {
  return (
    <nav aria-label={label} className="no-print mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-4 sm:gap-x-6">
        {options.map((option) => (
          <li key={option.to}>
            <ListLink
              to={option.to}
              className="tab"
              aria-current={option.isCurrent ? 'page' : undefined}
            >
              {option.label}
              {option.count === undefined ? null : (
                <span className="badge badge-neutral">{option.count}</span>
              )}
            </ListLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Ways to look at the same list: "Group by". The label is visible. */
export function SegmentedLinks({ label, options }: LinkGroupProps) {
  return (
    <nav aria-label={label} className="no-print flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted" aria-hidden="true">
        {label}
      </span>
      <ul className="segments">
        {options.map((option) => (
          <li key={option.to}>
            <ListLink
              to={option.to}
              className="segment"
              aria-current={option.isCurrent ? 'true' : undefined}
            >
              {option.label}
              {option.count === undefined ? null : (
                <span className="ml-1.5 text-muted">{option.count}</span>
              )}
            </ListLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
