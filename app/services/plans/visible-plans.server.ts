import type { Actor } from '~/domain/access/actor'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'

type Viewer = Pick<Actor, 'personId' | 'seesAllPlans'>

const everything = Prisma.sql`true`

/**
 * The condition, for a query's `where`, that the actor sees a plan: all of them, or those with a
 * launched task that is theirs by name, by office or as a backup, finished ones included.
 * @param planId the column that holds the plan's id; the plan itself is scoped to the organisation
 * by whoever asks
 */
export function isPlanVisible({ personId, seesAllPlans }: Viewer, planId: Prisma.Sql): Prisma.Sql {
  if (seesAllPlans) return everything
  return Prisma.sql`exists (
    select 1 from task part left join owner_role office on office.id = part.owner_role_id
     where part.plan_id = ${planId} and part.launched_at is not null
       and ${personId}::uuid in (part.responsible_id, part.assignee_id,
                                 office.holder_id, office.backup_id))`
}

/**
 * The same for reviews, which show the numbers of every plan: with closed plans a member sees those
 * they chair or are invited to. The table is called `r`.
 */
export function isReviewVisible({ personId, seesAllPlans }: Viewer): Prisma.Sql {
  if (seesAllPlans) return everything
  return Prisma.sql`(r.chair_id = ${personId}::uuid or exists (
    select 1 from review_attendee seat
     where seat.review_id = r.id and seat.person_id = ${personId}::uuid))`
}

/** Whether the actor sees one plan of their organisation. */
export async function seesPlan(actor: Viewer, planId: string): Promise<boolean> {
  if (actor.seesAllPlans) return true
  const rows = await read<{ isSeen: boolean }[]>`
    select ${isPlanVisible(actor, Prisma.sql`${planId}::uuid`)} as "isSeen"`
  return rows[0]?.isSeen ?? false
}
