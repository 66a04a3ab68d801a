import type { Actor } from '~/domain/access/actor'
import { can, ensureCan } from '~/domain/access/can'
import { formatDay } from '~/domain/calendar/format-date'
import { reviewState, type ReviewSummary } from '~/domain/reviews/review'
import type { ReviewList } from '~/domain/reviews/review-views'
import { db, type Transaction } from '~/infra/database/database.server'
import { Prisma } from '~/infra/database/generated/client'
import type { CalendarDate } from '~/domain/calendar/calendar-date'
import { read } from '~/infra/database/read.server'
import { getOrganisation } from '../organisations/get-organisation.server'
import { isReviewVisible } from '../plans/visible-plans.server'

const pageSize = 50

interface Row {
  id: string
  title: string
  scheduledOn: CalendarDate
  chairName: string
  decisionCount: number
  openedAt: Date | null
  signedAt: Date | null
  cancelledAt: Date | null
  all: number
}

/** The reviews that the actor sees: what is coming, and the past by pages. */
export async function listReviews(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<ReviewList> {
  ensureCan(actor, 'review:read')
  const { today } = await getOrganisation(db(), actor.organisationId)
  const isPast = Prisma.sql`(r.signed_at is not null or r.cancelled_at is not null)`
  const upcoming = await listRows(actor, Prisma.sql`not ${isPast}`, Prisma.sql`asc`, 1)
  const past = await listRows(actor, isPast, Prisma.sql`desc`, page)
  const total = past[0]?.all ?? 0
  return {
    today,
    upcoming: upcoming.map(toSummary),
    past: {
      items: past.map(toSummary),
      total,
      page,
      pageCount: Math.max(1, Math.ceil(total / pageSize)),
    },
    comparable: await listComparableReviews(db(), actor, today),
    may: { manage: can(actor, 'review:manage') },
  }
}

function listRows(
  actor: Actor,
  condition: Prisma.Sql,
  direction: Prisma.Sql,
  page: number,
): Promise<Row[]> {
  return read<Row[]>`
    select r.id::text, r.title, r.scheduled_on::text as "scheduledOn", c.name as "chairName",
           r.opened_at as "openedAt", r.signed_at as "signedAt", r.cancelled_at as "cancelledAt",
           (select count(*) from decision d where d.review_id = r.id)::int as "decisionCount",
           (count(*) over ())::int as "all"
      from review r join person c on c.id = r.chair_id
     where r.organisation_id = ${actor.organisationId}::uuid and ${isReviewVisible(actor)}
       and ${condition}
     order by r.scheduled_on ${direction}, r.created_at ${direction}, r.id
     limit ${pageSize} offset ${(page - 1) * pageSize}`
}

function toSummary(row: Row): ReviewSummary {
  const { id, title, scheduledOn, chairName, decisionCount, signedAt } = row
  return { id, title, scheduledOn, chairName, decisionCount, signedAt, state: reviewState(row) }
}

/** Reviews that have numbers, the latest first, as a list to choose from. */
export async function listComparableReviews(
  tx: Transaction,
  actor: Actor,
  today: CalendarDate,
): Promise<{ id: string; label: string }[]> {
  const rows = await tx.$queryRaw<Pick<Row, 'id' | 'title' | 'scheduledOn'>[]>`
    select id::text, title, scheduled_on::text as "scheduledOn"
      from review r
     where organisation_id = ${actor.organisationId}::uuid and opened_at is not null
       and cancelled_at is null and ${isReviewVisible(actor)}
     order by scheduled_on desc, opened_at desc
     limit 100`
  return rows.map(({ id, title, scheduledOn }) => ({
    id,
    label: `${formatDay(scheduledOn, today)}: ${title}`,
  }))
}
