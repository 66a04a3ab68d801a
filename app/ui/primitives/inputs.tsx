/**
 * The native controls, each with its label, hint and error. `id` is `name` unless given, so that an
 * ErrorSummary can link to a field by its name; give an `id` where a page has two of a name. All
 * other attributes go to the control, so `{...getInputProps(fields.title, { type: 'text' })}` fits.
 */
import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'
import { classNames } from './class-names'
import { Field, fieldWiring, type FieldLook } from './field'

type Control<Attributes> = Omit<Attributes, 'name'> & FieldLook & { name: string }

/** Splits the props of a control into those of its Field and those of the element. */
function split<P extends FieldLook & { name: string; id?: string }>(props: P) {
  const { label, hint, error, isLabelHidden, isOptional, fieldClassName, ...element } = props
  const id = props.id ?? props.name
  return {
    field: { id, label, hint, error, isLabelHidden, isOptional, fieldClassName },
    element: { ...element, ...fieldWiring(id, { hint, error }) },
  }
}

export type TextInputProps = Control<InputHTMLAttributes<HTMLInputElement>>

/** One line of text; `type` may be email, password, url, search, number or time. */
export function TextInput(props: TextInputProps) {
  const { field, element } = split(props)
  return (
    <Field {...field}>
      <input type="text" {...element} className={classNames('input', props.className)} />
    </Field>
  )
}

/** A calendar date; values are YYYY-MM-DD. */
export function DateInput(props: TextInputProps) {
  return <TextInput {...props} type="date" className={classNames('input-date', props.className)} />
}

/** A file; its form needs `encType="multipart/form-data"`. */
export function FileInput(props: TextInputProps) {
  return <TextInput {...props} type="file" className={classNames('input-file', props.className)} />
}

export type TextAreaProps = Control<TextareaHTMLAttributes<HTMLTextAreaElement>>

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { field, element } = split(props)
  return (
    <Field {...field}>
      <textarea rows={3} {...element} className={classNames('input input-area', props.className)} />
    </Field>
  )
}

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

export type SelectProps = Control<SelectHTMLAttributes<HTMLSelectElement>> & {
  options?: readonly SelectOption[]
  /** A first option with the empty value. */
  placeholder?: string
  children?: ReactNode
}

/** One of a list; `children` instead of `options` for option groups. */
export function Select({ options, placeholder, children, ...props }: SelectProps) {
  const { field, element } = split(props)
  return (
    <Field {...field}>
      <select {...element} className={classNames('input input-select', props.className)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </Field>
  )
}
