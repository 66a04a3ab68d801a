import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DecisionTaskInput } from '~/domain/reviews/review-inputs'
import { newPlanPath, reviewPath, reviewsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getDecisionTaskPage } from '~/services/reviews/get-decision.server'
import { makeDecisionTask } from '~/services/reviews/make-decision-task.server'
import { LinkButton } from '~/ui/primitives/button'
import { EmptyState } from '~/ui/primitives/empty-state'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { DateInput, Select, TextArea } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { personOptions } from '~/ui/reviews/decision-fields'

export const meta: MetaFunction = () => [{ title: 'Make a decision a task – Wardround' }]

export const loader = door(async (args) => {
  const { reviewId = '', decisionId = '' } = args.params
  return getDecisionTaskPage(await requireActor(args), reviewId, decisionId)
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { reviewId = '', decisionId = '' } = args.params
  const form = await parseForm(args.request, DecisionTaskInput)
  if (!form.ok) return form.reply()
  await makeDecisionTask(actor, { ...form.value, reviewId, decisionId })
  return redirectWithToast(reviewPath(reviewId), 'The decision is a task now')
})

export default function DecisionTask() {
  const { review, plans } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Make the decision a task"
        breadcrumbs={[
          { label: 'Reviews', to: reviewsPath() },
          { label: review.title, to: reviewPath(review.id) },
        ]}
        description="It becomes part of a running plan, and whoever answers for it gets an email."
      />
      {plans.length > 0 ? (
        <TaskForm />
      ) : (
        <EmptyState
          title="No plan is running"
          icon="plan"
          action={<LinkButton to={newPlanPath()}>Start a plan</LinkButton>}
        >
          A task belongs to a plan. Launch one, then come back to this decision.
        </EmptyState>
      )}
    </>
  )
}

function TaskForm() {
  const {
    decision,
    action: proposed,
    dueOn,
    today,
    plans,
    ownerRoles,
    people,
  } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <Form method="post" className="grid max-w-2xl gap-4">
      <FormError error={form.errors} />
      <TextArea
        name="action"
        label="Action"
        hint="What is to be done; the whole decision stays with the task as its detail."
        required
        maxLength={300}
        defaultValue={form.value('action', proposed)}
        error={form.error('action')}
      />
      <Select
        name="planId"
        label="Plan"
        required
        options={plans.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={form.value('planId', plans[0]?.id)}
        error={form.error('planId')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="ownerRoleId"
          label="Owner role"
          placeholder="None"
          options={ownerRoles.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={form.value('ownerRoleId')}
          error={form.error('ownerRoleId')}
        />
        <Select
          name="assigneeId"
          label="Person"
          isOptional
          placeholder="Whoever holds the role"
          options={personOptions(people)}
          defaultValue={form.value('assigneeId', decision.ownerPersonId)}
          error={form.error('assigneeId')}
        />
      </div>
      <DateInput
        name="dueOn"
        label="Due"
        hint="A working day."
        required
        min={today}
        defaultValue={form.value('dueOn', dueOn)}
        error={form.error('dueOn')}
      />
      <div>
        <SubmitButton>Make it a task</SubmitButton>
      </div>
    </Form>
  )
}
