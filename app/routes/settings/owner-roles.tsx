import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { NewOwnerRoleInput, type OwnerRoleItem } from '~/domain/access/owner-roles'
import { settingsTabs } from '~/domain/access/settings-tabs'
import { ownerRolePath, ownerRolesPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { addOwnerRole } from '~/services/organisations/add-owner-role.server'
import { listOwnerRoles } from '~/services/organisations/list-owner-roles.server'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Badge } from '~/ui/primitives/badge'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction = () => [{ title: 'Owner roles – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  return { ...(await listOwnerRoles(actor)), tabs: settingsTabs(actor) }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, NewOwnerRoleInput)
  if (!form.ok) return form.reply()
  const ownerRoleId = await addOwnerRole(actor, form.value)
  return redirectWithToast(ownerRolePath(ownerRoleId), 'Owner role added. Who holds it?')
})

const columns: Column<OwnerRoleItem>[] = [
  {
    key: 'name',
    header: 'Owner role',
    cell: (role) => (
      <>
        {role.name}
        {role.aliases.length > 0 ? (
          <span className="block text-sm font-normal text-muted">
            also {role.aliases.join(', ')}
          </span>
        ) : null}
      </>
    ),
  },
  {
    key: 'holder',
    header: 'Holder',
    cell: (role) =>
      role.holderName ?? (
        <Badge tone="warn" icon="warning">
          Nobody
        </Badge>
      ),
  },
  { key: 'backup', header: 'Backup', cell: (role) => role.backupName },
  { key: 'tasks', header: 'Open tasks', align: 'end', cell: (role) => role.followingTaskCount },
]

const change: Column<OwnerRoleItem> = {
  key: 'change',
  header: 'Change',
  isHeaderHidden: true,
  isTight: true,
  cell: (role) => (
    <LinkButton
      to={ownerRolePath(role.id)}
      size="sm"
      icon="edit"
      aria-label={`Change ${role.name}`}
    >
      Change
    </LinkButton>
  ),
}

/** Everybody may see who held a role when. */
const look: Column<OwnerRoleItem> = {
  ...change,
  header: 'Look',
  cell: (role) => (
    <LinkButton to={ownerRolePath(role.id)} size="sm" aria-label={`Look at ${role.name}`}>
      Look
    </LinkButton>
  ),
}

export default function OwnerRoles() {
  const { roles, may, tabs } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="owner-roles" />
      <Section
        title="Owner roles"
        description="Tasks belong to an office and follow whoever holds it. Guides may call it by its other names."
      >
        <Card isPadded={false}>
          <DataTable
            caption="Owner roles"
            columns={[...columns, may.edit ? change : look]}
            rows={roles}
            rowKey={(role) => role.id}
          />
        </Card>
      </Section>
      {may.edit ? <NewOwnerRole /> : null}
    </>
  )
}

function NewOwnerRole() {
  const form = formResult(useActionData<typeof action>())
  return (
    <Section title="Add an owner role">
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <TextInput
          name="name"
          label="Name"
          required
          maxLength={80}
          defaultValue={form.value('name')}
          error={form.error('name')}
        />
        <TextInput
          name="aliases"
          label="Other names"
          hint="As guides may call it, apart by commas."
          isOptional
          defaultValue={form.value('aliases')}
          error={form.error('aliases')}
        />
        <div>
          <SubmitButton action={ownerRolesPath()} variant="secondary" icon="plus">
            Add
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
