import { useEffect, useState, type ReactNode } from 'react'
import { Button } from './button'

/** Puts a text on the clipboard; not there where scripts do not run or the browser has none. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const [state, setState] = useState<'absent' | 'ready' | 'copied' | 'failed'>('absent')
  useEffect(() => {
    if (typeof navigator.clipboard?.writeText === 'function') setState('ready')
  }, [])
  if (state === 'absent') return null
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <Button icon={state === 'copied' ? 'check' : 'file'} onClick={copy}>
        {children}
      </Button>
      <span role="status" className="self-center text-sm text-muted">
        {state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser did not allow it' : ''}
      </span>
    </>
  )
}
