import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ensureCan, grantableRoles } from '~/domain/access/can'
import { InvitationInput, invitationDays } from '~/domain/access/person-inputs'
import { inviteListPath, peoplePath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { invitePerson } from '~/services/people/invite-person.server'
import { permissionRoleChoices } from '~/ui/people/permission-role-choices'
import { ChoiceGroup } from '~/ui/primitives/choices'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { TextLink } from '~/ui/primitives/text-link'

export const meta: MetaFunction = () => [{ title: 'Invite somebody – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  ensureCan(actor, 'person:invite')
  return { roles: [...grantableRoles(actor)] }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, InvitationInput)
  if (!form.ok) return form.reply()
  await invitePerson(actor, form.value)
  const { email, isContact } = form.value
  return redirectWithToast(
    peoplePath(),
    isContact ? `A word about it is on its way to ${email}` : `Invitation on its way to ${email}`,
  )
})

export default function Invite() {
  const { roles } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Invite somebody"
        breadcrumbs={[{ label: 'People', to: peoplePath() }]}
        description={`They get an email with a link that works once, for ${invitationDays} days. They can be given roles and tasks before they join.`}
      />
      <p className="mb-4">
        Many at once? <TextLink to={inviteListPath()}>Invite from a list</TextLink>, as a file or
        pasted.
      </p>
      <Form method="post" className="grid max-w-md gap-4">
        <FormError error={form.errors} />
        <TextInput
          name="name"
          label="Name"
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={form.value('name')}
          error={form.error('name')}
        />
        <TextInput
          name="email"
          type="email"
          label="Email"
          required
          autoComplete="off"
          defaultValue={form.value('email')}
          error={form.error('email')}
        />
        <ChoiceGroup
          name="permissionRole"
          legend="Permission role"
          required
          choices={permissionRoleChoices(roles)}
          defaultValue={form.value('permissionRole', 'member')}
          error={form.error('permissionRole')}
        />
        <ChoiceGroup
          name="participation"
          legend="How they take part"
          required
          choices={[
            {
              value: 'sign-in',
              label: 'Signs in',
              hint: 'Gets a link to join, and works with their own account.',
            },
            {
              value: 'email-only',
              label: 'Acts from email only',
              hint: 'Needs no account: the links in their mails open what they answer for, and nothing else. A member.',
            },
          ]}
          defaultValue={form.value('participation', 'sign-in')}
          error={form.error('participation')}
        />
        <div>
          <SubmitButton pendingText="Sending…">Send the invitation</SubmitButton>
        </div>
      </Form>
    </>
  )
}
