import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AcceptInvitationInput } from '~/domain/access/account-inputs'
import { tasksPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { acceptInvitation, getInvitation } from '~/services/accounts/invitations.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Join – Wardround' }]

export const loader = door(({ params }) => getInvitation(params.token!, requestContext().address))

export const action = door(async ({ request, params }) => {
  const form = await parseForm(request, AcceptInvitationInput)
  if (!form.ok) return form.reply()
  const cookie = await acceptInvitation(params.token!, form.value, requestContext().address)
  return redirect(tasksPath(), { headers: { 'Set-Cookie': cookie } })
})

export default function Invitation() {
  const { name, email, organisationName, hasAccount } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <AuthLayout title={`Join ${organisationName}`}>
      <Form method="post" className="grid gap-4">
        <p>You sign in with {email}.</p>
        <FormError error={form.errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextInput
          name="name"
          label="Your name"
          autoComplete="name"
          required
          defaultValue={form.value('name', name)}
          error={form.error('name')}
        />
        <TextInput
          name="password"
          type="password"
          label={hasAccount ? 'Your password' : 'Choose a password'}
          hint={
            hasAccount
              ? 'You have an account already; its password stays the same.'
              : 'At least 12 characters. A sentence is easier to remember than a riddle.'
          }
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          required
          error={form.error('password')}
        />
        <SubmitButton>Join</SubmitButton>
      </Form>
    </AuthLayout>
  )
}
