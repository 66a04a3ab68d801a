import { Icon } from './icon'
import { ListLink } from './text-link'

interface PaginationProps {
  /** From 1. */
  page: number
  pageCount: number
  /** The path of a page; page 1 may well be the bare path. */
  pathFor: (page: number) => string
  total?: number
  /** What is counted, in the plural: "tasks". */
  noun?: string
}

/** "Page 2 of 7, 312 tasks" with the ways forward and back; nothing when all fits on one page. */
export function Pagination({ page, pageCount, pathFor, total, noun = 'entries' }: PaginationProps) {
  if (pageCount <= 1 && page <= 1) return null
  return (
    <nav
      aria-label="Pages"
      className="no-print mt-4 flex flex-wrap items-center justify-between gap-3"
    >
      <p className="text-muted">
        Page {page} of {pageCount}
        {total === undefined ? '' : `, ${total.toLocaleString('en')} ${noun}`}
      </p>
      <div className="flex gap-2">
        {page > 1 ? (
          <ListLink
            to={pathFor(Math.max(1, Math.min(page - 1, pageCount)))}
            className="btn btn-secondary btn-sm"
          >
            <Icon name="chevron-left" />
            Previous
          </ListLink>
        ) : null}
        {page < pageCount ? (
          <ListLink to={pathFor(page + 1)} className="btn btn-secondary btn-sm">
            Next
            <Icon name="chevron-right" />
          </ListLink>
        ) : null}
      </div>
    </nav>
  )
}
