import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

interface TextLinkProps {
  to: string
  children: ReactNode
  className?: string
  reloadDocument?: boolean
}

/** A link inside text. */
export function TextLink({ to, children, className = 'link', reloadDocument }: TextLinkProps) {
  return (
    <Link to={to} prefetch="none" className={className} reloadDocument={reloadDocument}>
      {children}
    </Link>
  )
}

interface ListLinkProps {
  to: string
  children: ReactNode
  className?: string
  'aria-current'?: 'page' | 'true'
}

/**
 * A link for rows and menus: a plain anchor that costs next to nothing to draw on the server.
 * AppShell turns a click on it into a navigation without a reload; anywhere else it just loads the
 * page. For pages of the application only, never for files.
 */
export function ListLink({ to, children, className, ...rest }: ListLinkProps) {
  return (
    <a href={to} className={className} data-nav="" {...rest}>
      {children}
    </a>
  )
}
