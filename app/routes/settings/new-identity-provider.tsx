import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { NewIdentityProviderInput } from '~/domain/access/identity-provider'
import { identityProviderPath, identityProvidersPath, settingsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import {
  addIdentityProvider,
  listIdentityProviders,
} from '~/services/organisations/identity-providers.server'
import { IdentityProviderFields } from '~/ui/access/identity-provider-fields'
import { RedirectUri } from '~/ui/access/redirect-uri'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Add a provider – Wardround' }]

export const loader = door(async (args) => {
  const { redirectUri } = await listIdentityProviders(await requireActor(args))
  return { redirectUri }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, NewIdentityProviderInput)
  if (!form.ok) return form.reply()
  const providerId = await addIdentityProvider(actor, form.value)
  return redirectWithToast(
    identityProviderPath(providerId),
    'Provider added. Test the connection before you tell people.',
  )
})

export default function NewIdentityProvider() {
  const { redirectUri } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Add a provider"
        breadcrumbs={[
          { label: 'Settings', to: settingsPath() },
          { label: 'Single sign-on', to: identityProvidersPath() },
        ]}
      />
      <Form method="post" className="grid max-w-2xl gap-4">
        <FormError error={form.errors} />
        <RedirectUri address={redirectUri} />
        <TextInput
          name="name"
          label="Name"
          hint="As people know it, such as “Clinic account”. They choose by it."
          required
          maxLength={60}
          defaultValue={form.value('name')}
          error={form.error('name')}
        />
        <TextInput
          name="issuer"
          type="url"
          label="Issuer"
          hint="Its address, as the provider writes it; it cannot be changed later."
          placeholder="https://login.clinic.example"
          required
          maxLength={500}
          defaultValue={form.value('issuer')}
          error={form.error('issuer')}
        />
        <IdentityProviderFields form={form} />
        <div>
          <SubmitButton>Add</SubmitButton>
        </div>
      </Form>
    </>
  )
}
