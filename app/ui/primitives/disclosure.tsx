import type { ReactNode } from 'react'
import { Icon } from './icon'

interface DisclosureProps {
  summary: ReactNode
  children: ReactNode
  isOpen?: boolean
  className?: string
}

/** More, for those who ask: native details, printed open. */
export function Disclosure({ summary, children, isOpen, className }: DisclosureProps) {
  return (
    <details className={className ? `disclosure ${className}` : 'disclosure'} open={isOpen}>
      <summary>
        <Icon name="chevron-right" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
