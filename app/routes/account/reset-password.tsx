import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { ResetPasswordInput } from '~/domain/access/account-inputs'
import { signInPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { redirectWithToast } from '~/http/toast.server'
import { ensureResetIsOpen, resetPassword } from '~/services/accounts/password-resets.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'New password – Wardround' }]

export const loader = door(async ({ params }) => {
  await ensureResetIsOpen(params.token!, requestContext().address)
  return null
})

export const action = door(async ({ request, params }) => {
  const form = await parseForm(request, ResetPasswordInput)
  if (!form.ok) return form.reply()
  await resetPassword(params.token!, form.value.password, requestContext().address)
  return redirectWithToast(signInPath(), 'Your new password is set. Sign in with it.')
})

export default function ResetPassword() {
  const form = formResult(useActionData<typeof action>())
  return (
    <AuthLayout title="Choose a new password">
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <TextInput
          name="password"
          type="password"
          label="New password"
          hint="At least 12 characters. A sentence is easier to remember than a riddle."
          autoComplete="new-password"
          required
          minLength={12}
          error={form.error('password')}
        />
        <SubmitButton>Set the password</SubmitButton>
      </Form>
    </AuthLayout>
  )
}
