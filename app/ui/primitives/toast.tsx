import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon'

export interface ToastMessage {
  /** A new id shows the toast again, even with the same words. */
  id: string
  text: string
  tone?: 'good' | 'bad' | 'info'
  /** For "Undo" and the like: posts to `action` with these hidden values. */
  undo?: { label: string; action: string; values?: Readonly<Record<string, string>> }
}

/** Long enough to read two lines and reach the button. */
const shownForMs = 8_000
/** How long after a pointer or the focus was last seen on it. */
const heldForMs = 2_000

/**
 * What just happened, once. The server draws it; the browser, where it can, takes it away after some
 * seconds unless a pointer or the focus is on it. Errors stay.
 */
export function Toast({ message }: { message: ToastMessage | null | undefined }) {
  const [closedId, setClosedId] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const [isEnhanced, setIsEnhanced] = useState(false)
  const id = message?.id
  const isLasting = message?.tone === 'bad'
  useEffect(() => setIsEnhanced(true), [])
  useEffect(() => {
    if (!id || isLasting) return
    const leave = () => {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, heldForMs)
      else setClosedId(id)
    }
    let timer = setTimeout(leave, shownForMs)
    return () => clearTimeout(timer)
  }, [id, isLasting])
  const isShown = message && message.id !== closedId
  return (
    <div
      role="status"
      className="toast no-print pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center"
    >
      {isShown ? (
        <div
          ref={box}
          className="pointer-events-auto flex max-w-lg items-start gap-3 rounded-lg bg-ink py-2.5 pr-2 pl-4 text-canvas shadow-lg"
        >
          <Icon name={isLasting ? 'alert' : 'check-circle'} className="mt-1" />
          <p className="min-w-0 flex-1 py-0.5">{message.text}</p>
          {message.undo ? <UndoForm undo={message.undo} /> : null}
          {isEnhanced ? (
            <button
              type="button"
              className="flex h-6 w-6 flex-none cursor-pointer items-center justify-center rounded-sm"
              aria-label="Dismiss"
              onClick={() => setClosedId(message.id)}
            >
              <Icon name="close" />
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function UndoForm({ undo }: { undo: NonNullable<ToastMessage['undo']> }) {
  return (
    <form method="post" action={undo.action}>
      {Object.entries(undo.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="min-h-6 cursor-pointer px-2 py-0.5 font-semibold underline">
        {undo.label}
      </button>
    </form>
  )
}
