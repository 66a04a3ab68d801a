import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { formatDay } from '~/domain/calendar/format-date'
import { InvalidDates } from '~/domain/plans/invalid-dates'
import { PlanDatesInput } from '~/domain/plans/plan-inputs'
import { planDatesPath, planLaunchPath, planPath, plansPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { parseForm, replyWith, submissionOf } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { changePlanDates } from '~/services/plans/change-plan-dates.server'
import { getPlanDates } from '~/services/plans/get-plan-dates.server'
import { getPlanState } from '~/services/plans/get-plan-state.server'
import { DateRow } from '~/ui/plans/date-row'
import { PlanStartForm } from '~/ui/plans/plan-start-form'
import { PlanSteps } from '~/ui/plans/plan-steps'
import { LinkButton } from '~/ui/primitives/button'
import { Section } from '~/ui/primitives/card'
import { EmptyState } from '~/ui/primitives/empty-state'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { SubmitButton } from '~/ui/primitives/submit-button'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Dates: ${data?.plan.title ?? 'Plan'} – Wardround` },
]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  if ((await getPlanState(actor, planId)).state !== 'draft') throw redirect(planPath(planId))
  return getPlanDates(actor, planId, { page: pageNumber(args.request) })
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const planId = args.params.planId ?? ''
  const form = await parseForm(args.request, PlanDatesInput)
  if (!form.ok) return form.reply()
  try {
    const changedCount = await changePlanDates(actor, { ...form.value, planId })
    const { nextPage } = form.value
    const next = nextPage ? planDatesPath(planId, { page: nextPage }) : planLaunchPath(planId)
    if (changedCount === 0) return redirect(next)
    return redirectWithToast(
      next,
      changedCount === 1 ? '1 date changed' : `${changedCount} dates changed`,
    )
  } catch (error) {
    const submission = submissionOf(args.request)
    if (!(error instanceof InvalidDates) || !submission) throw error
    return replyWith(submission, 400, {
      formErrors: [error.message],
      fieldErrors: error.fieldErrors,
    })
  }
})

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Group = View['groups'][number]

/** The third step of a plan: every date, why it is proposed, and what speaks against it. */
export default function PlanDates() {
  const view = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  const { plan, groups, page, pageCount } = view
  return (
    <>
      <PageHeader
        title="When it is due"
        description={`Proposed dates of “${plan.title}”: on working days, never after their horizon, and spread over it. Change what does not fit.`}
        breadcrumbs={[{ label: 'Plans', to: plansPath() }]}
      />
      <PlanSteps current="dates" planId={plan.id} />
      <div className="grid max-w-4xl gap-6">
        <PlanStartForm key={plan.startsOn} plan={plan} form={formResult(undefined)} />
        {groups.length === 0 ? (
          <EmptyState title="No tasks in this plan" icon="calendar">
            Cancel this plan, add items to its guide and start again.
          </EmptyState>
        ) : (
          <DatesForm key={`${plan.version} ${page}`} view={view} form={form} />
        )}
        <Pagination
          page={page}
          pageCount={pageCount}
          total={plan.taskCount}
          noun="tasks"
          pathFor={(to) => planDatesPath(plan.id, { page: to })}
        />
      </div>
    </>
  )
}

function DatesForm({ view, form }: { view: View; form: ReturnType<typeof formResult> }) {
  const { plan, groups, page, pageCount } = view
  const path = planDatesPath(plan.id, { page: page === 1 ? undefined : page })
  return (
    <Form method="post" action={path}>
      <FormError error={form.errors} />
      {placed(groups).map(({ group, from }) => (
        <Section
          key={group.key}
          title={group.label}
          note={group.endsOn ? `until ${formatDay(group.endsOn, plan.today)}` : null}
          className="mt-6"
        >
          <ul className="card divide-y divide-line">
            {group.dates.map((date, index) => (
              <DateRow
                key={date.taskId}
                date={date}
                index={from + index}
                startsOn={plan.startsOn}
                form={form}
              />
            ))}
          </ul>
        </Section>
      ))}
      <input type="hidden" name="version" value={plan.version} />
      <input type="hidden" name="nextPage" value={page < pageCount ? page + 1 : ''} />
      <div className="mt-5 flex flex-wrap gap-2">
        <SubmitButton action={path} pendingText="Saving…">
          {page < pageCount ? 'Save and show the next page' : 'Save and go on to launch'}
        </SubmitButton>
        <LinkButton to={planLaunchPath(plan.id)} variant="quiet">
          Go on without saving
        </LinkButton>
      </div>
    </Form>
  )
}

/** Each group with the place in the form that its first date has. */
function placed(groups: readonly Group[]) {
  let from = 0
  return groups.map((group) => {
    const entry = { group, from }
    from += group.dates.length
    return entry
  })
}
