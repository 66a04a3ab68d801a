import type { Actor } from '~/domain/access/actor'
import type { AuditFilter, AuditFilterNames } from '~/domain/audit/audit-page'
import { addDays, instantAt } from '~/domain/calendar/calendar-date'
import { Prisma } from '~/infra/database/generated/client'
import { read } from '~/infra/database/read.server'

/** What narrows entries `e` with activities `a` to a filter, of the actor's organisation alone. */
export function conditionsFor(
  { organisationId, timeZone }: Pick<Actor, 'organisationId' | 'timeZone'>,
  filter: AuditFilter,
): Prisma.Sql {
  const { personId, noun, from, to, planId, taskId, reviewId, text } = filter
  const conditions = [Prisma.sql`e.organisation_id = ${organisationId}::uuid`]
  if (personId) conditions.push(Prisma.sql`e.person_id = ${personId}::uuid`)
  if (noun) conditions.push(Prisma.sql`e.noun = ${noun}`)
  if (from) conditions.push(Prisma.sql`e.at >= ${instantAt(from, '00:00', timeZone)}`)
  if (to) conditions.push(Prisma.sql`e.at < ${instantAt(addDays(to, 1), '00:00', timeZone)}`)
  if (planId) conditions.push(Prisma.sql`e.plan_id = ${planId}::uuid`)
  if (taskId) conditions.push(Prisma.sql`e.task_id = ${taskId}::uuid`)
  if (reviewId) conditions.push(Prisma.sql`e.review_id = ${reviewId}::uuid`)
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
    conditions.push(Prisma.sql`(a.payload::text ilike ${pattern} or e.address ilike ${pattern})`)
  }
  return Prisma.join(conditions, ' and ')
}

/** The names of what a filter is about, of this organisation alone. */
export async function filterNames(
  organisationId: string,
  { personId, planId, taskId, reviewId }: AuditFilter,
): Promise<AuditFilterNames> {
  const none: AuditFilterNames = { person: null, plan: null, task: null, review: null }
  if (!personId && !planId && !taskId && !reviewId) return none
  const rows = await read<AuditFilterNames[]>`
    select (select name from person where id = ${personId}::uuid and organisation_id = o.id) as person,
           (select title from plan where id = ${planId}::uuid and organisation_id = o.id) as plan,
           (select action from task where id = ${taskId}::uuid and organisation_id = o.id) as task,
           (select title from review where id = ${reviewId}::uuid and organisation_id = o.id) as review
      from organisation o where o.id = ${organisationId}::uuid`
  return rows[0] ?? none
}
