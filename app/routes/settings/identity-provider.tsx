import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { IdentityProviderInput, type IdentityProviderView } from '~/domain/access/identity-provider'
import {
  identityProviderConnectionPath,
  identityProviderDisabledPath,
  identityProviderEnabledPath,
  identityProviderPath,
  identityProvidersPath,
  identityUnlinkPath,
  settingsPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import {
  editIdentityProvider,
  getIdentityProvider,
} from '~/services/organisations/identity-providers.server'
import { IdentityProviderFields } from '~/ui/access/identity-provider-fields'
import { RedirectUri } from '~/ui/access/redirect-uri'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Provider'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const provider = await getIdentityProvider(actor, args.params.providerId ?? '')
  return { ...provider, timeZone: actor.timeZone }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { providerId = '' } = args.params
  const form = await parseForm(args.request, IdentityProviderInput)
  if (!form.ok) return form.reply()
  const isChanged = await editIdentityProvider(actor, { ...form.value, providerId })
  return redirectWithToast(
    identityProviderPath(providerId),
    isChanged ? 'Provider saved' : 'Nothing to change',
  )
})

export default function IdentityProvider() {
  const provider = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title={provider.name}
        breadcrumbs={[
          { label: 'Settings', to: settingsPath() },
          { label: 'Single sign-on', to: identityProvidersPath() },
        ]}
      />
      {provider.isDisabled ? (
        <Callout tone="warn" title="Switched off">
          <p>Nobody can sign in through it.</p>
        </Callout>
      ) : null}
      <Connection provider={provider} redirectUri={provider.redirectUri} />
      <Section title="Details">
        <Form method="post" className="grid max-w-2xl gap-4">
          <FormError error={form.errors} />
          <input type="hidden" name="version" value={provider.version} />
          <TextInput
            name="name"
            label="Name"
            required
            maxLength={60}
            defaultValue={form.value('name', provider.name)}
            error={form.error('name')}
          />
          <IdentityProviderFields form={form} provider={provider} />
          <div>
            <SubmitButton action={identityProviderPath(provider.id)}>Save</SubmitButton>
          </div>
        </Form>
      </Section>
      <Linked provider={provider} timeZone={provider.timeZone} />
      <Switch provider={provider} />
    </>
  )
}

function Connection({
  provider: { id, issuer },
  redirectUri,
}: {
  provider: IdentityProviderView
  redirectUri: string
}) {
  return (
    <Section title="Connection">
      <div className="grid gap-4">
        <p className="break-all">
          <span className="field-label block">Issuer</span>
          {issuer}
        </p>
        <RedirectUri address={redirectUri} />
        <Form method="post" action={identityProviderConnectionPath(id)}>
          <SubmitButton
            action={identityProviderConnectionPath(id)}
            variant="secondary"
            pendingText="Asking the provider…"
          >
            Test the connection
          </SubmitButton>
        </Form>
      </div>
    </Section>
  )
}

type LinkedPerson = IdentityProviderView['linked'][number]

function Linked({ provider, timeZone }: { provider: IdentityProviderView; timeZone: string }) {
  const columns: Column<LinkedPerson>[] = [
    { key: 'name', header: 'Person', cell: ({ name }) => name },
    {
      key: 'email',
      header: 'At the provider',
      cell: ({ email }) => <span className="break-all">{email}</span>,
    },
    {
      key: 'used',
      header: 'Last sign-in',
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <Instant at={lastUsedAt} timeZone={timeZone} /> : null,
    },
    {
      key: 'unlink',
      header: 'Unlink',
      isHeaderHidden: true,
      isTight: true,
      cell: ({ identityId, name }) => {
        const action = identityUnlinkPath(provider.id, identityId)
        return (
          <Form method="post" action={action}>
            <SubmitButton action={action} variant="quiet" size="sm" aria-label={`Unlink ${name}`}>
              Unlink
            </SubmitButton>
          </Form>
        )
      },
    },
  ]
  return (
    <Section
      title="People"
      description="Who has signed in through it. Somebody unlinked is signed out, and found by their email address when they come again."
    >
      <Card isPadded={false}>
        <DataTable
          caption="People who signed in through it"
          columns={columns}
          rows={provider.linked}
          rowKey={({ identityId }) => identityId}
          empty="Nobody yet."
        />
      </Card>
    </Section>
  )
}

function Switch({ provider: { id, isDisabled } }: { provider: IdentityProviderView }) {
  const action = isDisabled ? identityProviderEnabledPath(id) : identityProviderDisabledPath(id)
  return (
    <Section
      title={isDisabled ? 'Switch on' : 'Switch off'}
      description={
        isDisabled
          ? 'People can sign in through it again; whom it knew it still knows.'
          : 'Nobody can sign in through it any more, and everybody who did is signed out at once. It can be switched on again.'
      }
    >
      <Form method="post" action={action}>
        <SubmitButton action={action} variant={isDisabled ? 'secondary' : 'danger'}>
          {isDisabled ? 'Switch on' : 'Switch off'}
        </SubmitButton>
      </Form>
    </Section>
  )
}
