import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { NewOrganisationInput } from '~/domain/access/organisation-views'
import { listTimeZones } from '~/domain/calendar/time-zone'
import { Forbidden } from '~/domain/shared/errors'
import { newOrganisationPath, organisationsPath, tasksPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import {
  createFurtherOrganisation,
  getFurtherOrganisations,
} from '~/services/organisations/further-organisations.server'
import { switchOrganisation } from '~/services/organisations/switch-organisation.server'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'New organisation – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { may } = await getFurtherOrganisations(actor)
  if (!may.create) throw new Forbidden('Your role does not allow this, or this installation.')
  return { timeZone: actor.timeZone, timeZones: [...listTimeZones()] }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, NewOrganisationInput)
  if (!form.ok) return form.reply()
  const organisationId = await createFurtherOrganisation(actor, form.value)
  await switchOrganisation(actor, organisationId)
  return redirectWithToast(tasksPath(), `${form.value.organisationName} is set up`)
})

export default function NewOrganisation() {
  const { timeZone, timeZones } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="New organisation"
        description="You become its first administrator. It shares nothing with your other organisations but your sign-in."
        breadcrumbs={[{ label: 'Your organisations', to: organisationsPath() }]}
      />
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <TextInput
          name="organisationName"
          label="Name"
          required
          maxLength={120}
          autoComplete="organization"
          defaultValue={form.value('organisationName')}
          error={form.error('organisationName')}
        />
        <Select
          name="timeZone"
          label="Time zone"
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={form.value('timeZone', timeZone)}
          error={form.error('timeZone')}
        />
        <div>
          <SubmitButton action={newOrganisationPath()} pendingText="Setting up…">
            Set up
          </SubmitButton>
        </div>
      </Form>
    </>
  )
}
