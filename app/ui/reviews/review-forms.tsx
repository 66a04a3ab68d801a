import { Form } from '@remix-run/react'
import type { ReviewView } from '~/domain/reviews/review-views'
import {
  reviewAgendaPath,
  reviewCancellationPath,
  reviewDecisionsPath,
  reviewOpenPath,
  reviewSignaturePath,
} from '~/domain/shared/paths'
import { Card, Section } from '../primitives/card'
import { Disclosure } from '../primitives/disclosure'
import { TextArea } from '../primitives/inputs'
import { SubmitButton } from '../primitives/submit-button'
import { DecisionFields } from './decision-fields'

type FormProps = { review: ReviewView }

const Version = ({ review }: FormProps) => (
  <input type="hidden" name="version" value={review.version} />
)

/** Opening freezes the numbers, so it says so before. */
export function OpenReviewForm({ review }: FormProps) {
  const path = reviewOpenPath(review.id)
  return (
    <Card className="no-print mb-8">
      <Form
        method="post"
        action={path}
        className="flex flex-wrap items-center justify-between gap-3"
      >
        <Version review={review} />
        <p className="max-w-prose text-muted">
          Opening freezes the numbers of this moment in the review, once and for good. From then on
          decisions can be written.
        </p>
        <SubmitButton action={path}>Open the review</SubmitButton>
      </Form>
    </Card>
  )
}

export function AgendaForm({ review }: FormProps) {
  const path = reviewAgendaPath(review.id)
  return (
    <Disclosure summary="Change the agenda" className="no-print mt-3">
      <Form method="post" action={path} className="grid max-w-2xl gap-3">
        <Version review={review} />
        <TextArea
          name="agenda"
          label="Agenda"
          isLabelHidden
          rows={8}
          maxLength={10000}
          defaultValue={review.agenda}
        />
        <div>
          <SubmitButton action={path} variant="secondary">
            Save the agenda
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}

/** The key empties the form once the decision is written. */
export function NewDecisionForm({ review }: FormProps) {
  const path = reviewDecisionsPath(review.id)
  return (
    <Card className="no-print mt-4">
      <Form
        key={review.decisions.length}
        method="post"
        action={path}
        className="grid gap-4"
        aria-label="New decision"
      >
        <input type="hidden" name="decisionId" value={review.newDecisionId} />
        <DecisionFields people={review.people} />
        <div>
          <SubmitButton action={path} variant="secondary" icon="plus">
            Write the decision
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

export function SignatureForm({ review }: FormProps) {
  const path = reviewSignaturePath(review.id)
  const loose = review.decisions.filter((decision) => decision.task === null).length
  return (
    <Section title="Sign off" className="no-print">
      <Card>
        <Form method="post" action={path} className="grid gap-3">
          <Version review={review} />
          <p className="max-w-prose">
            With your signature nothing in this review can change any more: numbers, agenda,
            attendees and decisions stay as they are now, and a hash proves it.
            {review.repeatMonths ? ' The next review is scheduled with it.' : ''}
          </p>
          {loose > 0 ? (
            <p className="max-w-prose text-muted">
              {loose === 1 ? 'One decision is' : `${loose} decisions are`} not a task. Decisions can
              be made tasks only until the review is signed.
            </p>
          ) : null}
          <div>
            <SubmitButton action={path} icon="lock">
              Sign the review
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  )
}

export function CancelReviewForm({ review }: FormProps) {
  const path = reviewCancellationPath(review.id)
  return (
    <Disclosure summary="Cancel this review" className="no-print mt-8">
      <Form method="post" action={path} className="grid max-w-2xl gap-3">
        <Version review={review} />
        <TextArea
          name="reason"
          id="cancel-reason"
          label="Why"
          hint={
            review.repeatMonths
              ? 'The series ends with it; schedule another review to go on.'
              : 'It stays in the list, with the reason.'
          }
          required
          maxLength={1000}
        />
        <div>
          <SubmitButton action={path} variant="danger">
            Cancel the review
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}
