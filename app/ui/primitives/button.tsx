import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

/** What every kind of button shares. One primary button a screen; `danger` for what cannot be undone. */
export interface ButtonLook {
  variant?: ButtonVariant
  size?: 'md' | 'sm'
  icon?: IconName
}

/** The classes of a button, for the rare element that must look like one. */
export function buttonClass({ variant = 'secondary', size = 'md' }: ButtonLook, extra?: string) {
  return classNames('btn', `btn-${variant}`, size === 'sm' && 'btn-sm', extra)
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {}

/** A button that submits nothing unless `type="submit"`; for forms see SubmitButton. */
export function Button({ variant, size, icon, className, children, type, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type ?? 'button'} className={buttonClass({ variant, size }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export interface LinkButtonProps extends ButtonLook {
  to: string
  children: ReactNode
  className?: string
  /** For files and pages outside the application's own: the browser loads the address itself. */
  reloadDocument?: boolean
  'aria-label'?: string
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  to,
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} to={to} prefetch="none" className={buttonClass({ variant, size }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  )
}
