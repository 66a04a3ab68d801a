import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { signInPasskeyChallengePath, signInPasskeyPath } from '~/domain/shared/paths'
import { PasskeyControls } from './passkey-button'
import { usePasskey } from './use-passkey'

/** A challenge is good for ten minutes; a page that stands open longer gets a new one in time. */
const renewAfterMs = 9 * 60 * 1000

interface PasskeySignInProps {
  /** Where the person wanted to go. */
  to: string
}

/**
 * Signing in with a passkey alone: a button, and, where the browser can, passkeys among what it
 * offers in the email field, whose `autoComplete` must end with `webauthn`.
 */
export function PasskeySignIn({ to }: PasskeySignInProps) {
  const { isBusy, trouble, start } = usePasskey()
  const [round, setRound] = useState(0)
  const challengePath = signInPasskeyChallengePath()
  const answerPath = signInPasskeyPath()
  useEffect(() => {
    if (isBusy) return
    let isOver = false
    void browserSupportsWebAuthnAutofill().then((can) => {
      if (!can || isOver) return
      const ceremony = { act: 'use', challengePath, answerPath, values: { to } } as const
      void start(ceremony, { isAutofill: true })
    })
    const renewal = window.setTimeout(() => setRound((n) => n + 1), renewAfterMs)
    return () => {
      isOver = true
      window.clearTimeout(renewal)
    }
  }, [isBusy, round, start, to, challengePath, answerPath])
  useEffect(() => () => WebAuthnAbortService.cancelCeremony(), [])
  return (
    <PasskeyControls
      label="Sign in with a passkey"
      className="w-full"
      isBusy={isBusy}
      trouble={trouble}
      onPress={() => void start({ act: 'use', challengePath, answerPath, values: { to } })}
    />
  )
}
