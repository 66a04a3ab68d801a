import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info' | 'held'

interface BadgeProps {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}

/** A word in a box. A badge that tells a state always has an icon: colour alone says nothing. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  )
}
