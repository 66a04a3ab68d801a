import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { settingsTabs } from '~/domain/access/settings-tabs'
import {
  memberPlansChoices,
  memberPlansLabel,
  OrganisationInput,
} from '~/domain/calendar/organisation-inputs'
import { listTimeZones } from '~/domain/calendar/time-zone'
import { weekdayName } from '~/domain/reminders/describe-policy'
import {
  furtherOrganisationsPath,
  holidayRemovalPath,
  holidaysPath,
  settingsPath,
} from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editOrganisation } from '~/services/organisations/edit-organisation.server'
import { getFurtherOrganisations } from '~/services/organisations/further-organisations.server'
import { getOrganisationSettings } from '~/services/organisations/get-organisation-settings.server'
import { SettingsNavigation } from '~/ui/layout/settings-navigation'
import { Card, Section } from '~/ui/primitives/card'
import { ChoiceGroup } from '~/ui/primitives/choices'
import { DataTable, type Column } from '~/ui/primitives/data-table'
import { DescriptionList } from '~/ui/primitives/description-list'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { DateInput, Select, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { Day } from '~/ui/primitives/time'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Settings – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const organisation = await getOrganisationSettings(actor)
  return {
    ...organisation,
    further: await getFurtherOrganisations(actor),
    tabs: settingsTabs(actor),
    timeZones: organisation.may.edit ? [...listTimeZones()] : [],
  }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, OrganisationInput)
  if (!form.ok) return form.reply()
  await editOrganisation(actor, form.value)
  return redirectWithToast(settingsPath(), 'Settings saved')
})

const weekdays = Object.entries(weekdayName)

export default function Organisation() {
  const { tabs, may, reminderRules } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNavigation tabs={tabs} current="organisation" />
      <Section title="Organisation">
        {may.edit ? <OrganisationForm /> : <OrganisationFacts />}
      </Section>
      <Section
        title="Holidays"
        description="Days off beside the working week; nothing is planned or mailed on them."
      >
        <Holidays />
      </Section>
      <Section title="Reminders">
        <ul className="max-w-prose list-disc space-y-1 pl-5">
          {reminderRules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      <FurtherOrganisations />
    </>
  )
}

/** For the administrators of the installation's first organisation. */
function FurtherOrganisations() {
  const { further } = useLoaderData<typeof loader>()
  if (!further.may.decide) return null
  return (
    <Section
      title="Further organisations"
      description="Whether administrators may set up more organisations on this installation, each apart from the others."
    >
      <Form method="post" action={furtherOrganisationsPath()} className="grid max-w-md gap-4">
        <ChoiceGroup
          name="furtherOrganisations"
          legend="New organisations"
          choices={[
            { value: 'closed', label: 'Nobody sets up another one' },
            { value: 'allowed', label: 'Administrators of any organisation here may' },
          ]}
          defaultValue={further.isAllowed ? 'allowed' : 'closed'}
        />
        <div>
          <SubmitButton action={furtherOrganisationsPath()} variant="secondary">
            Save
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function OrganisationForm() {
  const { name, timeZone, timeZones, workingDays, memberPlans, version } =
    useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Form method="post" className="grid max-w-md gap-4">
      <FormError error={form.errors} />
      <input type="hidden" name="version" value={version} />
      <TextInput
        name="name"
        label="Name"
        required
        maxLength={120}
        defaultValue={form.value('name', name)}
        error={form.error('name')}
      />
      <Select
        name="timeZone"
        label="Time zone"
        hint="Decides which day it is, for due dates and for people without a zone of their own."
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        defaultValue={form.value('timeZone', timeZone)}
        error={form.error('timeZone')}
      />
      <ChoiceGroup
        name="workingDays"
        legend="Working week"
        hint="Due dates and reminders fall on these days. Dates that stand already stay."
        isMultiple
        look="row"
        choices={weekdays.map(([value, label]) => ({ value, label }))}
        defaultValue={form.values('workingDays', workingDays.map(String))}
        error={form.error('workingDays')}
      />
      <ChoiceGroup
        name="memberPlans"
        legend="Members see"
        hint="A part is a task that is theirs by name, by office or as a backup. Managers, leaders and auditors see every plan."
        choices={memberPlansChoices.map((value) => ({ value, label: memberPlansLabel[value] }))}
        defaultValue={form.value('memberPlans', memberPlans)}
        error={form.error('memberPlans')}
      />
      <div>
        <SubmitButton action={settingsPath()}>Save</SubmitButton>
      </div>
    </Form>
  )
}

function OrganisationFacts() {
  const { name, timeZone, workingDays, memberPlans } = useLoaderData<typeof loader>()
  return (
    <DescriptionList
      items={[
        { term: 'Name', value: name },
        { term: 'Time zone', value: timeZone.replaceAll('_', ' ') },
        { term: 'Working week', value: workingDays.map((day) => weekdayName[day]).join(', ') },
        { term: 'Members see', value: memberPlansLabel[memberPlans] },
      ]}
    />
  )
}

function Holidays() {
  const { holidays, today, may } = useLoaderData<typeof loader>()
  type Holiday = (typeof holidays)[number]
  const columns: Column<Holiday>[] = [
    { key: 'name', header: 'Holiday', cell: (holiday) => holiday.name },
    { key: 'date', header: 'Date', cell: (holiday) => <Day date={holiday.onDate} today={today} /> },
  ]
  if (may.edit) {
    columns.push({
      key: 'remove',
      header: 'Remove',
      isHeaderHidden: true,
      isTight: true,
      cell: (holiday) => (
        <Form method="post" action={holidayRemovalPath(holiday.id)}>
          <SubmitButton
            action={holidayRemovalPath(holiday.id)}
            variant="quiet"
            size="sm"
            aria-label={`Remove ${holiday.name}`}
          >
            Remove
          </SubmitButton>
        </Form>
      ),
    })
  }
  return (
    <>
      <Card isPadded={false}>
        <DataTable
          caption="Holidays from this year on"
          columns={columns}
          rows={holidays}
          rowKey={(holiday) => holiday.id}
          empty={<p className="p-4 text-muted">None from this year on.</p>}
        />
      </Card>
      {may.edit ? <NewHoliday /> : null}
    </>
  )
}

/** The key empties the form once the holiday is there. */
function NewHoliday() {
  const { holidays } = useLoaderData<typeof loader>()
  return (
    <Form
      key={holidays.length}
      method="post"
      action={holidaysPath()}
      className="mt-4 flex flex-wrap items-end gap-3"
      aria-label="New holiday"
    >
      <DateInput name="onDate" label="Date" required />
      <TextInput name="name" id="holiday-name" label="Holiday" required maxLength={100} />
      <SubmitButton action={holidaysPath()} variant="secondary" icon="plus">
        Add
      </SubmitButton>
    </Form>
  )
}
