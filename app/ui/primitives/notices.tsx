import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'info' | 'warn' | 'bad' | 'good'
const toneIcon: Record<NoticeTone, IconName> = {
  info: 'info',
  warn: 'warning',
  bad: 'alert',
  good: 'check-circle',
}

interface CalloutProps {
  tone?: NoticeTone
  title?: string
  children?: ReactNode
  icon?: IconName
  /** Tells screen readers at once, for what happened because of the person's own act. */
  isAlert?: boolean
}

/** A remark in the course of a page. */
export function Callout({ tone = 'info', title, children, icon, isAlert }: CalloutProps) {
  return (
    <div className={`notice notice-${tone}`} role={isAlert ? 'alert' : undefined}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}

interface BannerProps {
  tone?: 'info' | 'warn' | 'demo'
  children: ReactNode
  action?: ReactNode
}

/** A line across the top of every page: demo mode, mail kept. Give it to AppShell's `banners`. */
export function Banner({ tone = 'info', children, action }: BannerProps) {
  const look =
    tone === 'demo'
      ? 'bg-held-soft text-held'
      : tone === 'warn'
        ? 'bg-warn-soft text-warn'
        : 'bg-info-soft text-info'
  return (
    <div className={`no-print ${look} border-b border-line`}>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-sm font-medium sm:px-6">
        <p className="flex min-w-0 items-start gap-2">
          <Icon name={tone === 'warn' ? 'warning' : 'info'} className="mt-0.5" />
          <span>{children}</span>
        </p>
        {action}
      </div>
    </div>
  )
}
