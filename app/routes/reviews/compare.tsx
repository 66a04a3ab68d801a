import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { compareReviewsPath, reviewsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { requireActor } from '~/http/require-actor.server'
import { compareReviews } from '~/services/reviews/compare-reviews.server'
import { Button } from '~/ui/primitives/button'
import { Section } from '~/ui/primitives/card'
import { EmptyState } from '~/ui/primitives/empty-state'
import { Select } from '~/ui/primitives/inputs'
import { PageHeader } from '~/ui/primitives/page-header'
import { PrintButton } from '~/ui/primitives/print-button'
import { CompareTable } from '~/ui/reviews/compare-table'

export const meta: MetaFunction = () => [{ title: 'Compare reviews – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  const search = new URL(args.request.url).searchParams
  return compareReviews(actor, search.get('a') || null, search.get('b') || null)
})

export default function Compare() {
  const { choices, a, b, comparison } = useLoaderData<typeof loader>()
  const options = choices.map(({ id, label }) => ({ value: id, label }))
  return (
    <>
      <PageHeader
        title="Compare two reviews"
        breadcrumbs={[{ label: 'Reviews', to: reviewsPath() }]}
        description="The frozen numbers of both, the earlier one first."
        actions={comparison ? <PrintButton /> : null}
      />
      {choices.length < 2 ? (
        <EmptyState title="Not enough reviews" icon="review">
          Numbers are frozen when a review is opened. As soon as two reviews were, they can be
          compared here.
        </EmptyState>
      ) : (
        <Form
          method="get"
          action={compareReviewsPath()}
          className="no-print mb-6 flex flex-wrap items-end gap-3"
        >
          <Select
            name="a"
            label="One"
            placeholder="Choose"
            defaultValue={a ?? ''}
            options={options}
          />
          <Select
            name="b"
            label="The other"
            placeholder="Choose"
            defaultValue={b ?? ''}
            options={options}
          />
          <Button type="submit">Compare</Button>
        </Form>
      )}
      {comparison ? (
        <Section title="The numbers">
          <CompareTable comparison={comparison} />
        </Section>
      ) : null}
    </>
  )
}
