import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { RolePeopleChoice, RolePeopleInput } from '~/domain/access/owner-roles'
import {
  ownerRolePath,
  ownerRolePeoplePath,
  ownerRolesPath,
  settingsPath,
} from '~/domain/shared/paths'
import { Invalid } from '~/domain/shared/errors'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import {
  changeRolePeople,
  previewRolePeople,
} from '~/services/organisations/change-role-people.server'
import { openTasks, TaskMoves } from '~/ui/people/task-moves'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { DescriptionList } from '~/ui/primitives/description-list'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Who holds ${data?.name ?? 'the role'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  const choice = RolePeopleChoice.safeParse({ holderId: '', backupId: '', ...query })
  if (!choice.success) {
    throw new Invalid('no-such-person', 'Choose the people on the page of the owner role.')
  }
  const { ownerRoleId = '' } = args.params
  return previewRolePeople(actor, { ...choice.data, ownerRoleId })
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { ownerRoleId = '' } = args.params
  const form = await parseForm(args.request, RolePeopleInput)
  if (!form.ok) return form.reply()
  const { movedCount } = await changeRolePeople(actor, { ...form.value, ownerRoleId })
  const moved = movedCount === 0 ? '' : `; ${openTasks(movedCount)} moved`
  return redirectWithToast(ownerRolePath(ownerRoleId), `The role is given${moved}`)
})

export default function OwnerRolePeople() {
  const preview = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const { id, name, holderId, backupId, holderName, backupName, moves, today } = preview
  const path = ownerRolePeoplePath(id, { holderId, backupId })
  const error = form.errors ?? form.error('holderId') ?? form.error('backupId')
  return (
    <>
      <PageHeader
        title={`Who holds ${name}`}
        breadcrumbs={[
          { label: 'Settings', to: settingsPath() },
          { label: 'Owner roles', to: ownerRolesPath() },
          { label: name, to: ownerRolePath(id) },
        ]}
        description="Nothing is changed yet."
      />
      <Card>
        <DescriptionList
          items={[
            { term: 'Holder', value: holderName ?? 'Nobody' },
            { term: 'Backup', value: backupName ?? 'Nobody' },
          ]}
        />
      </Card>
      {preview.obstacle ? (
        <Callout tone="warn" title="This cannot be done">
          {preview.obstacle}
        </Callout>
      ) : (
        <Section title="What moves">
          <TaskMoves moves={moves} today={today} />
        </Section>
      )}
      <Form method="post" action={path} className="mt-4 grid gap-4">
        <FormError error={error} />
        <input type="hidden" name="version" value={preview.version} />
        <input type="hidden" name="seen" value={preview.seen} />
        <input type="hidden" name="holderId" value={holderId ?? ''} />
        <input type="hidden" name="backupId" value={backupId ?? ''} />
        <div className="flex flex-wrap gap-2">
          {preview.obstacle || preview.isSame ? null : (
            <SubmitButton>
              {moves.total > 0
                ? `Give the role and move ${openTasks(moves.total)}`
                : 'Give the role'}
            </SubmitButton>
          )}
          <LinkButton to={ownerRolePath(id)} variant="quiet">
            {preview.isSame ? 'They hold it already; go back' : 'Choose somebody else'}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
