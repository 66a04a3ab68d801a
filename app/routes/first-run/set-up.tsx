import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SetUpInput } from '~/domain/access/account-inputs'
import { listTimeZones } from '~/domain/calendar/time-zone'
import { homePath, tasksPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requestContext } from '~/http/request-context.server'
import { redirectWithToast } from '~/http/toast.server'
import { proposedTimeZone } from '~/services/organisations/proposed-time-zone.server'
import { installationState } from '~/services/organisations/installation.server'
import { setUpOrganisation } from '~/services/organisations/set-up-organisation.server'
import { AuthLayout } from '~/ui/layout/auth-layout'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select, TextInput } from '~/ui/primitives/inputs'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Set up your organisation – Wardround' }]

export const loader = door(async ({ request }) => {
  if ((await installationState()) !== 'empty') throw redirect(homePath())
  const token = new URL(request.url).searchParams.get('token')
  return {
    token,
    needsToken: !requestContext().isLocal && !token,
    timeZone: proposedTimeZone(),
    timeZones: [...listTimeZones()],
  }
})

export const action = door(async ({ request }) => {
  const form = await parseForm(request, SetUpInput)
  if (!form.ok) return form.reply()
  const cookie = await setUpOrganisation(form.value, requestContext())
  return redirectWithToast(tasksPath(), `${form.value.organisationName} is set up. Welcome!`, {
    headers: [['Set-Cookie', cookie]],
  })
})

export default function SetUp() {
  const { token, needsToken, timeZone, timeZones } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <AuthLayout
      title="Set up your organisation"
      description="You become its first administrator. Everything here can be changed later."
    >
      <Form method="post" className="grid gap-4">
        <FormError error={form.errors} />
        {needsToken ? (
          <TextInput
            name="token"
            label="Set-up code"
            hint="It stands at the end of the set-up link in the server’s log."
            required
            autoComplete="off"
            error={form.error('token')}
          />
        ) : (
          <input type="hidden" name="token" value={token ?? ''} />
        )}
        <TextInput
          name="organisationName"
          label="Name of your clinic or organisation"
          required
          autoComplete="organization"
          defaultValue={form.value('organisationName')}
          error={form.error('organisationName')}
        />
        <Select
          name="timeZone"
          label="Time zone"
          hint="Reminders go out at 08:00 of this zone on working days."
          required
          defaultValue={form.value('timeZone', timeZone)}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          error={form.error('timeZone')}
        />
        <TextInput
          name="name"
          label="Your name"
          required
          autoComplete="name"
          defaultValue={form.value('name')}
          error={form.error('name')}
        />
        <TextInput
          name="email"
          type="email"
          label="Your email"
          required
          autoComplete="username"
          defaultValue={form.value('email')}
          error={form.error('email')}
        />
        <TextInput
          name="password"
          type="password"
          label="Password"
          hint="At least 12 characters. A sentence is easier to remember than a riddle."
          required
          minLength={12}
          autoComplete="new-password"
          error={form.error('password')}
        />
        <SubmitButton pendingText="Setting up…">Set up</SubmitButton>
      </Form>
    </AuthLayout>
  )
}
