import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

interface EmptyStateProps {
  title: string
  /** What to do next, or when something will be here. */
  children?: ReactNode
  icon?: IconName
  action?: ReactNode
  /** 2 where the state is the whole page under its title, 3 inside a Section. */
  level?: 2 | 3
}

/** What a list shows while it has nothing. */
export function EmptyState({
  title,
  children,
  icon = 'circle',
  action,
  level = 2,
}: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="card flex flex-col items-center px-6 py-10 text-center">
      <span className="mb-3 flex h-10 w-10 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon name={icon} className="h-5 w-5" />
      </span>
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children ? <div className="mt-1 max-w-md text-muted">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
