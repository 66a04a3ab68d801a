import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PlanStartInput } from '~/domain/plans/plan-inputs'
import { planDatesPath, planPath, plansPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getPlanDates } from '~/services/plans/get-plan-dates.server'
import { getPlanState } from '~/services/plans/get-plan-state.server'
import { setPlanStart } from '~/services/plans/set-plan-start.server'
import { PlanStartForm } from '~/ui/plans/plan-start-form'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Move the start – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  if ((await getPlanState(actor, planId)).state !== 'draft') throw redirect(planPath(planId))
  return { plan: (await getPlanDates(actor, planId)).plan }
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  const form = await parseForm(args.request, PlanStartInput)
  if (!form.ok) return form.reply()
  const { movedCount, keptCount } = await setPlanStart(actor, { ...form.value, planId })
  if (movedCount + keptCount === 0) return redirect(planDatesPath(planId))
  const kept = keptCount > 0 ? `; ${keptCount} changed by hand stayed` : ''
  const moved = movedCount === 1 ? '1 date' : `${movedCount} dates`
  return redirectWithToast(planDatesPath(planId), `Start moved: ${moved} proposed anew${kept}.`)
})

/** Moves the start of a plan; the page of its own shows what is wrong with the form. */
export default function PlanStart() {
  const { plan } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Move the start"
        breadcrumbs={[
          { label: 'Plans', to: plansPath() },
          { label: plan.title, to: planDatesPath(plan.id) },
        ]}
      />
      <div className="max-w-xl">
        <PlanStartForm plan={plan} form={formResult(useActionData<typeof action>())} />
      </div>
    </>
  )
}
