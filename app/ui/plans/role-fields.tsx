import type { PersonChoice, RoleToGive } from '~/domain/plans/plan-views'
import type { formResult } from '../primitives/form-result'
import { Select } from '../primitives/inputs'

interface RoleFieldsProps {
  role: RoleToGive
  /** Its place in the form. */
  index: number
  people: readonly PersonChoice[]
  form: ReturnType<typeof formResult>
}

/** One owner role: what follows it, and who holds it. */
export function RoleFields({ role, index, people, form }: RoleFieldsProps) {
  const name = (field: string) => `roles[${index}].${field}`
  const options = people.map(({ id, name: personName, isInvited }) => ({
    value: id,
    label: isInvited ? `${personName} (invited)` : personName,
  }))
  return (
    <fieldset className="grid gap-3 p-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <legend className="sr-only">{role.name}</legend>
      <div>
        <p className="font-semibold">{role.name}</p>
        <p className="text-muted">
          {role.taskCount === 1 ? '1 task' : `${role.taskCount} tasks`} of this plan
        </p>
        {role.otherTaskCount > 0 ? (
          <p className="text-sm text-muted">
            {role.otherTaskCount === 1
              ? '1 open task of another plan moves'
              : `${role.otherTaskCount} open tasks of other plans move`}{' '}
            with the role.
          </p>
        ) : null}
      </div>
      <input type="hidden" name={name('roleId')} value={role.id} />
      <input type="hidden" name={name('version')} value={role.version} />
      <Select
        name={name('holderId')}
        label="Holder"
        placeholder="Nobody yet"
        options={options}
        defaultValue={form.value(name('holderId'), role.holderId)}
        error={form.error(name('holderId'))}
      />
      <Select
        name={name('backupId')}
        label="Backup"
        placeholder="Nobody"
        options={options}
        defaultValue={form.value(name('backupId'), role.backupId)}
        error={form.error(name('backupId'))}
      />
    </fieldset>
  )
}
