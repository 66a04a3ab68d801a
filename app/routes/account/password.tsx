import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ChangePasswordInput } from '~/domain/access/account-inputs'
import { accountPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getAccountFactors } from '~/services/accounts/account-factors.server'
import { changePassword } from '~/services/accounts/change-password.server'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Change your password – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { hasPassword } = await getAccountFactors(actor.accountId)
  return { hasPassword, email: actor.email }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, ChangePasswordInput)
  if (!form.ok) return form.reply()
  const cookie = await changePassword(actor, form.value)
  return redirectWithToast(
    accountPath(),
    'Your new password is set. Other devices are signed out.',
    { headers: cookie ? [['Set-Cookie', cookie]] : [] },
  )
})

export default function Password() {
  const { hasPassword, email } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title={hasPassword ? 'Change your password' : 'Choose a password'}
        breadcrumbs={[{ label: 'Your account', to: accountPath() }]}
      />
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {hasPassword ? (
          <TextInput
            name="currentPassword"
            type="password"
            label="Current password"
            autoComplete="current-password"
            required
            error={form.error('currentPassword')}
          />
        ) : null}
        <TextInput
          name="password"
          type="password"
          label="New password"
          hint="At least 12 characters. Three or four words that have nothing to do with each other are easy to remember."
          autoComplete="new-password"
          required
          minLength={12}
          error={form.error('password')}
        />
        <div>
          <SubmitButton>{hasPassword ? 'Change it' : 'Set it'}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
