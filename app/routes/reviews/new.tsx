import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ReviewInput } from '~/domain/reviews/review'
import { reviewPath, reviewsPath } from '~/domain/shared/paths'
import { optionalId } from '~/domain/tasks/text-input'
import { door } from '~/http/door.server'
import { parseForm } from '~/http/parse-form.server'
import { requireActor } from '~/http/require-actor.server'
import { redirectWithToast } from '~/http/toast.server'
import { getNewReview, scheduleReview } from '~/services/reviews/schedule-review.server'
import { ChoiceGroup } from '~/ui/primitives/choices'
import { FormError } from '~/ui/primitives/form-errors'
import { formResult } from '~/ui/primitives/form-result'
import { DateInput, Select, TextArea, TextInput } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { SubmitButton } from '~/ui/primitives/submit-button'
import { personOptions } from '~/ui/reviews/decision-fields'

export const meta: MetaFunction = () => [{ title: 'Schedule a review – Wardround' }]

export const loader = door(async (args) => getNewReview(await requireActor(args)))

export const action = door(async (args) => {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, ReviewInput.extend({ reviewId: optionalId }))
  if (!form.ok) return form.reply()
  const reviewId = await scheduleReview(actor, form.value)
  return redirectWithToast(reviewPath(reviewId), 'Review scheduled')
})

const repeats = [
  { value: '1', label: 'Every month' },
  { value: '3', label: 'Every three months' },
  { value: '6', label: 'Every six months' },
  { value: '12', label: 'Every year' },
]

export default function NewReview() {
  const { reviewId, today, scheduledOn, people } = useLoaderData<typeof loader>()
  const form = formResult(useActionData<typeof action>())
  return (
    <>
      <PageHeader
        title="Schedule a review"
        breadcrumbs={[{ label: 'Reviews', to: reviewsPath() }]}
        description="On its day somebody opens it: the numbers of that moment are frozen in it."
      />
      <Form method="post" className="grid max-w-2xl gap-4">
        <FormError error={form.errors} />
        <input type="hidden" name="reviewId" value={form.value('reviewId', reviewId)} />
        <TextInput
          name="title"
          label="Title"
          required
          maxLength={200}
          defaultValue={form.value('title', 'Governance review')}
          error={form.error('title')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateInput
            name="scheduledOn"
            label="Date"
            hint="A working day."
            required
            min={today}
            defaultValue={form.value('scheduledOn', scheduledOn)}
            error={form.error('scheduledOn')}
          />
          <Select
            name="repeatMonths"
            label="Repeat"
            hint="The next one is scheduled when this one is signed."
            placeholder="Not repeated"
            options={repeats}
            defaultValue={form.value('repeatMonths', '3')}
            error={form.error('repeatMonths')}
          />
        </div>
        <Select
          name="chairId"
          label="Chair"
          hint="Signs the review; leaders and administrators can sign as well."
          required
          placeholder="Choose"
          options={personOptions(people)}
          defaultValue={form.value('chairId')}
          error={form.error('chairId')}
        />
        <ChoiceGroup
          name="attendeeIds"
          legend="Attendees"
          isMultiple
          choices={personOptions(people)}
          defaultValue={form.values('attendeeIds')}
          error={form.error('attendeeIds')}
        />
        <TextArea
          name="agenda"
          label="Agenda"
          isOptional
          rows={6}
          maxLength={10000}
          defaultValue={form.value('agenda')}
          error={form.error('agenda')}
        />
        <div>
          <SubmitButton>Schedule</SubmitButton>
        </div>
      </Form>
    </>
  )
}
