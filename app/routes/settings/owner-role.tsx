import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { OwnerRoleInput } from '~/domain/access/owner-roles'
import { ownerRolesPath, settingsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editOwnerRole } from '~/services/organisations/edit-owner-role.server'
import { getOwnerRole } from '~/services/organisations/list-owner-roles.server'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select, TextInput } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { personOptions } from '~/ui/reviews/decision-fields'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Owner role'} – Wardround` },
]

export const loader = door(async (args) =>
  getOwnerRole(await requireActor(args), args.params.ownerRoleId ?? ''),
)

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { ownerRoleId = '' } = args.params
  const form = await parseForm(args.request, OwnerRoleInput)
  if (!form.ok) return form.reply()
  const { movedCount } = await editOwnerRole(actor, { ...form.value, ownerRoleId })
  const moved = movedCount === 0 ? '' : `; ${openTasks(movedCount)} moved`
  return redirectWithToast(ownerRolesPath(), `Owner role saved${moved}`)
})

const openTasks = (n: number) => `${n} open ${n === 1 ? 'task' : 'tasks'}`

export default function OwnerRole() {
  const role = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const count = role.followingTaskCount
  return (
    <>
      <PageHeader
        title={role.name}
        breadcrumbs={[
          { label: 'Settings', to: settingsPath() },
          { label: 'Owner roles', to: ownerRolesPath() },
        ]}
      />
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="version" value={role.version} />
        <TextInput
          name="name"
          label="Name"
          required
          maxLength={80}
          defaultValue={form.value('name', role.name)}
          error={form.error('name')}
        />
        <TextInput
          name="aliases"
          label="Other names"
          hint="As guides may call it, apart by commas."
          isOptional
          defaultValue={form.value('aliases', role.aliases.join(', '))}
          error={form.error('aliases')}
        />
        {count > 0 ? (
          <Callout>
            {openTasks(count)} {count === 1 ? 'follows' : 'follow'} this role. With another holder,{' '}
            {count === 1 ? 'it goes' : 'they go'} to that person, who is told by email; tasks that
            somebody was named for personally stay.
          </Callout>
        ) : null}
        <Select
          name="holderId"
          label="Holder"
          placeholder="Nobody"
          options={personOptions(role.people)}
          defaultValue={form.value('holderId', role.holderId)}
          error={form.error('holderId')}
        />
        <Select
          name="backupId"
          label="Backup"
          hint="Answers where there is no holder."
          isOptional
          placeholder="Nobody"
          options={personOptions(role.people)}
          defaultValue={form.value('backupId', role.backupId)}
          error={form.error('backupId')}
        />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </>
  )
}
