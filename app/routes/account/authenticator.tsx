import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CodeInput } from '~/domain/access/account-inputs'
import { accountPath, authenticatorPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireEnrollingActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getAccountFactors } from '~/services/accounts/account-factors.server'
import { confirmAuthenticator, openEnrolment } from '~/services/accounts/authenticators.server'
import { CodeField } from '~/ui/account/code-field'
import { QrCode } from '~/ui/account/qr-code'
import { RecoveryCodesSheet } from '~/ui/account/recovery-codes-sheet'
import { LinkButton } from '~/ui/primitives/button'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Authenticator app – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireEnrollingActor(args)
  const { hasAuthenticator } = await getAccountFactors(actor.accountId)
  // After the confirmation the page is made once more, to show the recovery codes.
  const enrolment = hasAuthenticator ? null : await openEnrolment(actor)
  return { enrolment, email: actor.email }
})

export const action = door(async (args) => {
  const actor = await requireEnrollingActor(args)
  const form = await parseForm(args.request, CodeInput)
  if (!form.ok) return form.reply()
  const { cookie, codes } = await confirmAuthenticator(actor, form.value.code)
  const headers: [string, string][] = cookie ? [['Set-Cookie', cookie]] : []
  if (codes) return data({ codes }, { headers })
  return redirectWithToast(accountPath(), 'The app is asked for from your next sign-in on.', {
    headers,
  })
})

export default function Authenticator() {
  const { enrolment, email } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const codes = result && 'codes' in result ? (result as { codes: string[] }).codes : null
  return (
    <>
      <PageHeader
        title={codes ? 'Your recovery codes' : 'Authenticator app'}
        description={
          codes ? 'The app is set up, and asked for from your next sign-in on.' : undefined
        }
        breadcrumbs={[{ label: 'Your account', to: accountPath() }]}
      />
      {codes ? (
        <RecoveryCodesSheet codes={codes} email={email} doneTo={accountPath()} />
      ) : enrolment ? (
        <Enrolment />
      ) : (
        <>
          <p className="max-w-prose">Your account has an authenticator app.</p>
          <p className="mt-4">
            <LinkButton to={accountPath()}>Back to your account</LinkButton>
          </p>
        </>
      )}
    </>
  )
}

function Enrolment() {
  const { enrolment } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  if (!enrolment) return null
  return (
    <ol className="grid max-w-xl list-decimal gap-6 pl-5 marker:font-semibold">
      <li>
        <p>
          Open an authenticator app on your phone, such as the one of your organisation, Aegis,
          2FAS, or Google or Microsoft Authenticator.
        </p>
      </li>
      <li>
        <p className="mb-3">Let the app scan this code.</p>
        <QrCode label="QR code for the authenticator app" {...enrolment.qr} />
        <p className="mt-3 text-sm text-muted">
          Without a camera, type this key into the app:{' '}
          <code className="font-mono text-base break-words text-ink">{enrolment.key}</code>
          <br />
          On the phone itself:{' '}
          <a className="link" href={enrolment.url}>
            open it in the app
          </a>
          .
        </p>
      </li>
      <li>
        <Form method="post" className="grid max-w-xs gap-4">
          <FormError error={form.errors} />
          <CodeField
            name="code"
            label="Enter the code that the app shows"
            required
            error={form.error('code')}
          />
          <div>
            <SubmitButton action={authenticatorPath()}>Confirm</SubmitButton>
          </div>
        </Form>
      </li>
    </ol>
  )
}
