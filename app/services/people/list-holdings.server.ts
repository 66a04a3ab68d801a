import type {
  HeldDecision,
  HeldList,
  HeldReview,
  HeldTask,
  Holdings,
} from '~/domain/access/hand-over'
import { Prisma, type Person } from '~/infra/database/generated/client'
import { db } from '~/infra/database/database.server'
import { read } from '~/infra/database/read.server'

/** How many of each kind are named one by one. */
const named = 10

type Counted<Row> = Row & { total: number }

/** Everything somebody holds that is not finished, the first of each kind and how many there are. */
export async function listHoldings(
  person: Person,
  names: ReadonlyMap<string, string>,
): Promise<Holdings> {
  const { id, organisationId } = person
  const [personalTasks, roleTasks, draftTasks] = [
    await listTasks(person, Prisma.sql`t.launched_at is not null and t.assignee_id = ${id}::uuid`),
    await listTasks(
      person,
      Prisma.sql`t.launched_at is not null and t.responsible_id = ${id}::uuid
                 and t.assignee_id is distinct from ${id}::uuid`,
    ),
    await listTasks(person, Prisma.sql`t.launched_at is null and t.assignee_id = ${id}::uuid`),
  ]
  return {
    ownerRoles: await listHeldRoles(person, names),
    ...{ personalTasks, roleTasks, draftTasks },
    ...(await countTies(person)),
    reviews: await listReviews(person, Prisma.sql`r.chair_id = ${id}::uuid`),
    attendance: await listReviews(
      person,
      Prisma.sql`exists (select 1 from review_attendee a
                          where a.review_id = r.id and a.person_id = ${id}::uuid)`,
    ),
    decisions: await listDecisions(person, Prisma.sql`r.signed_at is null`),
    signedDecisions: await listDecisions(
      person,
      Prisma.sql`r.signed_at is not null and d.task_id is null`,
    ),
    contactLinkCount: await db().contactLink.count({
      where: { organisationId, personId: id, revokedAt: null },
    }),
  }
}

async function listTasks(
  { organisationId }: Person,
  which: Prisma.Sql,
): Promise<HeldList<HeldTask>> {
  return listed(
    await read<Counted<HeldTask>[]>`
      select t.id::text, t.reference, t.action, p.title as "planTitle",
             t.due_on::text as "dueOn", count(*) over ()::int as total
        from task t join plan p on p.id = t.plan_id
       where t.organisation_id = ${organisationId}::uuid and t.completed_at is null
         and t.cancelled_at is null and p.cancelled_at is null and ${which}
       order by t.due_on, t.reference limit ${named}`,
  )
}

async function listReviews(
  { organisationId }: Person,
  which: Prisma.Sql,
): Promise<HeldList<HeldReview>> {
  return listed(
    await read<Counted<HeldReview>[]>`
      select r.id::text, r.title, r.scheduled_on::text as "scheduledOn",
             count(*) over ()::int as total
        from review r
       where r.organisation_id = ${organisationId}::uuid and r.signed_at is null
         and r.cancelled_at is null and ${which}
       order by r.scheduled_on, r.id limit ${named}`,
  )
}

async function listDecisions(
  { id, organisationId }: Person,
  which: Prisma.Sql,
): Promise<HeldList<HeldDecision>> {
  return listed(
    await read<Counted<HeldDecision>[]>`
      select d.id::text, r.id::text as "reviewId", r.title as "reviewTitle", d.text,
             count(*) over ()::int as total
        from decision d join review r on r.id = d.review_id
       where d.organisation_id = ${organisationId}::uuid and d.owner_person_id = ${id}::uuid
         and r.cancelled_at is null and ${which}
       order by r.scheduled_on, d.position limit ${named}`,
  )
}

const listed = <Row>(rows: Counted<Row>[]): HeldList<Row> => ({
  total: rows[0]?.total ?? 0,
  first: rows.map(({ total: _total, ...row }) => row as Row),
})

/** How many of their running tasks come round again, and how many hang together with others. */
async function countTies({ id, organisationId }: Person) {
  const [counts] = await read<Pick<Holdings, 'recurringCount' | 'linkedCount'>[]>`
    select count(*) filter (where t.cadence is not null)::int as "recurringCount",
           count(*) filter (where exists (select 1 from task_link l
                                           where t.id in (l.task_id, l.other_task_id)))::int
             as "linkedCount"
      from task t
     where t.organisation_id = ${organisationId}::uuid and t.launched_at is not null
       and t.completed_at is null and t.cancelled_at is null
       and (t.assignee_id = ${id}::uuid or t.responsible_id = ${id}::uuid)`
  return counts ?? { recurringCount: 0, linkedCount: 0 }
}

async function listHeldRoles(
  { id, organisationId }: Person,
  names: ReadonlyMap<string, string>,
): Promise<Holdings['ownerRoles']> {
  const roles = await db().ownerRole.findMany({
    where: { organisationId, OR: [{ holderId: id }, { backupId: id }] },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  return roles.map((role) => {
    const isHolder = role.holderId === id
    const otherId = isHolder ? role.backupId : role.holderId
    return {
      id: role.id,
      name: role.name,
      as: isHolder ? 'holder' : 'backup',
      otherName: (otherId && names.get(otherId)) ?? null,
    }
  })
}
