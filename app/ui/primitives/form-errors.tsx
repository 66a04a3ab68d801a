import { useEffect, useRef, type ReactNode } from 'react'
import { errorList, type FieldErrors } from './field'
import { Callout } from './notices'

/**
 * What is wrong with a form as a whole; nothing when there is nothing. Each answer that brings one
 * moves the focus here, because the button that was pressed may be screens below. An answer is told
 * from a mere redraw by its `error` being another object, so give it what came back as it is.
 */
export function FormError({ error }: { error: FieldErrors }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [error])
  const messages = errorList(error)
  if (messages.length === 0) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Callout tone="bad" isAlert>
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </Callout>
    </div>
  )
}

interface ErrorSummaryProps {
  /** Messages by field; a field's id is its name unless it was given another. */
  errors: Readonly<Record<string, FieldErrors>> | null | undefined
  title?: string
  /** What was kept, and what to do. */
  children?: ReactNode
}

/** All errors of a long form at its top, each a link to its field. */
export function ErrorSummary({ errors, title, children }: ErrorSummaryProps) {
  const entries = Object.entries(errors ?? {}).filter(([, error]) => errorList(error).length > 0)
  if (entries.length === 0) return null
  const heading =
    title ??
    (entries.length === 1 ? 'One thing needs your attention' : 'Some things need your attention')
  return (
    <Callout tone="bad" title={heading} isAlert>
      {children}
      <ul className="mt-1">
        {entries.map(([field, error]) => (
          <li key={field}>
            <a className="inline-block py-0.5 underline underline-offset-3" href={`#${field}`}>
              {errorList(error).join(' ')}
            </a>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
