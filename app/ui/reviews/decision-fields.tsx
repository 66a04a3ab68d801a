import type { PersonChoice } from '~/domain/plans/plan-views'
import type { DecisionView } from '~/domain/reviews/review-views'
import type { formResult } from '../primitives/form-result'
import { DateInput, Select, TextArea } from '../primitives/inputs'

interface DecisionFieldsProps {
  people: readonly PersonChoice[]
  decision?: DecisionView
  /** What came back, where the form has a page of its own. */
  form?: ReturnType<typeof formResult>
}

/** What was decided, who sees to it, by when. */
export function DecisionFields({ people, decision, form }: DecisionFieldsProps) {
  const value = (field: string, fallback: string | null | undefined) =>
    form ? form.value(field, fallback) : (fallback ?? undefined)
  return (
    <>
      <TextArea
        name="text"
        label="Decision"
        required
        maxLength={2000}
        defaultValue={value('text', decision?.text)}
        error={form?.error('text')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="ownerPersonId"
          label="Who sees to it"
          isOptional
          placeholder="Nobody in particular"
          options={personOptions(people)}
          defaultValue={value('ownerPersonId', decision?.ownerPersonId)}
          error={form?.error('ownerPersonId')}
        />
        <DateInput
          name="dueOn"
          label="By when"
          isOptional
          defaultValue={value('dueOn', decision?.dueOn)}
          error={form?.error('dueOn')}
        />
      </div>
    </>
  )
}

/** People for a select; those who have not joined yet are marked. */
export const personOptions = (people: readonly PersonChoice[]) =>
  people.map(({ id, name, isInvited }) => ({
    value: id,
    label: isInvited ? `${name} (invited)` : name,
  }))
