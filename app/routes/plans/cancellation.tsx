import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ensureCan } from '~/domain/access/can'
import { PlanCancelInput } from '~/domain/plans/plan-inputs'
import { planPath, planRolesPath, plansPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { cancelPlan } from '~/services/plans/cancel-plan.server'
import { getPlanState } from '~/services/plans/get-plan-state.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { TextArea } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Cancel a plan – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  ensureCan(actor, 'plan:cancel')
  const plan = await getPlanState(actor, planId)
  if (plan.state === 'cancelled') throw redirect(planPath(planId))
  return { ...plan, planId }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  const form = await parseForm(args.request, PlanCancelInput)
  if (!form.ok) return form.reply()
  const count = await cancelPlan(actor, { ...form.value, planId })
  const tasks = count === 1 ? '1 task' : `${count} tasks`
  return redirectWithToast(plansPath(), `Plan cancelled, and ${tasks} with it.`)
})

/** Cancels a plan, with a reason. */
export default function PlanCancellation() {
  const { planId, state, title, version } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const back = state === 'draft' ? planRolesPath(planId) : planPath(planId)
  return (
    <>
      <PageHeader
        title="Cancel the plan"
        description={`“${title}” and every task in it that is not finished are cancelled; what is done stays done. Nobody is reminded of them any more.`}
        breadcrumbs={[
          { label: 'Plans', to: plansPath() },
          { label: title, to: back },
        ]}
      />
      <Card className="max-w-xl">
        <Form method="post" className="grid gap-4">
          <FormError error={form.errors} />
          <input type="hidden" name="version" value={version} />
          <TextArea
            name="reason"
            label="Reason"
            hint="It stays in the record."
            required
            maxLength={1000}
            defaultValue={form.value('reason')}
            error={form.error('reason')}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="danger" pendingText="Cancelling…">
              Cancel the plan
            </SubmitButton>
            <LinkButton to={back} variant="quiet">
              Keep it
            </LinkButton>
          </div>
        </Form>
      </Card>
    </>
  )
}
