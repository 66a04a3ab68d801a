import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import type { ReviewSummary } from '~/domain/reviews/review'
import { compareReviewsPath, newReviewPath, reviewPath, reviewsPath } from '~/domain/shared/paths'
import { door } from '~/http/door.server'
import { pageNumber } from '~/http/page-number.server'
import { requireActor } from '~/http/require-actor.server'
import { listReviews } from '~/services/reviews/list-reviews.server'
import { LinkButton } from '~/ui/primitives/button'
import { Card, Section } from '~/ui/primitives/card'
import { DataTable } from '~/ui/primitives/data-table'
import { EmptyState } from '~/ui/primitives/empty-state'
import { PageHeader } from '~/ui/primitives/page-header'
import { Pagination } from '~/ui/primitives/pagination'
import { ListLink } from '~/ui/primitives/text-link'
import { Day } from '~/ui/primitives/time'
import { ReviewStateBadge } from '~/ui/reviews/review-state-badge'

export const meta: MetaFunction = () => [{ title: 'Reviews – Wardround' }]

export const loader = door(async (args) => {
  const actor = await requireActor(args)
  return listReviews(actor, { page: pageNumber(args.request) })
})

export default function Reviews() {
  const { today, upcoming, past, comparable, may } = useLoaderData<typeof loader>()
  const [newest, before] = comparable
  const isEmpty = upcoming.length === 0 && past.total === 0
  const schedule = may.manage ? (
    <LinkButton to={newReviewPath()} variant="primary" icon="plus">
      Schedule a review
    </LinkButton>
  ) : null
  return (
    <>
      <PageHeader
        title="Governance reviews"
        description="Leadership looks at the numbers of one moment, decides, and signs."
        actions={
          <>
            {newest && before ? (
              <LinkButton to={compareReviewsPath({ a: before.id, b: newest.id })}>
                Compare two reviews
              </LinkButton>
            ) : null}
            {isEmpty ? null : schedule}
          </>
        }
      />
      {isEmpty ? (
        <EmptyState title="No review yet" icon="review" action={schedule}>
          {may.manage
            ? 'Schedule the first one: on its day you open it, its numbers are frozen, and decisions are written beside them.'
            : 'A manager schedules the first one; it will be listed here.'}
        </EmptyState>
      ) : (
        <>
          <Section title="Upcoming">
            <ReviewTable
              caption="Upcoming reviews"
              reviews={upcoming}
              today={today}
              empty="None is scheduled."
            />
          </Section>
          <Section title="Past" note={past.total > 0 ? past.total : null}>
            <ReviewTable
              caption="Past reviews"
              reviews={past.items}
              today={today}
              empty="None was signed yet."
            />
            <Pagination
              {...past}
              noun="reviews"
              pathFor={(page) => reviewsPath({ page: page === 1 ? null : page })}
            />
          </Section>
        </>
      )}
    </>
  )
}

interface ReviewTableProps {
  caption: string
  reviews: readonly ReviewSummary[]
  today: CalendarDate
  empty: string
}

function ReviewTable({ caption, reviews, today, empty }: ReviewTableProps) {
  if (reviews.length === 0) return <p className="text-muted">{empty}</p>
  return (
    <Card isPadded={false}>
      <DataTable
        caption={caption}
        rows={reviews}
        rowKey={(review) => review.id}
        columns={[
          {
            key: 'title',
            header: 'Review',
            cell: (review) => (
              <ListLink to={reviewPath(review.id)} className="hover:text-accent hover:underline">
                {review.title}
              </ListLink>
            ),
          },
          {
            key: 'date',
            header: 'Date',
            cell: (review) => <Day date={review.scheduledOn} today={today} />,
          },
          { key: 'chair', header: 'Chair', cell: (review) => review.chairName },
          {
            key: 'decisions',
            header: 'Decisions',
            align: 'end',
            cell: (review) => review.decisionCount,
          },
          {
            key: 'state',
            header: 'State',
            isTight: true,
            cell: (review) => <ReviewStateBadge state={review.state} />,
          },
        ]}
      />
    </Card>
  )
}
