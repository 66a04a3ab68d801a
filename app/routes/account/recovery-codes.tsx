import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { accountPath, recoveryCodesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { sessionOf } from '~/http/request-context.server'
import { getAccountPage } from '~/services/accounts/get-account-page.server'
import { renewRecoveryCodes } from '~/services/accounts/recovery-codes.server'
import { RecoveryCodesSheet } from '~/ui/account/recovery-codes-sheet'
import { LinkButton } from '~/ui/primitives/button'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Recovery codes – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { session } = await sessionOf(args.request)
  const page = await getAccountPage(actor, session?.duty ?? { state: 'fine' })
  const { recoveryCodesLeft, email, hasAuthenticator, passkeyCount } = page
  return { recoveryCodesLeft, email, hasFactor: hasAuthenticator || passkeyCount > 0 }
})

export const action = door(async (args) => {
  const { codes, cookie } = await renewRecoveryCodes(await requireActor(args))
  return data({ codes }, { headers: cookie ? { 'Set-Cookie': cookie } : {} })
})

export default function RecoveryCodes() {
  const { email } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        title={result ? 'Your recovery codes' : 'Recovery codes'}
        description={result ? 'The earlier ones no longer work.' : undefined}
        breadcrumbs={[{ label: 'Your account', to: accountPath() }]}
      />
      {result ? (
        <RecoveryCodesSheet codes={result.codes} email={email} doneTo={accountPath()} />
      ) : (
        <Renewal />
      )}
    </>
  )
}

function Renewal() {
  const { recoveryCodesLeft, hasFactor } = useLoaderData<typeof loader>()
  if (!hasFactor) {
    return (
      <>
        <p className="max-w-prose">
          Recovery codes stand in for a second factor, and your account has none yet.
        </p>
        <p className="mt-4">
          <LinkButton to={accountPath()}>Back to your account</LinkButton>
        </p>
      </>
    )
  }
  return (
    <>
      <p className="max-w-prose">
        {recoveryCodesLeft === 0
          ? 'You have no recovery code left.'
          : `You have ${recoveryCodesLeft} recovery ${recoveryCodesLeft === 1 ? 'code' : 'codes'} left. They cannot be shown again.`}{' '}
        Making new ones voids the old and signs you out on every other device.
      </p>
      <Form method="post" className="mt-4 flex flex-wrap gap-2">
        <SubmitButton action={recoveryCodesPath()}>Make new codes</SubmitButton>
        <LinkButton to={accountPath()} variant="quiet">
          Keep the old ones
        </LinkButton>
      </Form>
    </>
  )
}
