import { dateLanguageLabel, dateLanguages } from '~/domain/calendar/date-words'
import { ChoiceGroup } from '../primitives/choices'
import type { formResult } from '../primitives/form-result'
import { Select, TextInput } from '../primitives/inputs'

interface ProfileFieldsProps {
  profile: {
    name: string
    timeZone: string | null
    organisationTimeZone: string
    workingDays: readonly number[]
    organisationWorkingDays: readonly number[]
    dateLanguage: string | null
  }
  timeZones: readonly string[]
  form: ReturnType<typeof formResult>
  /** "Your" on one's own page. */
  whose: 'Your' | 'Their'
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What somebody can set about themselves: name, zone, week and the language of dates. */
export function ProfileFields({ profile, timeZones, form, whose }: ProfileFieldsProps) {
  const { name, timeZone, organisationTimeZone, dateLanguage } = profile
  return (
    <>
      <TextInput
        name="name"
        label="Name"
        required
        maxLength={100}
        autoComplete={whose === 'Your' ? 'name' : 'off'}
        defaultValue={form.value('name', name)}
        error={form.error('name')}
      />
      <Select
        name="timeZone"
        label="Time zone"
        hint={`${whose} reminders go out at 08:00 of this zone.`}
        placeholder={`As the organisation (${organisationTimeZone})`}
        defaultValue={form.value('timeZone', timeZone ?? '')}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        error={form.error('timeZone')}
      />
      <WorkingDays {...{ profile, form, whose }} />
      <Select
        name="dateLanguage"
        label="Language of dates"
        hint="On pages and in mails; everything else stays English."
        defaultValue={form.value('dateLanguage', dateLanguage ?? 'en')}
        options={dateLanguages.map((value) => ({ value, label: dateLanguageLabel[value] }))}
        error={form.error('dateLanguage')}
      />
    </>
  )
}

function WorkingDays({ profile, form, whose }: Omit<ProfileFieldsProps, 'timeZones'>) {
  const own = profile.workingDays.length > 0
  const shown = own ? profile.workingDays : profile.organisationWorkingDays
  const organisation = profile.organisationWorkingDays
    .map((day) => dayNames[day - 1]!.slice(0, 3))
    .join(', ')
  return (
    <ChoiceGroup
      name="workingDays"
      legend="Working days"
      hint={`${whose} reminders come on these days. The organisation works ${organisation}; with none ticked it is the same.`}
      isMultiple
      look="row"
      choices={dayNames.map((label, index) => ({ value: String(index + 1), label }))}
      defaultValue={form.values('workingDays', shown.map(String))}
      error={form.error('workingDays')}
    />
  )
}
