import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { IdentityProviderItem } from '~/domain/access/identity-provider'
import { settingsTabs } from '~/domain/access/settings-tabs'
import { identityProviderPath, newIdentityProviderPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { listIdentityProviders } from '~/services/organisations/identity-providers.server'
import { RedirectUri } from '~/ui/access/redirect-uri'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { EmptyState } from '~/ui/primitives/empty-state'
import { PageHeader } from '~/ui/primitives/page-header'

export const meta: MetaFunction = () => [{ title: 'Single sign-on – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  return { ...(await listIdentityProviders(actor)), tabs: settingsTabs(actor) }
})

const columns: Column<IdentityProviderItem>[] = [
  {
    key: 'name',
    header: 'Provider',
    cell: (provider) => (
      <>
        {provider.name}
        <span className="block text-sm font-normal break-all text-muted">{provider.issuer}</span>
      </>
    ),
  },
  { key: 'domains', header: 'Email domains', cell: ({ domains }) => domains.join(', ') },
  {
    key: 'state',
    header: 'State',
    cell: ({ isDisabled }) =>
      isDisabled ? (
        <Badge tone="held" icon="cancelled">
          Off
        </Badge>
      ) : (
        <Badge tone="good" icon="check-circle">
          On
        </Badge>
      ),
  },
  { key: 'linked', header: 'People', align: 'end', cell: ({ linkedCount }) => linkedCount },
  {
    key: 'change',
    header: 'Change',
    isHeaderHidden: true,
    isTight: true,
    cell: ({ id, name }) => (
      <LinkButton to={identityProviderPath(id)} size="sm" icon="edit" aria-label={`Change ${name}`}>
        Change
      </LinkButton>
    ),
  },
]

export default function IdentityProviders() {
  const { providers, redirectUri, tabs } = useLoaderData<typeof loader>()
  const add = (
    <LinkButton to={newIdentityProviderPath()} icon="plus">
      Add a provider
    </LinkButton>
  )
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="single-sign-on" />
      <Section
        title="Single sign-on"
        description="People sign in with the account of their work, at a provider that speaks OpenID Connect: Microsoft Entra ID, Google Workspace, Okta, Keycloak and others."
        actions={providers.length > 0 ? add : undefined}
      >
        {providers.length > 0 ? (
          <Card isPadded={false}>
            <DataTable
              caption="Providers"
              columns={columns}
              rows={providers}
              rowKey={({ id }) => id}
            />
          </Card>
        ) : (
          <EmptyState title="No provider yet" action={add}>
            Register Wardround at your provider with the redirect address below, then add it here.
          </EmptyState>
        )}
      </Section>
      <Section title="At the provider">
        <RedirectUri address={redirectUri} />
      </Section>
    </>
  )
}
