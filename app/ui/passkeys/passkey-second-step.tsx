import {
  proofPasskeyChallengePath,
  proofPasskeyPath,
  secondStepPasskeyChallengePath,
  secondStepPasskeyPath,
} from '~/domain/shared/paths'
import { PasskeyButton } from './passkey-button'

/** For the page of the second step, where the account has a passkey. */
export function PasskeySecondStep() {
  return (
    <PasskeyButton
      act="use"
      label="Use a passkey"
      className="w-full"
      challengePath={secondStepPasskeyChallengePath()}
      answerPath={secondStepPasskeyPath()}
    />
  )
}

interface PasskeyProofProps {
  /** Where the person goes on once it is proved. */
  to: string
  /** The form that waits for the proof with what had been typed, by its id; sent on once it is proved. */
  proofForm?: string | null
}

/** Past the fields of the other ways, which stay empty. */
function submitForm(id: string): void {
  const form = document.getElementById(id)
  if (form instanceof HTMLFormElement) form.submit()
}

/** For the page that asks to confirm it is you, where the account has a passkey. */
export function PasskeyProof({ to, proofForm = null }: PasskeyProofProps) {
  return (
    <PasskeyButton
      {...(proofForm ? { onDone: () => submitForm(proofForm) } : {})}
      act="use"
      label="Confirm with a passkey"
      challengePath={proofPasskeyChallengePath()}
      answerPath={proofPasskeyPath()}
      values={{ to }}
    />
  )
}
