import { useCallback, useState } from 'react'
import { runPasskeyCeremony, type PasskeyCeremony } from './passkey-ceremony'

/** Why it did not come about; a new object each time, so that the focus goes there again. */
export interface PasskeyTrouble {
  code: string
  messages: string[]
}

/**
 * A passkey's ceremony for a button: `start` runs it and, where it succeeds, leads on with a whole
 * new page, so that nothing of the time before the sign-in is left in the browser's memory.
 */
export function usePasskey() {
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<PasskeyTrouble | null>(null)
  const start = useCallback(
    async (
      ceremony: PasskeyCeremony,
      options: { isAutofill?: boolean; onDone?: (() => void) | undefined } = {},
    ) => {
      const isShown = !options.isAutofill
      if (isShown) {
        setBusy(true)
        setTrouble(null)
      }
      const outcome = await runPasskeyCeremony(ceremony, options)
      if (outcome && 'to' in outcome) {
        if (options.onDone) {
          options.onDone()
          return
        }
        window.location.assign(outcome.to)
        return
      }
      if (isShown) setBusy(false)
      // What the browser does by itself in the email field is nobody's failed try.
      if (outcome && (isShown || outcome.code.startsWith('passkey-'))) {
        setTrouble({ code: outcome.code, messages: [outcome.message] })
      }
    },
    [],
  )
  return { isBusy, trouble, start }
}
