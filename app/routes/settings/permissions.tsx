import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ensureCan } from '~/domain/access/can'
import { describeMatrix } from '~/domain/access/describe-matrix'
import { settingsTabs } from '~/domain/access/settings-tabs'
import { settingsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { MatrixTable } from '~/ui/access/matrix-table'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Card, Section } from '~/ui/primitives/card'
import { PageHeader } from '~/ui/primitives/page-header'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Permissions – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  ensureCan(actor, 'organisation:edit')
  return { tabs: settingsTabs(actor), groups: describeMatrix() }
})

export default function Permissions() {
  const { tabs, groups } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="permissions" />
      <Section
        title="What each permission role may do"
        description={
          <>
            Made from the table that every page and every action asks. “What is theirs” means the
            tasks they answer for and the reviews they chair. Which plans members see is set under{' '}
            <TextLink to={settingsPath()}>Organisation</TextLink>.
          </>
        }
      >
        <div className="grid gap-5">
          {groups.map((group) => (
            <Card key={group.label} isPadded={false} className="matrix">
              <MatrixTable group={group} />
            </Card>
          ))}
        </div>
      </Section>
    </>
  )
}
