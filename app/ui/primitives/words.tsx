import type { ReactNode } from 'react'

/** For screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}

/** A key, a code or anything else that is typed. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-line bg-sunken px-1 font-mono text-xs">{children}</kbd>
  )
}

/** Text that people wrote: line breaks are kept, long words break. */
export function PlainText({ children }: { children: string }) {
  return <p className="text-md whitespace-pre-line">{children}</p>
}
