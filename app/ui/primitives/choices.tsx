import type { InputHTMLAttributes, ReactNode } from 'react'
import { errorList, FieldError, fieldWiring, type FieldErrors } from './field'

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldErrors
}

/** One box to tick, its label beside it. `id` is `name` unless given. */
export function Checkbox({ label, hint, error, ...element }: CheckboxProps) {
  const id = element.id ?? element.name
  return (
    <div className="choice-field">
      <label className="choice">
        <input
          {...element}
          {...fieldWiring(id, { hint, error })}
          type="checkbox"
          className="choice-box"
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-description`} className="field-hint choice-hint">
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
    </div>
  )
}

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

interface ChoiceGroupProps {
  legend: string
  name: string
  choices: readonly Choice[]
  /** Checkboxes that send several values under one name, instead of radio buttons. */
  isMultiple?: boolean
  defaultValue?: string | readonly string[]
  /** Boxes with room for a hint, or plain lines. */
  look?: 'cards' | 'lines' | 'row'
  hint?: ReactNode
  error?: FieldErrors
  required?: boolean
  form?: string
}

/** One (or several) of a few, all visible: radio buttons or checkboxes in a fieldset. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { legend, name, choices, isMultiple, defaultValue, look = 'lines', hint, error } = props
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? [])
  const wiring = fieldWiring(name, { hint, error })
  return (
    <fieldset
      className="field"
      aria-describedby={wiring['aria-describedby']}
      id={name}
      tabIndex={-1}
    >
      <legend className="field-label">{legend}</legend>
      {hint ? (
        <p id={`${name}-description`} className="field-hint">
          {hint}
        </p>
      ) : null}
      <div className={`choices choices-${look}`}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type={isMultiple ? 'checkbox' : 'radio'}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              required={props.required && !isMultiple}
              form={props.form}
              className="choice-box"
              aria-invalid={errorList(error).length > 0 || undefined}
            />
            <span>
              <span className="choice-label">{choice.label}</span>
              {choice.hint ? <span className="choice-detail">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={name} error={error} />
    </fieldset>
  )
}
