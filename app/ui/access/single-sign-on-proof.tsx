import { Form } from '@remix-run/react'
import { singleSignOnProofPath } from '~/domain/shared/paths'
import { DescriptionList } from '../primitives/description-list'
import { Callout } from '../primitives/notices'
import { SubmitButton } from '../primitives/submit-button'

interface SingleSignOnProofProps {
  /** Where to go once it is confirmed; a path of this site. */
  to: string
  /** What had been typed and waits for the proof; the way over the provider cannot carry it. */
  entered?: readonly { name: string; value: string }[]
  /** The provider of the session; without its name "single sign-on" is said. */
  providerName?: string | null
}

/** The button by which somebody who came through single sign-on confirms that it is them. */
export function SingleSignOnProof({ to, providerName, entered = [] }: SingleSignOnProofProps) {
  return (
    <Form method="post" action={singleSignOnProofPath()} className="grid gap-2">
      <input type="hidden" name="to" value={to} />
      <p>You are asked to sign in there once more, and come back here by yourself.</p>
      {entered.length > 0 ? (
        <Callout tone="info" title="What you entered is not saved yet">
          <p>It has to be entered again when you are back. Copy what you want to keep:</p>
          <DescriptionList items={entered.map(({ name, value }) => ({ term: name, value }))} />
        </Callout>
      ) : null}
      <div>
        <SubmitButton action={singleSignOnProofPath()} pendingText="Going on…">
          Confirm with {providerName ?? 'single sign-on'}
        </SubmitButton>
      </div>
    </Form>
  )
}
