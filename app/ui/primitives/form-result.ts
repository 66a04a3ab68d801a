import type { SubmissionResult } from '@conform-to/react'

/**
 * Reads what came back from a form that was refused: what was typed and what is wrong, by field.
 * Before anything was sent every field has its fallback and no error.
 *
 *     const form = formResult(useActionData<typeof action>())
 *     <TextInput name="email" defaultValue={form.value('email')} error={form.error('email')} />
 */
export function formResult(result: unknown) {
  const last = isSubmissionResult(result) ? result : undefined
  return {
    /** What is wrong with the form as a whole. */
    errors: last?.error?.[''] ?? undefined,
    error: (field: string) => last?.error?.[field] ?? undefined,
    value(field: string, fallback?: string | null): string | undefined {
      if (!last?.initialValue) return fallback ?? undefined
      // A field that was emptied is not among what came back; it stays empty.
      const entered = valueAt(last.initialValue, field)
      return typeof entered === 'string' ? entered : ''
    },
    /** The values of a field that sends several; none when the form came back without any. */
    values(field: string, fallback: readonly string[] = []): readonly string[] {
      if (!last?.initialValue) return fallback
      return [valueAt(last.initialValue, field)]
        .flat()
        .filter((value): value is string => typeof value === 'string')
    },
    /** Whether a form came back; an unticked box is told from an untouched one by this. */
    isReturned: last !== undefined,
  }
}

function isSubmissionResult(value: unknown): value is SubmissionResult {
  return (
    typeof value === 'object' && value !== null && ('error' in value || 'initialValue' in value)
  )
}

/** What was entered under a field's name; lists come back nested, as `dates[1].dueOn` has it. */
function valueAt(entered: unknown, field: string): unknown {
  const keys = field.split(/[.[\]]+/).filter(Boolean)
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined,
    entered,
  )
}
