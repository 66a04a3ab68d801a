import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { ForgotPasswordInput } from '~/domain/access/account-inputs'
import { signInPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { requestPasswordReset } from '~/services/accounts/password-resets.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'New password – Wardround' }]

export const action = door(async ({ request }) => {
  const form = await parseForm(request, ForgotPasswordInput)
  if (!form.ok) return form.reply()
  await requestPasswordReset(form.value.email, requestContext().address)
  return { sentTo: form.value.email }
})

export default function ForgotPassword() {
  const result = useActionData<typeof action>()
  if (result && 'sentTo' in result) return <Sent email={result.sentTo} />
  const form = formResult(result)
  return (
    <AuthLayout title="Choose a new password">
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <TextInput
          name="email"
          type="email"
          label="Email"
          hint="We send a link to this address that lets you choose a new password."
          autoComplete="username"
          required
          defaultValue={form.value('email')}
          error={form.error('email')}
        />
        <SubmitButton>Send the link</SubmitButton>
        <p className="text-sm">
          <TextLink to={signInPath()}>Back to sign-in</TextLink>
        </p>
      </Form>
    </AuthLayout>
  )
}

function Sent({ email }: { email: string }) {
  return (
    <AuthLayout title="Look into your mail">
      <p>
        If {email} has an account here, a message with a link is on its way. The link works once and
        for one hour.
      </p>
      <p className="mt-4 text-sm">
        <TextLink to={signInPath()}>Back to sign-in</TextLink>
      </p>
    </AuthLayout>
  )
}
