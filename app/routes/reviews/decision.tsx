import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DecisionInput } from '~/domain/reviews/decision'
import { reviewDecisionRemovalPath, reviewPath, reviewsPath } from '~/domain/shared/paths'
import { formVersion } from '~/domain/tasks/text-input'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { editDecision } from '~/services/reviews/edit-decision.server'
import { getDecisionPage } from '~/services/reviews/get-decision.server'
import { Card, Section } from '~/ui/primitives/card'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { DecisionFields } from '~/ui/reviews/decision-fields'

export { refreshAfterConflict as shouldRevalidate } from '~/ui/primitives/refresh-after-conflict'

export const meta: MetaFunction = () => [{ title: 'Change a decision – Wardround' }]

export const loader = door(async (args) => {
  const { reviewId = '', decisionId = '' } = args.params
  return getDecisionPage(await requireActor(args), reviewId, decisionId)
})

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const { reviewId = '', decisionId = '' } = args.params
  const form = await parseForm(args.request, DecisionInput.extend({ version: formVersion }))
  if (!form.ok) return form.reply()
  await editDecision(actor, { ...form.value, reviewId, decisionId })
  return redirectWithToast(reviewPath(reviewId), 'Decision changed')
})

export default function EditDecision() {
  const { review, decision, people } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Change a decision"
        breadcrumbs={[
          { label: 'Reviews', to: reviewsPath() },
          { label: review.title, to: reviewPath(review.id) },
        ]}
      />
      <Form method="post" className="grid max-w-2xl gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="version" value={review.version} />
        <DecisionFields people={people} decision={decision} form={form} />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
      <Section title="Remove it" className="max-w-2xl">
        <Card>
          <Form method="post" action={reviewDecisionRemovalPath(review.id, decision.id)}>
            <p className="mb-3 text-muted">
              The activity record keeps its words{decision.task ? ', and its task stays' : ''}.
            </p>
            <SubmitButton
              variant="danger"
              action={reviewDecisionRemovalPath(review.id, decision.id)}
            >
              Remove the decision
            </SubmitButton>
          </Form>
        </Card>
      </Section>
    </>
  )
}
