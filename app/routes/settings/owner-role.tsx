import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { OwnerRoleInput, type Tenure } from '~/domain/access/owner-roles'
import {
  ownerRolePath,
  ownerRolePeoplePath,
  ownerRolesPath,
  settingsPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editOwnerRole } from '~/services/organisations/edit-owner-role.server'
import { getOwnerRole } from '~/services/organisations/list-owner-roles.server'
import { StandInWords } from '~/ui/people/stand-in-words'
import { openTasks } from '~/ui/people/task-moves'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { DescriptionList } from '~/ui/primitives/description-list'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select, TextInput } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'
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
  await editOwnerRole(actor, { ...form.value, ownerRoleId })
  return redirectWithToast(ownerRolePath(ownerRoleId), 'Owner role saved')
})

export default function OwnerRole() {
  const role = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={role.name}
        breadcrumbs={[
          { label: 'Settings', to: settingsPath() },
          { label: 'Owner roles', to: ownerRolesPath() },
        ]}
      />
      {role.standIn ? (
        <Callout tone="info">
          <StandInWords standIn={role.standIn} today={role.today} />
        </Callout>
      ) : null}
      {role.may.edit ? <PeopleForm /> : <People />}
      {role.may.edit ? <NameForm /> : null}
      <History />
    </>
  )
}

function People() {
  const { holderName, backupName, followingTaskCount } = useLoaderData<typeof loader>()
  return (
    <Card>
      <DescriptionList
        items={[
          { term: 'Holder', value: holderName ?? 'Nobody' },
          { term: 'Backup', value: backupName ?? 'Nobody' },
          { term: 'Open tasks', value: String(followingTaskCount) },
        ]}
      />
    </Card>
  )
}

/** Leads to the page that shows what would move; nothing is changed before that was seen. */
function PeopleForm() {
  const role = useLoaderData<typeof loader>()
  const count = role.followingTaskCount
  return (
    <Section
      title="Who holds it"
      description={
        count > 0
          ? `${openTasks(count)} ${count === 1 ? 'follows' : 'follow'} this role. You see what moves, and who is told, before anything does.`
          : 'No open task follows this role now.'
      }
    >
      <Form action={ownerRolePeoplePath(role.id)} className="grid max-w-md gap-4">
        <Select
          name="holderId"
          label="Holder"
          placeholder="Nobody"
          options={personOptions(role.people)}
          defaultValue={role.holderId ?? ''}
        />
        <Select
          name="backupId"
          label="Backup"
          hint="Answers where there is no holder, and while the holder is away."
          isOptional
          placeholder="Nobody"
          options={personOptions(role.people)}
          defaultValue={role.backupId ?? ''}
        />
        <div>
          <SubmitButton>Show what moves</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function NameForm() {
  const role = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Section title="What it is called">
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
        <div>
          <SubmitButton action={ownerRolePath(role.id)} variant="secondary">
            Save the names
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function History() {
  const { tenures, tenureCount, timeZoneShown } = useLoaderData<typeof loader>()
  return (
    <Section title="Who held it when" note={tenureCount || undefined}>
      {tenures.length === 0 ? (
        <p className="text-muted">Nobody held it so far.</p>
      ) : (
        <Card isPadded={false}>
          <DataTable
            caption="Who held it when"
            columns={historyColumns(timeZoneShown)}
            rows={tenures}
            rowKey={({ id }) => id}
          />
        </Card>
      )}
      {tenureCount > tenures.length ? (
        <p className="mt-2 text-muted">and {tenureCount - tenures.length} before that.</p>
      ) : null}
    </Section>
  )
}

const historyColumns = (timeZone: string): Column<Tenure>[] => [
  { key: 'person', header: 'Person', cell: ({ personName }) => personName },
  { key: 'as', header: 'As', cell: ({ part }) => (part === 'holder' ? 'Holder' : 'Backup') },
  {
    key: 'from',
    header: 'From',
    cell: ({ beganAt, beganByName }) => (
      <>
        <Instant at={beganAt} timeZone={timeZone} />
        {beganByName ? (
          <span className="block text-sm text-muted">given by {beganByName}</span>
        ) : null}
      </>
    ),
  },
  {
    key: 'until',
    header: 'Until',
    cell: ({ endedAt }) =>
      endedAt ? <Instant at={endedAt} timeZone={timeZone} /> : <strong>still does</strong>,
  },
]
