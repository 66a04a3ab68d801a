import type { ReactNode } from 'react'
import { classNames } from './class-names'

interface CardProps {
  children: ReactNode
  className?: string
  /** Off for lists and tables that reach the edge. */
  isPadded?: boolean
  id?: string
}

/** A bordered surface. */
export function Card({ children, className, isPadded = true, id }: CardProps) {
  return (
    <div id={id} className={classNames('card', isPadded && 'p-4', className)}>
      {children}
    </div>
  )
}

interface SectionProps {
  title: string
  /** A word or two after the title, such as a count. */
  note?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
  id?: string
  className?: string
}

/** A part of a page under its own second-level heading. */
export function Section({
  title,
  note,
  description,
  actions,
  children,
  id,
  className,
}: SectionProps) {
  return (
    <section id={id} className={classNames('mt-8 first:mt-0', className)}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">
            {title}
            {note ? <span className="ml-2 text-sm font-normal text-muted">{note}</span> : null}
          </h2>
          {description ? <p className="max-w-prose text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}
