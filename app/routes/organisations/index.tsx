import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { newOrganisationPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { getFurtherOrganisations } from '~/services/organisations/further-organisations.server'
import { listOrganisationOverviews } from '~/services/organisations/list-organisation-overviews.server'
import { OrganisationCard } from '~/ui/access/organisation-card'
import { LinkButton } from '~/ui/primitives/button'
import { PageHeader } from '~/ui/primitives/page-header'

export const meta: MetaFunction = () => [{ title: 'Your organisations – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const { may } = await getFurtherOrganisations(actor)
  return { organisations: await listOrganisationOverviews(actor), may }
})

/** All organisations of an account beside each other, for somebody who looks after several clinics. */
export default function Organisations() {
  const { organisations, may } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Your organisations"
        description={
          organisations.length > 1
            ? 'Where help is needed most stands first. Each shows what you may see there.'
            : 'You belong to one organisation. Others appear here once you are invited to them with the same email address.'
        }
        actions={
          may.create ? (
            <LinkButton to={newOrganisationPath()} icon="plus">
              New organisation
            </LinkButton>
          ) : null
        }
      />
      <ul className="grid gap-4 md:grid-cols-2">
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <OrganisationCard organisation={organisation} />
          </li>
        ))}
      </ul>
    </>
  )
}
