import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ProfileInput } from '~/domain/access/account-inputs'
import { listTimeZones } from '~/domain/calendar/time-zone'
import { accountPath, accountPasswordPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { changeProfile, getProfile } from '~/services/accounts/change-profile.server'
import { LinkButton } from '~/ui/primitives/button'
import { Section } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Your account – Wardround' }]

export const loader = door(async (args) => {
  const profile = await getProfile(await requireActor(args))
  return { ...profile, timeZones: [...listTimeZones()] }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, ProfileInput)
  if (!form.ok) return form.reply()
  await changeProfile(actor, form.value)
  return redirectWithToast(accountPath(), 'Saved')
})

export default function Account() {
  const { name, email, timeZone, organisationTimeZone, timeZones } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader title="Your account" description={`You sign in with ${email}.`} />
      <Section title="Profile">
        <Form method="post" className="grid max-w-md gap-4">
          <FormError error={form.errors} />
          <TextInput
            name="name"
            label="Name"
            required
            autoComplete="name"
            defaultValue={form.value('name', name)}
            error={form.error('name')}
          />
          <Select
            name="timeZone"
            label="Time zone"
            hint="Your reminders go out at 08:00 of this zone."
            placeholder={`As the organisation (${organisationTimeZone})`}
            defaultValue={form.value('timeZone', timeZone ?? '')}
            options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            error={form.error('timeZone')}
          />
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </Section>
      <Section title="Password" description="Changing it signs you out on every other device.">
        <LinkButton to={accountPasswordPath()}>Change your password</LinkButton>
      </Section>
    </>
  )
}
