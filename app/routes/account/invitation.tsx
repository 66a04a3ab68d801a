import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { useState } from 'react'
import { AcceptInvitationInput } from '~/domain/access/account-inputs'
import {
  forgotPasswordPath,
  invitationPasskeyChallengePath,
  invitationPasskeyPath,
  secondStepPath,
  tasksPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { acceptInvitation, getInvitation } from '~/services/accounts/invitations.server'
import { endSession } from '~/services/accounts/sessions.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { PasskeyButton } from '~/ui/passkeys/passkey-button'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Join – Wardround' }]

export const loader = door(({ params }) => getInvitation(params.token!, requestContext().address))

export const action = door(async ({ request, params }) => {
  const form = await parseForm(request, AcceptInvitationInput)
  if (!form.ok) return form.reply()
  const { step, cookie } = await acceptInvitation(params.token!, form.value, requestContext())
  await endSession(request.headers.get('Cookie'))
  const next = step === 'second-factor' ? secondStepPath() : tasksPath()
  return redirect(next, { headers: { 'Set-Cookie': cookie } })
})

export default function Invitation() {
  const { name, email, organisationName, hasAccount, isNew, hasPasskey } =
    useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const [typedName, setTypedName] = useState(name)
  const { token = '' } = useParams()
  const takesPassword = hasAccount || isNew
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
          onChange={(event) => setTypedName(event.currentTarget.value)}
          error={form.error('name')}
        />
        {takesPassword ? (
          <>
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
          </>
        ) : (
          <p>
            You have an account already, without a password.{' '}
            {hasPasskey ? 'Use its passkey, or choose' : 'Choose'} a password under{' '}
            <TextLink to={forgotPasswordPath()}>Forgotten your password?</TextLink>, then open this
            link again.
          </p>
        )}
      </Form>
      {isNew || hasPasskey ? (
        <PasskeyButton
          act={isNew ? 'make' : 'use'}
          label={isNew ? 'Join with a passkey instead of a password' : 'Join with your passkey'}
          className="w-full"
          challengePath={invitationPasskeyChallengePath(token)}
          answerPath={invitationPasskeyPath(token)}
          values={{ name: typedName }}
        />
      ) : null}
    </AuthLayout>
  )
}
