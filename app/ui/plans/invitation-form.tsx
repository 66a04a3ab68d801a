import { Form } from '@remix-run/react'
import { permissionRoleLabel, type PermissionRole } from '~/domain/shared/vocabulary'
import { FormError } from '../primitives/form-errors'
import type { formResult } from '../primitives/form-result'
import { Select, TextInput } from '../primitives/inputs'
import { SubmitButton } from '../primitives/submit-button'

interface InvitationFormProps {
  /** Where it posts to. */
  action: string
  grantable: readonly PermissionRole[]
  form: ReturnType<typeof formResult>
}

/** Invites somebody by email, in the middle of preparing a plan. */
export function InvitationForm({ action, grantable, form }: InvitationFormProps) {
  return (
    <Form method="post" action={action} className="grid gap-4">
      <FormError error={form.errors} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextInput
          name="name"
          label="Name"
          required
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
        <Select
          name="permissionRole"
          label="May do"
          options={grantable.map((role) => ({ value: role, label: permissionRoleLabel[role] }))}
          defaultValue={form.value('permissionRole', 'member')}
          error={form.error('permissionRole')}
        />
      </div>
      <div>
        <SubmitButton variant="secondary" icon="mail" action={action} pendingText="Inviting…">
          Invite
        </SubmitButton>
      </div>
    </Form>
  )
}
