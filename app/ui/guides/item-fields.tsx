import {
  cadenceLabel,
  cadences,
  priorities,
  priorityLabel,
  stageLabel,
  stages,
  trackLabel,
  tracks,
  type Cadence,
  type Priority,
  type Stage,
  type Track,
} from '~/domain/shared/vocabulary'
import type { FrameworkChoices } from '~/domain/frameworks/framework-choices'
import { FrameworkFields } from '../frameworks/framework-fields'
import type { formResult } from '../primitives/form-result'
import { DateInput, Select, TextArea, TextInput } from '../primitives/inputs'

interface ItemFieldsProps {
  /** What came back, where the form was refused. */
  form: ReturnType<typeof formResult>
  item: {
    action: string
    outcome: string | null
    detail: string | null
    stage: Stage
    horizonDays: number | null
    track: Track | null
    priority: Priority | null
    cadence?: Cadence | null
    ownerRoleId: string | null
    dueOn: string | null
  }
  roles: readonly { id: string; name: string }[]
  frameworks: FrameworkChoices
  /** Why the role is only proposed. */
  proposal?: string | null
}

/** The fields of a guide's item, for adding and for editing one. */
export function ItemFields({ form, item, roles, frameworks, proposal }: ItemFieldsProps) {
  return (
    <>
      <TextInput
        name="action"
        label="Action"
        required
        maxLength={300}
        defaultValue={form.value('action', item.action)}
        error={form.error('action')}
      />
      <TextArea
        name="outcome"
        label="Outcome"
        hint="What must be true when it is done."
        isOptional
        defaultValue={form.value('outcome', item.outcome)}
        error={form.error('outcome')}
      />
      <TextArea
        name="detail"
        label="Detail"
        isOptional
        defaultValue={form.value('detail', item.detail)}
        error={form.error('detail')}
      />
      <Select
        name="ownerRoleId"
        label="Owner role"
        hint={proposal ? `Proposed: ${proposal} Saving settles it.` : undefined}
        placeholder="No owner role"
        options={roles.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={form.value('ownerRoleId', item.ownerRoleId)}
        error={form.error('ownerRoleId')}
      />
      <PlaceFields form={form} item={item} />
      <FrameworkFields form={form} frameworks={frameworks} />
    </>
  )
}

/** Where the item stands in a plan. */
function PlaceFields({ form, item }: Pick<ItemFieldsProps, 'form' | 'item'>) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <Select
        name="stage"
        label="Stage"
        options={stages.map((stage) => ({ value: stage, label: stageLabel[stage] }))}
        defaultValue={form.value('stage', item.stage)}
        error={form.error('stage')}
      />
      <TextInput
        name="horizonDays"
        type="number"
        label="Horizon in days"
        hint="The last day, counted from the start."
        isOptional
        min={1}
        max={3650}
        inputMode="numeric"
        defaultValue={form.value('horizonDays', item.horizonDays?.toString())}
        error={form.error('horizonDays')}
      />
      <Select
        name="track"
        label="Track"
        placeholder="No track"
        options={tracks.map((track) => ({ value: track, label: trackLabel[track] }))}
        defaultValue={form.value('track', item.track)}
        error={form.error('track')}
      />
      <Select
        name="priority"
        label="Priority"
        placeholder="No priority"
        options={priorities.map((priority) => ({
          value: priority,
          label: priorityLabel[priority],
        }))}
        defaultValue={form.value('priority', item.priority)}
        error={form.error('priority')}
      />
      <Select
        name="cadence"
        label="Comes round"
        hint="Finishing it makes the next one, due that much later."
        placeholder="Once"
        options={cadences.map((cadence) => ({ value: cadence, label: cadenceLabel[cadence] }))}
        defaultValue={form.value('cadence', item.cadence)}
        error={form.error('cadence')}
      />
      <DateInput
        name="dueOn"
        label="Date in the guide"
        hint="Only where the guide states a date itself."
        isOptional
        defaultValue={form.value('dueOn', item.dueOn)}
        error={form.error('dueOn')}
      />
    </div>
  )
}
