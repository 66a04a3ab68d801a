import { useEffect, useRef, type ReactNode } from 'react'
import { classNames } from './class-names'

interface MenuProps {
  /** The words or picture of the button. */
  summary: ReactNode
  /** The name screen readers speak, where the summary has no words of its own. */
  label?: string
  children: ReactNode
  align?: 'left' | 'right'
  className?: string
  summaryClassName?: string
}

/**
 * A button that drops a panel of links and small forms (class `menu-item`): native details. Where
 * scripts run, a press elsewhere, Escape or a choice closes it.
 */
export function Menu({
  summary,
  label,
  children,
  align = 'right',
  className,
  summaryClassName,
}: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const element = details.current
    if (!element) return
    const closeFrom = (event: Event) => {
      if (!element.open) return
      const target = event.target as Element
      if (!element.contains(target) || target.closest('a')) element.open = false
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return
      element.open = false
      element.querySelector('summary')?.focus()
    }
    document.addEventListener('click', closeFrom)
    document.addEventListener('keydown', closeByKey)
    return () => {
      document.removeEventListener('click', closeFrom)
      document.removeEventListener('keydown', closeByKey)
    }
  }, [])
  return (
    <details
      ref={details}
      className={classNames('menu', align === 'left' && 'menu-left', className)}
    >
      <summary className={summaryClassName ?? 'btn btn-secondary'} aria-label={label}>
        {summary}
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  )
}
