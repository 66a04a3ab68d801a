import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { PasskeyInput } from '~/domain/access/passkey'
import { accountPath, passkeyPath, passkeyRemovalPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getPasskey, renamePasskey } from '~/services/accounts/passkeys.server'
import { PasskeyFacts } from '~/ui/passkeys/passkey-facts'
import { Card, Section } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextInput } from '~/ui/primitives/inputs'
import { Callout } from '~/ui/primitives/notices'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.passkey.name ?? 'Passkey'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const view = await getPasskey(actor, args.params.passkeyId ?? '')
  return { ...view, timeZone: actor.timeZone }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { passkeyId = '' } = args.params
  const form = await parseForm(args.request, PasskeyInput)
  if (!form.ok) return form.reply()
  await renamePasskey(actor, { ...form.value, passkeyId })
  return redirectWithToast(accountPath(), 'Saved')
})

export default function Passkey() {
  const { passkey, timeZone } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title={passkey.name}
        breadcrumbs={[{ label: 'Your account', to: accountPath() }]}
      />
      <Card>
        <PasskeyFacts passkey={passkey} timeZone={timeZone} />
      </Card>
      <Section title="Name">
        <Form method="post" className="grid max-w-md gap-4">
          <FormError error={form.errors} />
          <TextInput
            name="name"
            label="What you call it"
            hint="After the device it is on, for example “Ward telephone”."
            required
            maxLength={60}
            defaultValue={form.value('name', passkey.name)}
            error={form.error('name')}
          />
          <div>
            <SubmitButton action={passkeyPath(passkey.id)}>Save</SubmitButton>
          </div>
        </Form>
      </Section>
      <Removal />
    </>
  )
}

function Removal() {
  const { passkey, canRemove } = useLoaderData<typeof loader>()
  const path = passkeyRemovalPath(passkey.id)
  return (
    <Section
      title="Removal"
      description="It no longer signs in, and every other device is signed out. Delete it in the device’s own settings as well."
    >
      {canRemove ? (
        <Form method="post" action={path}>
          <SubmitButton action={path} variant="danger">
            Remove this passkey
          </SubmitButton>
        </Form>
      ) : (
        <Callout>
          This passkey is the only way you can sign in, so it stays. Choose a password or add
          another passkey first.
        </Callout>
      )}
    </Section>
  )
}
