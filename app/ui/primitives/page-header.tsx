import type { ReactNode } from 'react'
import { Icon } from './icon'
import { ListLink } from './text-link'

export interface Breadcrumb {
  label: string
  to: string
}

interface PageHeaderProps {
  title: string
  description?: ReactNode
  /** Buttons of the page; the most important one last. */
  actions?: ReactNode
  /** The pages above this one, the nearest last. */
  breadcrumbs?: readonly Breadcrumb[]
  /** Badges and dates under the title. */
  facts?: ReactNode
}

/** The head of a page: the only first-level heading on it. */
export function PageHeader({ title, description, actions, breadcrumbs, facts }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumbs && breadcrumbs.length > 0 ? (
        <nav aria-label="Breadcrumb" className="no-print mb-1">
          <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
            {breadcrumbs.map((crumb, index) => (
              <li key={crumb.to} className="flex min-w-0 items-center gap-1">
                {index > 0 ? <Icon name="chevron-right" className="h-3 w-3" /> : null}
                <ListLink to={crumb.to} className="py-0.5 hover:text-accent hover:underline">
                  {crumb.label}
                </ListLink>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-xl font-semibold tracking-tight sm:text-2xl">{title}</h1>
          {description ? <p className="mt-1 max-w-prose text-muted">{description}</p> : null}
        </div>
        {actions ? (
          <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>
        ) : null}
      </div>
      {facts ? (
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">{facts}</div>
      ) : null}
    </header>
  )
}
