import type { ReactNode } from 'react'
import { Icon } from './icon'

/** What conform and plain actions both give: nothing, one message, or several. */
export type FieldErrors = string | readonly string[] | null | undefined

/** The part of a control's props that its Field takes. */
export interface FieldLook {
  label: string
  hint?: ReactNode
  error?: FieldErrors
  /** Hides the label from the eye only. */
  isLabelHidden?: boolean
  /** Says "(optional)" after the label. Required fields are the rule and say nothing. */
  isOptional?: boolean
  fieldClassName?: string
}

export interface FieldWiring {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** The messages as a list without blanks. */
export function errorList(error: FieldErrors): readonly string[] {
  if (!error) return []
  return typeof error === 'string' ? [error] : error.filter(Boolean)
}

/**
 * The attributes that tie a control to its hint and errors. The ids are `<id>-description` and
 * `<id>-error`, the same that conform gives.
 */
export function fieldWiring(
  id: string,
  { hint, error }: Pick<FieldLook, 'hint' | 'error'>,
): FieldWiring {
  const hasError = errorList(error).length > 0
  const describedBy = [hint ? `${id}-description` : '', hasError ? `${id}-error` : '']
  return {
    id,
    'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
    'aria-invalid': hasError || undefined,
  }
}

interface FieldProps extends FieldLook {
  id: string
  /** The control; give it `fieldWiring(id, …)`. */
  children: ReactNode
}

/** Label, hint, control and error, in this order. The ready-made inputs wrap themselves in one. */
export function Field(props: FieldProps) {
  const { id, label, hint, error, isLabelHidden, isOptional, fieldClassName, children } = props
  return (
    <div className={fieldClassName ? `field ${fieldClassName}` : 'field'}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'field-label'}>
        {label}
        {isOptional ? <span className="field-optional"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-description`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

/** The messages under a control, or nothing. */
export function FieldError({ id, error }: { id: string; error: FieldErrors }) {
  const messages = errorList(error)
  if (messages.length === 0) return null
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="alert" />
      <span>{messages.join(' ')}</span>
    </p>
  )
}
