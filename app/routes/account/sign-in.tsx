import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SignInInput, safeReturnPath } from '~/domain/access/account-inputs'
import {
  forgotPasswordPath,
  homePath,
  secondStepPath,
  singleSignOnPath,
  tasksPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { findActor } from '~/http/require-actor.server'
import { endSession } from '~/services/accounts/sessions.server'
import { signIn } from '~/services/accounts/sign-in.server'
import { installationState } from '~/services/organisations/installation.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { PasskeySignIn } from '~/ui/passkeys/passkey-sign-in'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Sign in – Wardround' }]

export const loader = door(async ({ request }) => {
  const to = safeReturnPath(new URL(request.url).searchParams.get('to'), tasksPath())
  if (await findActor({ request })) throw redirect(to)
  if ((await installationState()) !== 'ready') throw redirect(homePath())
  return { to }
})

export const action = door(async ({ request }) => {
  const form = await parseForm(request, SignInInput)
  if (!form.ok) return form.reply()
  const { step, cookie } = await signIn(form.value, requestContext())
  // Whatever session this browser had ends: the new one has nothing of it.
  await endSession(request.headers.get('Cookie'))
  const to = safeReturnPath(form.value.to, tasksPath())
  const next = step === 'second-factor' ? secondStepPath() : to
  return redirect(next, { headers: { 'Set-Cookie': cookie } })
})

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <AuthLayout
      title="Sign in"
      footer={<TextLink to={singleSignOnPath({ to })}>Single sign-on</TextLink>}
    >
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          type="email"
          label="Email"
          autoComplete="username webauthn"
          required

          defaultValue={form.value('email')}
          error={form.error('email')}
        />
        <TextInput
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
          error={form.error('password')}
        />
        <SubmitButton pendingText="Signing in…">Sign in</SubmitButton>
        <p className="text-sm">
          <TextLink to={forgotPasswordPath()}>Forgotten your password?</TextLink>
        </p>
      </Form>
      <PasskeySignIn to={to} />
    </AuthLayout>
  )
}
