import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CodeInput, safeReturnPath } from '~/domain/access/account-inputs'
import { secondStepPath, signInPath, tasksPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { clearCeremonyCookie } from '~/services/accounts/ceremonies.server'
import { findSecondStep, takeSecondStep } from '~/services/accounts/second-step.server'
import { endSession } from '~/services/accounts/sessions.server'
import { CodeField } from '~/ui/account/code-field'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'
import { PasskeySecondStep } from '~/ui/passkeys/passkey-second-step'

export const meta: MetaFunction = () => [{ title: 'Second step – Wardround' }]

const wantsRecoveryCode = (request: Request) =>
  new URL(request.url).searchParams.get('with') === 'recovery-code'

export const loader = door(async ({ request }) => {
  const step = await findSecondStep(request.headers.get('Cookie'))
  if (!step) throw redirect(signInPath())
  // Without an app, its codes are no way; recovery codes stand in for passkeys as well.
  return { ...step, isRecovery: wantsRecoveryCode(request) && step.hasRecoveryCodes }
})

export const action = door(async ({ request }) => {
  const form = await parseForm(request, CodeInput)
  if (!form.ok) return form.reply()
  const cookies = request.headers.get('Cookie')
  const input = { code: form.value.code, isRecoveryCode: wantsRecoveryCode(request) }
  const { cookie, to } = await takeSecondStep(cookies, input, requestContext())
  await endSession(cookies)
  const headers = new Headers()
  headers.append('Set-Cookie', clearCeremonyCookie('second-step'))
  headers.append('Set-Cookie', cookie)
  return redirect(safeReturnPath(to, tasksPath()), { headers })
})

export default function SecondStep() {
  const { hasAuthenticator, hasRecoveryCodes, isRecovery, hasPasskey } =
    useLoaderData<typeof loader>()
  return (
    <AuthLayout
      title="Second step"
      description="Your password is right. One thing more shows that it is you."
      footer={<TextLink to={signInPath()}>Start again</TextLink>}
    >
      {hasPasskey ? <PasskeySecondStep /> : null}
      {hasAuthenticator && !isRecovery ? <AppCode /> : null}
      {isRecovery ? <RecoveryCode /> : null}
      {isRecovery ? (
        <p className="text-sm">
          <TextLink to={secondStepPath()}>Back to the other ways</TextLink>
        </p>
      ) : hasRecoveryCodes ? (
        <p className="text-sm">
          No phone at hand?{' '}
          <TextLink to={secondStepPath({ with: 'recovery-code' })}>Use a recovery code</TextLink>
        </p>
      ) : (
        <p className="text-sm text-muted">
          Lost it, and no recovery code? Ask whoever runs this installation.
        </p>
      )}
    </AuthLayout>
  )
}

function AppCode() {
  const form = formResult(useActionData<typeof action>())
  return (
    <Form method="post" action={secondStepPath()} className="grid gap-4">
      <FormError error={form.errors} />
      <CodeField
        name="code"
        hint="Six digits, new every half minute."
        required
        error={form.error('code')}
      />
      <SubmitButton pendingText="Signing in…">Sign in</SubmitButton>
    </Form>
  )
}

function RecoveryCode() {
  const form = formResult(useActionData<typeof action>())
  return (
    <Form method="post" action={secondStepPath({ with: 'recovery-code' })} className="grid gap-4">
      <FormError error={form.errors} />
      <TextInput
        name="code"
        label="Recovery code"
        hint="One of those you printed or kept; each works once. Capitals and gaps do not matter."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        className="font-mono"
        required
        error={form.error('code')}
      />
      <SubmitButton pendingText="Signing in…">Sign in</SubmitButton>
    </Form>
  )
}
