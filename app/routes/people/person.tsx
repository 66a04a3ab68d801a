import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { PersonInput } from '~/domain/access/person-inputs'
import { listTimeZones } from '~/domain/calendar/time-zone'
import {
  peoplePath,
  personDeactivationPath,
  personInvitationPath,
  personInvitationWithdrawalPath,
  personPath,
  personPermissionRolePath,
} from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editPerson } from '~/services/people/edit-person.server'
import { getPerson } from '~/services/people/get-person.server'
import { permissionRoleChoices } from '~/ui/people/permission-role-choices'
import { PersonStateBadge } from '~/ui/people/person-state-badge'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { ChoiceGroup } from '~/ui/primitives/choices'
import { DescriptionList } from '~/ui/primitives/description-list'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Select, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Instant } from '~/ui/primitives/time'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const person = await getPerson(actor, args.params.personId ?? '')
  return { person, timeZones: person.may.edit ? [...listTimeZones()] : [] }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { personId = '' } = args.params
  const form = await parseForm(args.request, PersonInput)
  if (!form.ok) return form.reply()
  await editPerson(actor, { ...form.value, personId })
  return redirectWithToast(personPath(personId), 'Saved')
})

export default function Person() {
  const { person } = useLoaderData<typeof loader>()
  const { may } = person
  return (
    <>
      <PageHeader
        title={person.name}
        description={person.email}
        breadcrumbs={[{ label: 'People', to: peoplePath() }]}
        facts={<PersonStateBadge state={person.state} />}
      />
      <Facts />
      {person.state === 'invited' ? <InvitationSection /> : null}
      {may.edit ? <Profile /> : null}
      {may.changeRole ? <RoleForm /> : null}
      {may.deactivate ? (
        <Section
          title="Deactivation"
          description="They can no longer sign in and get no mail; their open tasks and owner roles are handed over first."
        >
          <LinkButton to={personDeactivationPath(person.id)} variant="danger">
            Deactivate {person.name}
          </LinkButton>
        </Section>
      ) : null}
    </>
  )
}

function Facts() {
  const { person } = useLoaderData<typeof loader>()
  const { joinedAt, deactivatedAt, timeZoneShown, openTaskCount, overdueTaskCount } = person
  const roles = person.ownerRoles.map(({ name, as }) =>
    as === 'holder' ? name : `${name} (backup)`,
  )
  const overdue = overdueTaskCount > 0 ? `, ${overdueTaskCount} overdue` : ''
  return (
    <Card>
      <DescriptionList
        items={[
          { term: 'Permission role', value: permissionRoleLabel[person.permissionRole] },
          { term: 'Owner roles', value: roles.join(', ') || 'None' },
          { term: 'Open tasks', value: `${openTaskCount}${overdue}` },
          {
            term: 'Time zone',
            value: (person.timeZone ?? person.organisationTimeZone).replaceAll('_', ' '),
          },
          {
            term: 'Joined',
            value: joinedAt ? <Instant at={joinedAt} timeZone={timeZoneShown} /> : null,
          },
          {
            term: 'Deactivated',
            value: deactivatedAt ? <Instant at={deactivatedAt} timeZone={timeZoneShown} /> : null,
          },
        ]}
      />
    </Card>
  )
}

const invitationWords = {
  open: 'The link works until',
  expired: 'The link stopped working on',
  withdrawn: 'The invitation was withdrawn; its link would have worked until',
}

function InvitationSection() {
  const { person } = useLoaderData<typeof loader>()
  const { id, invitation, may, timeZoneShown } = person
  const [again, withdrawal] = [personInvitationPath(id), personInvitationWithdrawalPath(id)]
  return (
    <Section title="Invitation">
      {invitation ? (
        <p>
          Sent <Instant at={invitation.sentAt} timeZone={timeZoneShown} />.{' '}
          {invitationWords[invitation.state]}{' '}
          <Instant at={invitation.expiresAt} timeZone={timeZoneShown} />.
        </p>
      ) : (
        <p>None was sent.</p>
      )}
      {may.invite ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Form method="post" action={again}>
            <SubmitButton action={again} variant="secondary" icon="mail">
              Send a new link
            </SubmitButton>
          </Form>
          {invitation?.state === 'open' ? (
            <Form method="post" action={withdrawal}>
              <SubmitButton action={withdrawal} variant="quiet">
                Withdraw the invitation
              </SubmitButton>
            </Form>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}

function Profile() {
  const { person, timeZones } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Section title="Profile">
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="version" value={person.version} />
        <TextInput
          name="name"
          label="Name"
          required
          maxLength={100}
          defaultValue={form.value('name', person.name)}
          error={form.error('name')}
        />
        <Select
          name="timeZone"
          label="Time zone"
          hint="Their reminders go out by the clock of this zone."
          placeholder={`As the organisation (${person.organisationTimeZone})`}
          defaultValue={form.value('timeZone', person.timeZone ?? '')}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          error={form.error('timeZone')}
        />
        <div>
          <SubmitButton action={personPath(person.id)}>Save</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function RoleForm() {
  const { person } = useLoaderData<typeof loader>()
  const path = personPermissionRolePath(person.id)
  return (
    <Section title="Permission role" description="What they may do; counts from their next click.">
      <Form method="post" action={path} className="grid max-w-md gap-4">
        <input type="hidden" name="version" value={person.version} />
        <ChoiceGroup
          key={person.permissionRole}
          name="permissionRole"
          legend="Permission role"
          choices={permissionRoleChoices(person.grantableRoles)}
          defaultValue={person.permissionRole}
        />
        <div>
          <SubmitButton action={path} variant="secondary">
            Change the role
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
