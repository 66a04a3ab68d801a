import type { ReactNode } from 'react'
import type { ProofWays } from '~/domain/access/proof-ways'
import { Button } from '../primitives/button'
import { FormError } from '../primitives/form-errors'
import { TextInput } from '../primitives/inputs'
import { CodeField } from './code-field'

export const proofFormId = 'proof'

interface ProofFormProps {
  ways: ProofWays
  /** The path the form posts to, from `proofPath`. */
  action: string
  /** What had been posted and waits for the proof. */
  kept: readonly { name: string; value: string }[]
  errors?: Partial<Record<'form' | 'proofPassword' | 'proofCode', string>>
  /** Further ways, such as a passkey; their button submits this same form. */
  children?: ReactNode
}

/**
 * "Confirm it is you", with whatever waits for it in hidden fields. A plain form, because its answer
 * sends the browser on with the same post, which only a whole page can follow.
 */
export function ProofForm({ ways, action, kept, errors = {}, children }: ProofFormProps) {
  const isTypable = ways.password || ways.code
  return (
    <form id={proofFormId} method="post" action={action} className="form-stack max-w-md">
      <FormError error={errors.form} />
      {kept.map(({ name, value }, index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      {ways.password ? (
        <TextInput
          name="proofPassword"
          type="password"
          label="Your password"
          autoComplete="current-password"
          error={errors.proofPassword}
        />
      ) : null}
      {ways.code ? (
        <CodeField
          name="proofCode"
          label={ways.password ? 'Or a code of your authenticator app' : undefined}
          error={errors.proofCode}
        />
      ) : null}
      {ways.isDemo ? (
        <p className="text-muted">
          Here you would enter your password. The people of the demo clinic have none.
        </p>
      ) : null}
      {isTypable || ways.isDemo ? (
        <div className="form-actions">
          <Button type="submit" variant="primary">
            {ways.isDemo ? 'It is me' : 'Confirm'}
          </Button>
        </div>
      ) : null}
      {children}
    </form>
  )
}
