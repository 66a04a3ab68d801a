import { Form } from '@remix-run/react'
import type { DraftHead } from '~/domain/plans/plan-views'
import { planStartPath } from '~/domain/shared/paths'
import { Card } from '../primitives/card'
import { FormError } from '../primitives/form-errors'
import type { formResult } from '../primitives/form-result'
import { DateInput } from '../primitives/inputs'
import { SubmitButton } from '../primitives/submit-button'

interface PlanStartFormProps {
  plan: Pick<DraftHead, 'id' | 'startsOn' | 'version'>
  form: ReturnType<typeof formResult>
}

/** Moves the start of a draft; its dates are proposed anew. */
export function PlanStartForm({ plan, form }: PlanStartFormProps) {
  return (
    <Card>
      <Form method="post" action={planStartPath(plan.id)}>
        <FormError error={form.errors} />
        <input type="hidden" name="version" value={plan.version} />
        <div className="flex flex-wrap items-end gap-3">
          <DateInput
            name="startsOn"
            label="The plan starts on"
            required
            defaultValue={form.value('startsOn', plan.startsOn)}
            error={form.error('startsOn')}
          />
          <SubmitButton variant="secondary" action={planStartPath(plan.id)}>
            Move the start
          </SubmitButton>
          <p className="basis-full text-sm text-muted">
            All dates are proposed anew, except those changed by hand and saved.
          </p>
        </div>
      </Form>
    </Card>
  )
}
