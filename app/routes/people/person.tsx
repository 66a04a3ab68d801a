import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isAway } from '~/domain/access/absence'
import { PersonInput } from '~/domain/access/person-inputs'
import { listTimeZones } from '~/domain/calendar/time-zone'
import {
  peoplePath,
  personAbsencePath,
  personDeactivationPath,
  personInvitationPath,
  personInvitationWithdrawalPath,
  personPath,
  personPermissionRolePath,
  personSessionsEndPath,
} from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editPerson } from '~/services/people/edit-person.server'
import { getPerson } from '~/services/people/get-person.server'
import { AbsenceForm } from '~/ui/people/absence-form'
import { permissionRoleChoices } from '~/ui/people/permission-role-choices'
import { PersonStateBadge } from '~/ui/people/person-state-badge'
import { ProfileFields } from '~/ui/people/profile-fields'
import { StandInWords } from '~/ui/people/stand-in-words'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { ChoiceGroup } from '~/ui/primitives/choices'
import { DescriptionList } from '~/ui/primitives/description-list'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { Callout } from '~/ui/primitives/notices'
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
      <AwayNote />
      <Facts />
      {person.state === 'invited' ? <InvitationSection /> : null}
      {person.state === 'contact' ? <ContactSection /> : null}
      {may.setAbsence ? (
        <Section
          title="Out of office"
          description="While they are away their backups are asked instead, and what is theirs comes back afterwards. Tasks given to them by name wait for them unless they are due before that."
        >
          <AbsenceForm
            {...person}
            action={personAbsencePath(person.id)}
            who={`${person.name} is`}
          />
        </Section>
      ) : null}
      {may.edit ? <Profile /> : null}
      {may.changeRole ? <RoleForm /> : null}
      {may.endSessions ? <SessionsEnd /> : null}
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

/** Said to everybody who looks, also to those who cannot change it. */
function AwayNote() {
  const { person } = useLoaderData<typeof loader>()
  const { absence, today, standIns } = person
  if (!isAway(absence, today) || !absence.outOfOfficeUntil) return null
  const asked = [...new Set(standIns.flatMap(({ askedName }) => askedName ?? []))].join(', ')
  const standIn = {
    awayName: person.name,
    awayUntil: absence.outOfOfficeUntil,
    askedName: asked || null,
  }
  return (
    <Callout tone="info">
      <StandInWords standIn={standIn} today={today} />
    </Callout>
  )
}

function ContactSection() {
  const { person } = useLoaderData<typeof loader>()
  const path = personInvitationPath(person.id)
  return (
    <Section
      title="Acts from email only"
      description="The links in their mails open what they answer for, without a sign-in. With an invitation they get an account of their own; until they follow it, all stays as it is."
    >
      {person.may.invite ? (
        <Form method="post" action={path}>
          <SubmitButton action={path} variant="secondary" icon="mail">
            Invite them to sign in
          </SubmitButton>
        </Form>
      ) : null}
    </Section>
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
        <ProfileFields profile={person} timeZones={timeZones} form={form} whose="Their" />
        <div>
          <SubmitButton action={personPath(person.id)}>Save</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function SessionsEnd() {
  const { person } = useLoaderData<typeof loader>()
  const path = personSessionsEndPath(person.id)
  return (
    <Section
      title="Sessions"
      description="When a device of theirs is lost: they are signed out of this organisation everywhere, and sign in again."
    >
      <Form method="post" action={path}>
        <SubmitButton action={path} variant="secondary" icon="sign-out">
          Sign {person.name} out everywhere
        </SubmitButton>
      </Form>
    </Section>
  )
}

function RoleForm() {
  const { person } = useLoaderData<typeof loader>()
  const path = personPermissionRolePath(person.id)
  return (
    <Section
      title="Permission role"
      description="What they may do. Changing it signs them out, and they are told by mail."
    >
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
