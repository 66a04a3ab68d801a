import { useNavigation } from '@remix-run/react'
import type { ButtonHTMLAttributes, MouseEvent } from 'react'
import { buttonClass, type ButtonLook } from './button'
import { Icon } from './icon'

export interface SubmitButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  /** The path its form posts to, where a page has several forms; without it any submission counts. */
  action?: string
  /** What it says meanwhile, for example "Saving…". */
  pendingText?: string
}

/**
 * Submits its form. While the submission is under way it shows a spinner and ignores further
 * presses; it is not `disabled`, so it keeps the focus. Without JavaScript it is a plain button.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const {
    variant = 'primary',
    size,
    icon,
    className,
    children,
    action,
    pendingText,
    onClick,
  } = props
  const { variant: _v, size: _s, icon: _i, action: _a, pendingText: _p, ...rest } = props
  const navigation = useNavigation()
  const isPending =
    navigation.formMethod !== undefined &&
    navigation.formMethod !== 'GET' &&
    (action === undefined || navigation.formAction === action)
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type="submit"
      className={buttonClass({ variant, size }, className)}
      aria-disabled={isPending || undefined}
      onClick={press}
    >
      {isPending ? <Icon name="spinner" className="spin" /> : icon ? <Icon name={icon} /> : null}
      {isPending && pendingText ? pendingText : children}
    </button>
  )
}
