import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { FactorListItem } from '~/domain/access/account-views'
import { settingsTabs } from '~/domain/access/settings-tabs'
import { SignInPolicyInput } from '~/domain/access/sign-in-policy-input'
import {
  absoluteChoices,
  demandGroupLabel,
  demandGroups,
  formatMinutes,
  idleChoices,
} from '~/domain/access/sign-in-policy-words'
import { personPath, signInSettingsPath } from '~/domain/shared/paths'
import { permissionRoleLabel } from '~/domain/shared/vocabulary'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import {
  changeSignInPolicy,
  getSignInSettings,
} from '~/services/organisations/sign-in-settings.server'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Badge } from '~/ui/primitives/badge'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { DateInput, Select } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { ListLink } from '~/ui/primitives/text-link'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Sign-in – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  return { settings: await getSignInSettings(actor), tabs: settingsTabs(actor) }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, SignInPolicyInput)
  if (!form.ok) return form.reply()
  await changeSignInPolicy(actor, form.value)
  return redirectWithToast(signInSettingsPath(), 'Settings saved')
})

export default function SignInSettings() {
  const { tabs, settings } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="sign-in" />
      <Section
        title="Sign-in"
        description="What is asked of those who sign in to this organisation, and how long they stay signed in."
      >
        <PolicyForm />
      </Section>
      {/* Slot (single sign-on): the section of the organisation's providers. */}
      <Section
        title="Who has a second factor"
        note={`${settings.people.length - settings.withoutFactorCount} of ${settings.people.length}`}
        description={withoutWords(settings.withoutFactorCount)}
      >
        <Card isPadded={false}>
          <DataTable
            caption="People and their second factor; those without one first"
            columns={columns}
            rows={settings.people}
            rowKey={({ id }) => id}
          />
        </Card>
      </Section>
    </>
  )
}

function withoutWords(count: number): string {
  if (count === 0) return 'Everybody who signs in here has one.'
  const people = count === 1 ? 'One person has' : `${count} people have`
  return `${people} none yet. Once it is asked for, they get no further than the page on which they set it up; until then a line at the top of every page tells them.`
}

const options = (choices: readonly number[]) =>
  choices.map((minutes) => ({ value: String(minutes), label: formatMinutes(minutes) }))

/** The choices, and what stands there where it was set in another way. */
const including = (choices: readonly number[], value: number) =>
  options(choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b))

function PolicyForm() {
  const { settings } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Form method="post" className="grid max-w-2xl gap-5">
      <FormError error={form.errors} />
      <input type="hidden" name="version" value={settings.version} />
      <DemandFields
        name="secondFactor"
        label="A second factor is asked of"
        hint="An app or a passkey, beside the password."
        form={form}
      />
      {settings.hasProvider || settings.singleSignOnFor !== 'nobody' ? (
        <DemandFields
          name="singleSignOn"
          label="Single sign-on is asked of"
          hint="They sign in through the provider only."
          form={form}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="idleMinutes"
          label="Sign out when unused for"
          options={including(idleChoices, settings.idleMinutes)}
          defaultValue={form.value('idleMinutes', String(settings.idleMinutes))}
          error={form.error('idleMinutes')}
        />
        <Select
          name="absoluteMinutes"
          label="Sign out in any case after"
          options={including(absoluteChoices, settings.absoluteMinutes)}
          defaultValue={form.value('absoluteMinutes', String(settings.absoluteMinutes))}
          error={form.error('absoluteMinutes')}
        />
      </div>
      <div>
        <SubmitButton action={signInSettingsPath()}>Save</SubmitButton>
      </div>
    </Form>
  )
}

interface DemandFieldsProps {
  name: 'secondFactor' | 'singleSignOn'
  label: string
  hint: string
  form: ReturnType<typeof formResult>
}

function DemandFields({ name, label, hint, form }: DemandFieldsProps) {
  const { settings } = useLoaderData<typeof loader>()
  const [group, from] = [`${name}For`, `${name}From`] as const
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        name={group}
        label={label}
        hint={hint}
        options={demandGroups.map((value) => ({ value, label: demandGroupLabel[value] }))}
        defaultValue={form.value(group, settings[group])}
        error={form.error(group)}
      />
      <DateInput
        name={from}
        label="From"
        hint="Until then people are told. Empty: from today."
        isOptional
        defaultValue={form.value(from, settings[from] ?? '')}
        error={form.error(from)}
      />
    </div>
  )
}

const columns: Column<FactorListItem>[] = [
  {
    key: 'person',
    header: 'Person',
    cell: ({ id, name }) => (
      <ListLink to={personPath(id)} className="link">
        {name}
      </ListLink>
    ),
  },
  {
    key: 'role',
    header: 'Permission role',
    cell: ({ permissionRole }) => permissionRoleLabel[permissionRole],
  },
  {
    key: 'factor',
    header: 'Second factor',
    cell: ({ factors, hasSingleSignOn }) =>
      factors ? (
        <Badge tone="good" icon="check">
          {factors}
        </Badge>
      ) : hasSingleSignOn ? (
        <Badge tone="info">With single sign-on</Badge>
      ) : (
        <Badge tone="warn" icon="warning">
          None yet
        </Badge>
      ),
  },
]
