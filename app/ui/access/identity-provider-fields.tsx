import { newPersonRoles } from '~/domain/access/identity-provider'
import { permissionRoleLabel, type PermissionRole } from '~/domain/shared/vocabulary'
import { Checkbox } from '../primitives/choices'
import type { formResult } from '../primitives/form-result'
import { Select, TextArea, TextInput } from '../primitives/inputs'

interface IdentityProviderFieldsProps {
  form: ReturnType<typeof formResult>
  /** What stands now; without it the fields are for a new provider. */
  provider?: {
    name: string
    clientId: string
    hasSecret: boolean
    domains: string[]
    createsPeople: boolean
    newPersonRole: PermissionRole
  }
}

/** The fields of a provider, all but its issuer. The secret is only ever written. */
export function IdentityProviderFields({ form, provider }: IdentityProviderFieldsProps) {
  const hasSecret = provider?.hasSecret ?? false
  const createsPeople = form.isReturned
    ? form.value('createsPeople') === 'on'
    : (provider?.createsPeople ?? false)
  return (
    <>
      <TextInput
        name="clientId"
        label="Client ID"
        hint="From the registration of Wardround at the provider."
        required
        maxLength={300}
        autoComplete="off"
        defaultValue={form.value('clientId', provider?.clientId)}
        error={form.error('clientId')}
      />
      <TextInput
        name="clientSecret"
        type="password"
        label={hasSecret ? 'New client secret' : 'Client secret'}
        hint={
          hasSecret
            ? 'One is stored, encrypted, and is not shown again. Leave this empty to keep it.'
            : 'Stored encrypted and never shown again. Leave it empty for a public client.'
        }
        isOptional
        maxLength={1000}
        autoComplete="new-password"
        error={form.error('clientSecret')}
      />
      {hasSecret ? (
        <Checkbox
          name="removesSecret"
          label="Forget the stored secret; the client is public"
          defaultChecked={form.value('removesSecret') === 'on'}
        />
      ) : null}
      <TextArea
        name="domains"
        label="Email domains"
        hint="Whose people sign in here, such as clinic.example. Several with commas or lines between them."
        required
        rows={2}
        defaultValue={form.value('domains', provider?.domains.join(', '))}
        error={form.error('domains')}
      />
      <Checkbox
        name="createsPeople"
        label="Make an account at first sign-in"
        hint="For anybody whom the provider knows under these domains. Otherwise only people who were invited come in."
        defaultChecked={createsPeople}
      />
      <Select
        name="newPersonRole"
        label="Role of people made this way"
        defaultValue={form.value('newPersonRole', provider?.newPersonRole ?? 'member')}
        options={newPersonRoles.map((role) => ({ value: role, label: permissionRoleLabel[role] }))}
        error={form.error('newPersonRole')}
      />
    </>
  )
}
