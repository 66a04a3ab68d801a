import { TextInput } from '../primitives/inputs'
import type { FieldErrors } from '../primitives/field'

interface CodeFieldProps {
  name: string
  label?: string
  hint?: string
  error?: FieldErrors
  required?: boolean
}

/** Six digits of an authenticator app; phones offer their number pad, browsers nothing they kept. */
export function CodeField({ label = 'Code of your authenticator app', ...field }: CodeFieldProps) {
  return (
    <TextInput
      {...field}
      label={label}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={12}
    />
  )
}
